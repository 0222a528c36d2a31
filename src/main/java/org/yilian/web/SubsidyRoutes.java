package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;

import org.yilian.records.Subsidies;

/** What mediators brought about, for those who pay their subsidy. */
public final class SubsidyRoutes {
  private final Subsidies subsidies;

  public SubsidyRoutes(Subsidies subsidies) {
    this.subsidies = subsidies;
  }

  public void addTo(Api api) {
    api.signedIn(
        GET,
        "/subsidies",
        request -> subsidies.list(request.caller(), request.queries()).map(request::page));
    api.signedIn(
        GET,
        "/subsidies.xlsx",
        request -> subsidies.xlsx(request.caller(), request.queries()).map(Reply::xlsx));
  }
}
