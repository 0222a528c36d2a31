package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import org.yilian.agreements.PoliceOutcomes;

/** How public-security cases go on after their mediation. */
public final class PoliceRoutes {
  private static final String OUTCOMES = "/rooms/:id/police-outcomes";

  private final PoliceOutcomes outcomes;

  public PoliceRoutes(PoliceOutcomes outcomes) {
    this.outcomes = outcomes;
  }

  public void addTo(Api api) {
    api.signedIn(GET, OUTCOMES, this::list);
    api.signedIn(POST, OUTCOMES, this::record);
  }

  private Future<Reply> list(Request request) {
    return outcomes.ofRoom(request.caller(), request.path("id")).map(request::page);
  }

  private Future<Reply> record(Request request) {
    return outcomes
        .record(request.caller(), request.path("id"), request.form())
        .map(all -> Reply.items(all).withStatus(201));
  }
}
