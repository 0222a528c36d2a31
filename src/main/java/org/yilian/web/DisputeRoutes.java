package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.yilian.disputes.Disputes;
import org.yilian.disputes.Exports;
import org.yilian.disputes.Parties;
import org.yilian.disputes.Representatives;
import org.yilian.kernel.Form;

/** Routes of the ledger. */
public final class DisputeRoutes {
  private final Disputes disputes;
  private final Exports exports;
  private final Parties parties;
  private final Representatives representatives;

  public DisputeRoutes(
      Disputes disputes, Exports exports, Parties parties, Representatives representatives) {
    this.disputes = disputes;
    this.exports = exports;
    this.parties = parties;
    this.representatives = representatives;
  }

  public void addTo(Api api) {
    api.signedIn(POST, "/disputes", this::report);
    api.signedIn(GET, "/disputes", this::list);
    api.signedIn(GET, "/disputes.csv", this::csv);
    api.signedIn(
        GET,
        "/disputes.xlsx",
        request -> exports.xlsx(request.caller(), request.queries()).map(Reply::xlsx));
    api.signedIn(GET, "/disputes/similar", this::similar);
    api.signedIn(GET, "/disputes/:id", this::find);
    api.signedIn(
        GET,
        "/disputes/:id/similar",
        request -> disputes.similarTo(request.caller(), request.path("id")).map(Reply::ok));
    api.signedIn(PATCH, "/disputes/:id", this::correct);
    api.signedIn(POST, "/disputes/:id/parties", this::addParty);
    api.signedIn(PATCH, "/disputes/:id/parties/:partyId", this::correctParty);
    api.signedIn(POST, "/disputes/:id/representatives", this::addRepresentative);
    api.signedIn(
        PATCH, "/disputes/:id/representatives/:representativeId", this::correctRepresentative);
  }

  private Future<Reply> report(Request request) {
    JsonObject report = request.json();
    String key = request.header("Idempotency-Key");
    if (key != null && !report.containsKey("key")) {
      report.put("key", key);
    }
    return disputes.report(request.caller(), Form.of(report)).map(Reply::created);
  }

  private Future<Reply> list(Request request) {
    return disputes
        .list(request.caller(), request.queries(), request.after(), request.limit())
        .map(Reply::ok);
  }

  private Future<Reply> csv(Request request) {
    return exports
        .csv(request.caller(), request.queries())
        .map(file -> Reply.bytes("text/csv; charset=utf-8", file));
  }

  private Future<Reply> similar(Request request) {
    return disputes.similar(request.caller(), request.queries()).map(Reply::ok);
  }

  private Future<Reply> find(Request request) {
    return disputes.find(request.caller(), request.path("id")).map(Reply::ok);
  }

  private Future<Reply> correct(Request request) {
    return disputes.correct(request.caller(), request.path("id"), request.form()).map(Reply::ok);
  }

  private Future<Reply> correctRepresentative(Request request) {
    return representatives
        .correct(
            request.caller(), request.path("id"), request.path("representativeId"), request.form())
        .map(Reply::ok);
  }

  private Future<Reply> addParty(Request request) {
    return parties.add(request.caller(), request.path("id"), request.form()).map(Reply::created);
  }

  private Future<Reply> correctParty(Request request) {
    return parties
        .correct(request.caller(), request.path("id"), request.path("partyId"), request.form())
        .map(Reply::ok);
  }

  private Future<Reply> addRepresentative(Request request) {
    return representatives
        .add(request.caller(), request.path("id"), request.form())
        .map(Reply::created);
  }
}
