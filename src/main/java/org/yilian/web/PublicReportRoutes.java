package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Future;
import org.yilian.ledger.Estates;
import org.yilian.ledger.PublicReports;
import org.yilian.ledger.SpokenReports;

/** Routes for people without an account, and for the codes on the posters that lead them here. */
public final class PublicReportRoutes {
  private static final String SPOKEN = "/spoken-reports/:key";
  private static final String ONE_SPOKEN = SPOKEN + "/:id";

  private final Estates estates;
  private final PublicReports reports;
  private final SpokenReports spoken;

  public PublicReportRoutes(Estates estates, PublicReports reports, SpokenReports spoken) {
    this.estates = estates;
    this.reports = reports;
    this.spoken = spoken;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/estates", this::list);
    api.signedIn(POST, "/estates", this::add);
    api.signedIn(PUT, "/estates/:code", this::change);
    api.open(GET, "/estates/:code", this::scanned);
    api.open(POST, "/reports/code", this::code);
    api.open(POST, "/reports", this::report);
    api.open(GET, "/reports/:token", this::progress);
    api.open(POST, SPOKEN, this::begin);
    api.open(GET, ONE_SPOKEN, this::spokenProgress);
    api.open(PATCH, ONE_SPOKEN, this::append);
    api.open(POST, ONE_SPOKEN + "/finish", this::finish);
  }

  private Future<Reply> list(Request request) {
    return estates.list(request.caller(), request.reach()).map(request::pageOfRead);
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

  private Future<Reply> begin(Request request) {
    return spoken.begin(request.path("key"), request.address(), request.form()).map(Reply::created);
  }

  private Future<Reply> spokenProgress(Request request) {
    return spoken
        .progress(request.path("key"), request.path("id"))
        .map(Reply::ok)
        .map(Reply::unstored);
  }

  private Future<Reply> append(Request request) {
    return spoken
        .append(request.path("key"), request.path("id"), request.uploadOffset(), request.bytes())
        .map(Reply::ok);
  }

  private Future<Reply> finish(Request request) {
    return spoken.finish(request.path("key"), request.path("id"), request.form()).map(Reply::ok);
  }

  private Future<Reply> progress(Request request) {
    return reports.progress(request.path("token")).map(Reply::ok).map(Reply::unstored);
  }
}
