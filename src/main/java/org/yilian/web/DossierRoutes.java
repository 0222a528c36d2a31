package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import org.yilian.dossiers.Dossiers;
import org.yilian.dossiers.SealedParts;

/** The file of a dispute, for the clerk who keeps it, and its sealed part for the mediator. */
public final class DossierRoutes {
  private static final String ONE = "/disputes/:id/dossier";

  private final Dossiers dossiers;
  private final SealedParts sealed;

  public DossierRoutes(Dossiers dossiers, SealedParts sealed) {
    this.dossiers = dossiers;
    this.sealed = sealed;
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
  }

  /** {@code for=court} asks for the version that a court may have. */
  private static boolean forCourt(Request request) {
    return "court".equals(request.query("for"));
  }
}
