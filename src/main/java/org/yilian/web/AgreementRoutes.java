package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.yilian.agreements.AgreementDocuments;
import org.yilian.agreements.Agreements;
import org.yilian.confirmation.Confirmations;

/** Agreements over HTTP. */
public final class AgreementRoutes {
  private static final String ONE = "/agreements/:id";

  private final Agreements agreements;
  private final AgreementDocuments documents;
  private final Confirmations confirmations;

  public AgreementRoutes(
      Agreements agreements, AgreementDocuments documents, Confirmations confirmations) {
    this.agreements = agreements;
    this.documents = documents;
    this.confirmations = confirmations;
  }

  public void addTo(Api api) {
    drafting(api);
    signing(api);
    reading(api);
  }

  private void drafting(Api api) {
    api.signedIn(
        POST,
        "/rooms/:id/agreements",
        request ->
            agreements
                .begin(request.caller(), request.path("id"), request.form())
                .map(Reply::created));
    api.signedIn(
        PUT,
        ONE,
        request ->
            agreements
                .edit(request.caller(), request.path("id"), request.ifMatch(), request.form())
                .map(Reply::ok));
    api.signedIn(
        POST,
        ONE + "/quotes",
        request ->
            agreements
                .quote(request.caller(), request.path("id"), request.form())
                .map(Reply::created));
    api.signedIn(
        POST,
        ONE + "/clauses/:n/marks",
        request ->
            agreements
                .mark(request.caller(), request.path("id"), request.path("n"), request.form())
                .map(Reply::created));
    api.signedIn(
        POST,
        ONE + "/propose",
        request -> agreements.propose(request.caller(), request.path("id")).map(Reply::ok));
  }

  private void signing(Api api) {
    api.signedIn(
        POST,
        ONE + "/signature-code",
        request ->
            agreements.sendCode(request.caller(), request.path("id")).map(sent -> Reply.none()));
    api.signedIn(
        POST,
        ONE + "/signatures",
        request ->
            agreements
                .sign(request.caller(), request.path("id"), request.form())
                .map(Reply::created));
    api.signedIn(
        POST,
        ONE + "/refusals",
        request ->
            agreements
                .decline(request.caller(), request.path("id"), request.form())
                .map(Reply::created));
    api.signedIn(
        POST,
        ONE + "/seal",
        request -> agreements.seal(request.caller(), request.path("id")).map(Reply::ok));
  }

  private void reading(Api api) {
    api.signedIn(
        GET,
        "/rooms/:id/agreements",
        request -> agreements.ofRoom(request.caller(), request.path("id")).map(request::page));
    api.signedIn(
        GET,
        "/agreements",
        request ->
            agreements
                .list(
                    request.caller(), request.query("status"), request.afterWord(), request.limit())
                .map(Reply::ok));
    api.signedIn(
        GET,
        ONE,
        request ->
            agreements
                .find(request.caller(), request.path("id"))
                .compose(this::withConfirmation)
                .map(Reply::ok));
    api.signedIn(
        GET,
        ONE + "/text",
        request ->
            documents
                .text(request.caller(), request.path("id"))
                .map(text -> Reply.bytes("text/plain; charset=utf-8", text)));
    api.signedIn(
        GET,
        ONE + "/document.pdf",
        request -> documents.document(request.caller(), request.path("id")).map(Reply::pdf));
    api.signedIn(
        GET,
        ONE + "/paper.pdf",
        request -> documents.paper(request.caller(), request.path("id")).map(Reply::pdf));
    api.signedIn(
        GET,
        ONE + "/pages/:page",
        request ->
            documents
                .page(request.caller(), request.path("id"), PageNumber.of(request.path("page")))
                .map(png -> Reply.bytes("image/png", png)));
    api.signedIn(
        POST,
        "/agreements/documents.zip",
        request ->
            documents
                .zip(request.caller(), request.form())
                .map(zip -> Reply.bytes("application/zip", zip)));
  }

  /** The agreement with the id and status of its confirmation, if it has one. */
  private Future<JsonObject> withConfirmation(JsonObject agreement) {
    return confirmations
        .summary(agreement.getString("id"))
        .map(
            found -> {
              found.ifPresent(summary -> agreement.put("confirmation", summary));
              return agreement;
            });
  }
}
