package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import org.yilian.identity.Enrolments;
import org.yilian.identity.FactorResets;
import org.yilian.identity.FactorSwitch;

/** A member's own second factor, and what an administrator does for whoever lost it. */
public final class SecondFactorRoutes {
  private static final String OWN = "/me/second-factor";

  private final Enrolments enrolments;
  private final FactorSwitch turn;
  private final FactorResets resets;

  public SecondFactorRoutes(Enrolments enrolments, FactorSwitch turn, FactorResets resets) {
    this.enrolments = enrolments;
    this.turn = turn;
    this.resets = resets;
  }

  public void addTo(Api api) {
    api.enrolling(GET, OWN, request -> enrolments.own(request.caller()).map(Reply::ok));
    api.enrolling(POST, OWN, this::begin);
    api.enrolling(POST, OWN + "/confirmation", this::confirm);
    api.enrolling(POST, OWN + "/reset-seen", this::seen);
    api.signedIn(POST, OWN + "/code", this::sendCode);
    api.signedIn(POST, OWN + "/removal", this::remove);
    api.signedIn(
        GET, "/second-factors", request -> resets.list(request.caller()).map(request::page));
    api.signedIn(POST, "/second-factors/:personId/reset", this::reset);
  }

  private Future<Reply> begin(Request request) {
    return enrolments.begin(request.caller(), request.form()).map(Reply::created);
  }

  private Future<Reply> confirm(Request request) {
    return turn.on(request.caller(), request.form(), request.address()).map(Reply::ok);
  }

  private Future<Reply> sendCode(Request request) {
    return enrolments.sendCode(request.caller()).map(sent -> Reply.none());
  }

  private Future<Reply> remove(Request request) {
    return turn.off(request.caller(), request.form(), request.address()).map(done -> Reply.none());
  }

  private Future<Reply> reset(Request request) {
    return resets
        .reset(request.caller(), request.path("personId"), request.form())
        .map(done -> Reply.none());
  }

  private Future<Reply> seen(Request request) {
    return resets.seen(request.caller()).map(done -> Reply.none());
  }
}
