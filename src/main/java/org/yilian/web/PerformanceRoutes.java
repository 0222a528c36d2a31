package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import org.yilian.performance.PerformanceOffice;

/** Whether agreements are performed, over HTTP. */
public final class PerformanceRoutes {
  private final PerformanceOffice office;

  public PerformanceRoutes(PerformanceOffice office) {
    this.office = office;
  }

  public void addTo(Api api) {
    api.signedIn(
        GET,
        "/agreements/:id/performance",
        request -> office.performances.of(request.caller(), request.path("id")).map(Reply::ok));
    api.signedIn(
        POST,
        "/agreements/:id/new-round",
        request ->
            office
                .performances
                .round(request.caller(), request.path("id"), request.form())
                .map(Reply::ok));
    api.signedIn(
        GET,
        "/obligations",
        request ->
            office.performances.open(request.caller(), request.reach()).map(request::pageOfRead));
    api.signedIn(
        POST,
        "/obligations/:id/steps",
        request ->
            office
                .performances
                .say(request.caller(), request.path("id"), request.form())
                .map(Reply::created));
    api.signedIn(
        GET,
        "/obligations/:id/enforcement.zip",
        request ->
            office
                .packs
                .zip(request.caller(), request.path("id"))
                .map(zip -> Reply.bytes("application/zip", zip)));
  }
}
