package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.yilian.confirmation.Confirmations;
import org.yilian.confirmation.CourtPackages;
import org.yilian.confirmation.Courts;
import org.yilian.confirmation.Eligibility;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;

/** Judicial confirmation over HTTP. */
public final class ConfirmationRoutes {
  private static final String ONE = "/confirmations/:id";

  private final Confirmations confirmations;
  private final Eligibility eligibility;
  private final Courts courts;
  private final CourtPackages packages;

  public ConfirmationRoutes(
      Confirmations confirmations, Eligibility eligibility, Courts courts, CourtPackages packages) {
    this.confirmations = confirmations;
    this.eligibility = eligibility;
    this.courts = courts;
    this.packages = packages;
  }

  /** A step that takes a form and answers with the application. */
  private interface Step {
    Future<JsonObject> take(Caller caller, String id, Form form);
  }

  public void addTo(Api api) {
    beginning(api);
    step(api, "submit", 200, confirmations::submit);
    step(api, "decisions", 201, confirmations::decide);
    step(api, "supplements", 201, confirmations::supply);
    step(api, "withdrawals", 201, confirmations::withdraw);
    step(api, "objections", 201, confirmations::object);
    step(api, "lapse", 200, confirmations::lapse);
    step(api, "signatures", 201, confirmations::sign);
    reading(api);
  }

  private static void step(Api api, String name, int status, Step step) {
    api.signedIn(
        POST,
        ONE + "/" + name,
        request ->
            step.take(request.caller(), request.path("id"), request.form())
                .map(json -> Reply.json(status, json)));
  }

  private void beginning(Api api) {
    api.signedIn(
        GET,
        "/courts",
        request -> {
          String agreementId = request.query("agreementId");
          return agreementId == null
              ? courts.list().map(request::page)
              : eligibility.choices(request.caller(), agreementId).map(Reply::ok);
        });
    api.signedIn(
        POST,
        "/agreements/:id/confirmation",
        request ->
            confirmations
                .begin(request.caller(), request.path("id"), request.form())
                .map(begun -> Reply.json(begun.fresh() ? 201 : 200, begun.confirmation())));
    api.signedIn(
        POST,
        ONE + "/signature-code",
        request ->
            confirmations.sendCode(request.caller(), request.path("id")).map(sent -> Reply.none()));
  }

  private void reading(Api api) {
    api.signedIn(
        GET,
        "/agreements/:id/confirmation",
        request -> confirmations.ofAgreement(request.caller(), request.path("id")).map(Reply::ok));
    api.signedIn(
        GET,
        "/agreements/:id/certificate.pdf",
        request -> packages.certificate(request.caller(), request.path("id")).map(Reply::pdf));
    api.signedIn(
        GET,
        "/confirmations",
        request ->
            confirmations
                .list(
                    request.caller(), request.query("status"), request.afterWord(), request.limit())
                .map(Reply::ok));
    api.signedIn(
        GET,
        ONE,
        request -> confirmations.find(request.caller(), request.path("id")).map(Reply::ok));
    api.signedIn(
        GET,
        ONE + "/text",
        request ->
            packages
                .text(request.caller(), request.path("id"))
                .map(text -> Reply.bytes("text/plain; charset=utf-8", text)));
    api.signedIn(
        GET,
        ONE + "/application.pdf",
        request -> packages.application(request.caller(), request.path("id")).map(Reply::pdf));
    api.signedIn(
        GET,
        ONE + "/agreement.pdf",
        request -> packages.agreement(request.caller(), request.path("id")).map(Reply::pdf));
    api.signedIn(
        GET,
        ONE + "/package.zip",
        request ->
            packages
                .zip(request.caller(), request.path("id"))
                .map(zip -> Reply.bytes("application/zip", zip)));
  }
}
