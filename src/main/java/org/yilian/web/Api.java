package org.yilian.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.yilian.identity.Caller;
import org.yilian.identity.Sessions;
import org.yilian.kernel.Refusal;

/**
 * Registers routes under {@code /api/v1}: who may call, what answers, and how a failure is told.
 */
public final class Api {
  public static final String BASE = "/api/v1";

  private final Router router;
  private final Sessions sessions;
  private final List<String> routes = new ArrayList<>();

  /**
   * @param sessions tell whose a bearer token is
   */
  public Api(Router router, Sessions sessions) {
    this.router = router;
    this.sessions = sessions;
  }

  /** A route for everyone. */
  public void open(HttpMethod method, String path, Function<Request, Future<Reply>> answer) {
    add(method, path).handler(context -> respond(context, null, answer));
  }

  /** A route for whoever is signed in. Its answers are never stored by a browser. */
  public void signedIn(HttpMethod method, String path, Function<Request, Future<Reply>> answer) {
    add(method, path)
        .handler(context -> authenticate(context, caller -> respond(context, caller, answer)));
  }

  /** A route for whoever is signed in, also where he has to enrol a second factor first. */
  void enrolling(HttpMethod method, String path, Function<Request, Future<Reply>> answer) {
    add(method, path)
        .handler(
            context ->
                authenticate(
                    context, sessions::enrolling, caller -> respond(context, caller, answer)));
  }

  /** A route for everyone whose answer is told line by line; what fails midway is its last line. */
  public void streamed(
      HttpMethod method,
      String path,
      BiFunction<Request, Consumer<JsonObject>, Future<Void>> answer) {
    add(method, path).handler(context -> stream(context, answer));
  }

  /** A route for whoever is signed in, whose answer is a file that is sent piece by piece. */
  void pieces(String path, Function<Request, Future<Pieces>> answer) {
    add(HttpMethod.GET, path)
        .handler(context -> authenticate(context, caller -> send(context, caller, answer)));
  }

  /** Every route, as {@code GET /rooms/:id}: held against the OpenAPI file by a test. */
  public List<String> routes() {
    return List.copyOf(routes);
  }

  private io.vertx.ext.web.Route add(HttpMethod method, String path) {
    routes.add(method + " " + path);
    return router.route(method, BASE + path);
  }

  private void authenticate(RoutingContext context, Consumer<Caller> answer) {
    authenticate(context, sessions::caller, answer);
  }

  private static void authenticate(
      RoutingContext context,
      Function<String, Future<Caller>> authentication,
      Consumer<Caller> answer) {
    context.response().putHeader("Cache-Control", "no-store");
    caller(context, authentication)
        .onSuccess(answer::accept)
        .onFailure(failure -> write(context, problem(context, failure)));
  }

  private static Future<Caller> caller(
      RoutingContext context, Function<String, Future<Caller>> authentication) {
    String header = context.request().getHeader("Authorization");
    return header == null || !header.startsWith("Bearer ")
        ? Future.failedFuture(Refusal.unauthenticated("session-missing", "请先登录。"))
        : authentication.apply(header.substring("Bearer ".length()));
  }

  /** Before a large body is taken in: nobody fills the disk who is not signed in. */
  void onlySignedIn(RoutingContext context) {
    context.request().pause();
    caller(context, sessions::caller)
        .onSuccess(
            caller -> {
              context.request().resume();
              context.next();
            })
        .onFailure(failure -> refuseUnread(context, failure));
  }

  /** The connection ends with the answer, since what was to come on it is read by nobody. */
  private static void refuseUnread(RoutingContext context, Throwable failure) {
    context.response().putHeader("Connection", "close");
    context.request().resume();
    write(context, problem(context, failure));
  }

  private void respond(
      RoutingContext context, Caller caller, Function<Request, Future<Reply>> answer) {
    Future<Reply> reply;
    try {
      reply = answer.apply(new Request(context, caller));
    } catch (RuntimeException failure) {
      reply = Future.failedFuture(failure);
    }
    reply.otherwise(failure -> problem(context, failure)).onSuccess(done -> write(context, done));
  }

  private void stream(
      RoutingContext context, BiFunction<Request, Consumer<JsonObject>, Future<Void>> answer) {
    Lines lines = new Lines(context.response());
    Future<Void> told;
    try {
      told = answer.apply(new Request(context, null), lines);
    } catch (RuntimeException failure) {
      told = Future.failedFuture(failure);
    }
    told.onSuccess(done -> lines.end()).onFailure(failure -> fail(context, lines, failure));
  }

  /** Once bytes are on their way nothing can be told any more: the connection ends. */
  private void send(
      RoutingContext context, Caller caller, Function<Request, Future<Pieces>> answer) {
    Future<Void> sent;
    try {
      sent =
          answer
              .apply(new Request(context, caller))
              .compose(file -> new Outflow(context.request(), file).send());
    } catch (RuntimeException failure) {
      sent = Future.failedFuture(failure);
    }
    sent.onFailure(
        failure -> {
          if (context.response().headWritten()) {
            context.request().connection().close();
          } else {
            write(context, problem(context, failure));
          }
        });
  }

  private static void fail(RoutingContext context, Lines lines, Throwable failure) {
    Reply problem = problem(context, failure);
    if (lines.begun()) {
      lines.accept(problem.body().toJsonObject().put("part", "failed"));
      lines.end();
    } else {
      write(context, problem);
    }
  }

  private static Reply problem(RoutingContext context, Throwable failure) {
    return Problems.reply(failure, context.request().method() + " " + routeOf(context));
  }

  /** The route's pattern: the path itself may hold a token. */
  private static String routeOf(RoutingContext context) {
    return context.currentRoute() == null ? "?" : context.currentRoute().getPath();
  }

  private static void write(RoutingContext context, Reply reply) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    context.response().setStatusCode(reply.status());
    reply.headers().forEach((name, value) -> context.response().putHeader(name, value));
    context.response().end(reply.body());
  }
}
