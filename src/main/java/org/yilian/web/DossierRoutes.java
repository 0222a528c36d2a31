package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import org.yilian.dossiers.Dossiers;
import org.yilian.dossiers.SealedParts;
import org.yilian.dossiers.SpokenRecords;

/**
 * The file of a dispute, for the clerk who keeps it, its sealed part for the mediator, and its
 * records for those who spoke.
 */
public final class DossierRoutes {
  private static final String ONE = "/disputes/:id/dossier";

  private final Dossiers dossiers;
  private final SealedParts sealed;
  private final SpokenRecords records;

  public DossierRoutes(Dossiers dossiers, SealedParts sealed, SpokenRecords records) {
    this.dossiers = dossiers;
    this.sealed = sealed;
    this.records = records;
  }

  public void addTo(Api api) {
    api.signedIn(
        GET, ONE, request -> dossiers.state(request.caller(), request.path("id")).map(Reply::ok));
    api.signedIn(
        GET,
        ONE + ".pdf",
        request ->
            dossiers.pdf(request.caller(), request.path("id"), forCourt(request)).map(Reply::pdf));
    api.signedIn(
        GET,
        ONE + ".zip",
        request ->
            dossiers
                .zip(request.caller(), request.path("id"), forCourt(request))
                .map(zip -> Reply.bytes("application/zip", zip)));
    api.signedIn(
        POST,
        ONE + "/papers",
        request ->
            dossiers.add(request.caller(), request.path("id"), request.form()).map(Reply::created));
    api.signedIn(
        DELETE,
        ONE + "/papers/:paper",
        request ->
            dossiers
                .takeOut(request.caller(), request.path("id"), request.path("paper"))
                .map(done -> Reply.none()));
    api.signedIn(
        GET,
        "/rooms/:id/sides/:side/record.pdf",
        request ->
            sealed.of(request.caller(), request.path("id"), request.path("side")).map(Reply::pdf));
    addRecordsTo(api);
  }

  private void addRecordsTo(Api api) {
    api.signedIn(
        GET,
        "/rooms/:id/records/:record",
        request ->
            records
                .read(request.caller(), request.path("id"), kind(request), request.query("side"))
                .map(Reply::ok));
    api.signedIn(
        POST,
        "/rooms/:id/records/:record/confirmations",
        request ->
            records
                .confirm(request.caller(), request.path("id"), kind(request), request.form())
                .map(Reply::created));
  }

  private static SpokenRecords.Kind kind(Request request) {
    return SpokenRecords.Kind.of(request.path("record"));
  }

  /** {@code for=court} asks for the version that a court may have. */
  private static boolean forCourt(Request request) {
    return "court".equals(request.query("for"));
  }
}
