package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yilian.agreements.Concerns;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** Judicial confirmation from the application to the ruling: what routes call. */
public final class Confirmations {
  private final ConfirmationStore store = new ConfirmationStore();
  private final Database database;
  private final CaseFiles files;
  private final Concerns concerns;
  private final ConfirmationDesks desks;
  private final Deadlines deadlines;
  private final CourtTerms terms;
  private final boolean demo;

  Confirmations(
      Database database,
      CaseFiles files,
      Concerns concerns,
      ConfirmationDesks desks,
      Deadlines deadlines,
      boolean demo) {
    this.database = database;
    this.files = files;
    this.concerns = concerns;
    this.desks = desks;
    this.deadlines = deadlines;
    this.terms = new CourtTerms(deadlines);
    this.demo = demo;
  }

  /** An application, and whether the call began it. */
  public record Begun(JsonObject confirmation, boolean fresh) {}

  /** Begins the application of an agreement; a second call finds the first. */
  public Future<Begun> begin(Caller caller, String agreementId, Form form) {
    return desks
        .applications()
        .begin(caller, agreementId, form)
        .compose(begun -> find(caller, begun.id()).map(json -> new Begun(json, begun.fresh())));
  }

  /** The application as this caller may see it, else 404. */
  public Future<JsonObject> find(Caller caller, String id) {
    return database.withConnection(client -> files.see(client, caller, id)).map(this::view);
  }

  private JsonObject view(CaseFile file) {
    Confirmation confirmation = file.confirmation();
    JsonObject json =
        ConfirmationViews.json(
            file,
            deadlines.after(Term.CONFIRMATION, file.concern().agreement().effectiveOn()),
            demo);
    if (file.bench() || file.clerk()) {
      terms
          .of(confirmation.status(), confirmation.receivedAt(), file.history())
          .ifPresent(term -> json.put("courtTerm", ConfirmationViews.term(term)));
    }
    return json;
  }

  /** The application of an agreement that the caller may see, or 404. */
  public Future<JsonObject> ofAgreement(Caller caller, String agreementId) {
    return database
        .withConnection(
            client ->
                concerns
                    .of(client, caller, agreementId)
                    .compose(seen -> store.ofAgreement(client, agreementId))
                    .map(found -> found.orElseThrow(Refusal::notFound))
                    .compose(found -> files.see(client, caller, found.id())))
        .map(this::view);
  }

  /** Id and status of an agreement's application; the agreement's own page shows them. */
  public Future<Optional<JsonObject>> summary(String agreementId) {
    return database
        .withConnection(client -> store.ofAgreement(client, agreementId))
        .map(
            found ->
                found.map(one -> JsonObject.of("id", one.id(), "status", one.status().name())));
  }

  /**
   * The ruling by which a court confirmed the agreement, while it stands: an objection does not
   * take it away. For whom the caller has let in.
   */
  public Future<Optional<Enforceable>> enforceable(SqlClient client, String agreementId) {
    return store
        .ofAgreement(client, agreementId)
        .map(found -> found.filter(one -> one.status().enforceable() && one.ruling() != null))
        .map(
            found ->
                found.map(
                    one ->
                        new Enforceable(
                            one.courtId(), one.ruling().number(), one.ruling().fileId())));
  }

  /** A ruling that can be enforced; its number and its file may be missing. */
  public record Enforceable(String courtId, String number, String fileId) {}

  /**
   * Those of a clerk's own host, and those that have reached a court, for its staff, newest first.
   *
   * @param after the {@code next} of the page before, or null
   * @return {@code {items, next?}}
   */
  public Future<JsonObject> list(Caller caller, String status, String after, int limit) {
    Caller.Staff staff = caller.staff();
    ConfirmationStatus wanted = status(status);
    String organisation = staff.organisationId();
    String host = caller.is(Role.COMMITTEE_CLERK) ? organisation : null;
    boolean bench = caller.is(Role.COURT_CLERK) || caller.is(Role.JUDGE);
    return database.withConnection(
        client ->
            store
                .listed(client, host, bench ? organisation : null, wanted, after, limit)
                .compose(
                    found -> views(client, caller, found).map(items -> page(items, found, limit))));
  }

  private static JsonObject page(List<JsonObject> items, List<Confirmation> found, int limit) {
    JsonObject page = JsonObject.of("items", new JsonArray(items));
    return found.size() < limit ? page : page.put("next", found.get(limit - 1).id());
  }

  private static ConfirmationStatus status(String word) {
    for (ConfirmationStatus status : ConfirmationStatus.values()) {
      if (status.name().equals(word)) {
        return status;
      }
    }
    if (word != null) {
      throw Refusal.field("status", "没有这样的申请状态。");
    }
    return null;
  }

  /** Everything passes the one function that decides, also what a query has chosen. */
  private Future<List<JsonObject>> views(
      SqlClient client, Caller caller, List<Confirmation> found) {
    List<JsonObject> items = new ArrayList<>();
    Future<Void> done = Future.succeededFuture();
    for (Confirmation confirmation : found) {
      done =
          done.compose(next -> files.see(client, caller, confirmation.id()))
              .onSuccess(file -> items.add(view(file)))
              .mapEmpty();
    }
    return done.map(items);
  }

  /** Sends an applicant the code by which it signs. */
  public Future<Void> sendCode(Caller caller, String id) {
    return desks.coSigning().sendCode(caller, id);
  }

  /** An applicant signs; answers with the signature. */
  public Future<JsonObject> sign(Caller caller, String id, Form form) {
    return desks.coSigning().sign(caller, id, form);
  }

  /** The host's clerk hands the application to the court. */
  public Future<JsonObject> submit(Caller caller, String id, Form form) {
    return desks.submissions().submit(caller, id, form).compose(done -> find(caller, id));
  }

  /** The court decides, or the host's clerk enters what came on paper. */
  public Future<JsonObject> decide(Caller caller, String id, Form form) {
    return desks.bench().decide(caller, id, form).compose(done -> find(caller, id));
  }

  /** The host's clerk hands in what the court asked for. */
  public Future<JsonObject> supply(Caller caller, String id, Form form) {
    return desks.motions().supply(caller, id, form).compose(done -> find(caller, id));
  }

  /** An applicant withdraws, or asks the court to allow it. */
  public Future<JsonObject> withdraw(Caller caller, String id, Form form) {
    return desks.motions().withdraw(caller, id, form).compose(done -> find(caller, id));
  }

  /** A party objects to the ruling. */
  public Future<JsonObject> object(Caller caller, String id, Form form) {
    return desks.motions().object(caller, id, form).compose(done -> find(caller, id));
  }

  /** The host's clerk closes an application that came too late. */
  public Future<JsonObject> lapse(Caller caller, String id, Form form) {
    return desks.motions().lapse(caller, id, form).compose(done -> find(caller, id));
  }
}
