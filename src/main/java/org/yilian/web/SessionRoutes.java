package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.yilian.identity.Callers;
import org.yilian.identity.Sessions;
import org.yilian.identity.SignIn;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** Signing in, going on, and leaving. */
public final class SessionRoutes {
  private final SignIn signIn;
  private final Sessions sessions;
  private final Callers callers;
  private final RefreshCookies cookies;

  public SessionRoutes(SignIn signIn, Sessions sessions, Callers callers, RefreshCookies cookies) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.callers = callers;
    this.cookies = cookies;
  }

  public void addTo(Api api) {
    api.open(POST, "/sessions", this::start);
    api.open(POST, "/sessions/refresh", this::refresh);
    api.enrolling(DELETE, "/sessions/current", this::end);
    api.signedIn(GET, "/me", request -> callers.describe(request.caller()).map(Reply::ok));
  }

  private Future<Reply> start(Request request) {
    Form form = request.form();
    String username = form.text("username", 100);
    String password = form.text("password", 200);
    String code = form.optionalText("code", 40);
    form.check();
    return signIn
        .staff(new SignIn.Attempt(username, password, code, request.address()))
        .compose(this::started);
  }

  private Future<Reply> refresh(Request request) {
    Form form = request.form();
    String principalId = form.optionalText("principalId", 64);
    form.check();
    String secret = cookies.read(request, principalId);
    if (secret == null) {
      return Future.failedFuture(Refusal.unauthenticated("session-ended", "登录已结束，请重新进入。"));
    }
    return sessions.refresh(secret).compose(this::started).map(reply -> reply.withStatus(200));
  }

  /** 201 with the access token and the person, and the refresh cookie. */
  Future<Reply> started(Sessions.Started started) {
    return callers
        .describe(started)
        .map(about -> cookies.write(Reply.created(body(started, about)), started))
        .map(Reply::unstored);
  }

  private static JsonObject body(Sessions.Started started, JsonObject about) {
    return new JsonObject()
        .put("accessToken", started.accessToken())
        .put("expiresAt", started.expiresAt().toString())
        .mergeIn(about);
  }

  private Future<Reply> end(Request request) {
    return sessions
        .end(request.caller().sessionId())
        .map(done -> cookies.clear(Reply.none(), request.caller().principalId()));
  }
}
