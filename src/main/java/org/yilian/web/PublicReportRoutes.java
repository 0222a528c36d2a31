package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Future;
import org.yilian.ledger.Estates;
import org.yilian.ledger.PublicReports;

/** Routes for people without an account, and for the codes on the posters that lead them here. */
public final class PublicReportRoutes {
  private final Estates estates;
  private final PublicReports reports;

  public PublicReportRoutes(Estates estates, PublicReports reports) {
    this.estates = estates;
    this.reports = reports;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/estates", this::list);
    api.signedIn(POST, "/estates", this::add);
    api.signedIn(PUT, "/estates/:code", this::change);
    api.open(GET, "/estates/:code", this::scanned);
    api.open(POST, "/reports/code", this::code);
    api.open(POST, "/reports", this::report);
    api.open(GET, "/reports/:token", this::progress);
  }

  private Future<Reply> list(Request request) {
    return estates.list(request.caller()).map(request::page);
  }

  private Future<Reply> add(Request request) {
    return estates.add(request.caller(), request.form()).map(Reply::created);
  }

  private Future<Reply> change(Request request) {
    return estates.change(request.caller(), request.path("code"), request.form()).map(Reply::ok);
  }

  private Future<Reply> scanned(Request request) {
    return estates.scanned(request.path("code")).map(Reply::ok);
  }

  private Future<Reply> code(Request request) {
    return reports.sendCode(request.form(), request.address()).map(done -> Reply.none());
  }

  private Future<Reply> report(Request request) {
    return reports.report(request.form(), request.json()).map(Reply::created);
  }

  private Future<Reply> progress(Request request) {
    return reports.progress(request.path("token")).map(Reply::ok).map(Reply::unstored);
  }
}
