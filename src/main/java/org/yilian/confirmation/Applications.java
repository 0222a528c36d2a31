package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yilian.agreements.Finding;
import org.yilian.agreements.Findings;
import org.yilian.agreements.Mediation;
import org.yilian.agreements.Notices;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Beginning an application: the words that are signed, or why there is nothing to sign. */
final class Applications {
  private static final Texts TEXTS = Texts.of("confirmation");

  private final ConfirmationStore store = new ConfirmationStore();
  private final HistoryStore history = new HistoryStore();
  private final Database database;
  private final Eligibility eligibility;
  private final CourtPapers papers;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Applications(
      Database database,
      Eligibility eligibility,
      CourtPapers papers,
      Notices notices,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.eligibility = eligibility;
    this.papers = papers;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** The application that an agreement has, and whether this call began it. */
  record Begun(String id, boolean fresh) {}

  /**
   * Begins the application of an agreement; a second call finds the one that stands. The court may
   * be left open where no court could confirm it: then the reasons are kept, and the other roads.
   */
  Future<Begun> begin(Caller caller, String agreementId, Form form) {
    String courtId = form.optionalText("courtId", 64);
    form.check();
    return database
        .withConnection(client -> eligibility.judge(client, caller, agreementId, courtId))
        .compose(this::written)
        .compose(
            written ->
                database
                    .inTransaction(client -> keep(client, caller, written))
                    .compose(begun -> changed(written, begun).map(begun)));
  }

  private Future<Written> written(Eligibility.Case judged) {
    if (judged.court().competence() == null) {
      return Future.succeededFuture(new Written(judged, new JsonObject(), ""));
    }
    JsonObject form = papers.drawable(ApplicationForm.of(judged.concern(), judged.court()));
    return papers.wording(judged.concern(), form).map(words -> new Written(judged, form, words));
  }

  /** A case with the words of its application; none where no court may read it. */
  private record Written(Eligibility.Case judged, JsonObject form, String application) {}

  private Confirmation confirmation(Caller caller, Written written) {
    Eligibility.Case judged = written.judged();
    boolean stopped = Findings.stop(judged.findings(), Finding.Step.CONFIRMATION);
    JsonArray findings = new JsonArray();
    judged.findings().forEach(finding -> findings.add(finding.toJson()));
    Courts.Competent court = judged.court();
    return new Confirmation(
        Ids.fresh(),
        judged.concern().agreement().id(),
        court.court().id(),
        court.competence() == null ? "" : court.competence().words(),
        stopped ? ConfirmationStatus.INELIGIBLE : ConfirmationStatus.CO_SIGNING,
        findings,
        stopped
            ? Alternatives.of(judged.findings(), judged.concern().agreement().values())
            : new JsonArray(),
        written.form(),
        written.application(),
        Hash.of(written.application()).value(),
        caller.principalId(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        null,
        null,
        null);
  }

  private Future<Begun> keep(SqlClient client, Caller caller, Written written) {
    Confirmation fresh = confirmation(caller, written);
    return store
        .ofAgreement(client, fresh.agreementId())
        .compose(latest -> refuseRuledOn(latest, fresh))
        .compose(may -> store.insert(client, fresh))
        .compose(
            kept ->
                kept
                    ? note(client, caller, written, fresh, fresh.id())
                        .map(new Begun(fresh.id(), true))
                    : again(client, caller, written, fresh));
  }

  /** 民事诉讼法 206: after a dismissal the parties agree anew or sue; another court was not asked. */
  private static Future<Void> refuseRuledOn(Optional<Confirmation> latest, Confirmation fresh) {
    ConfirmationStatus status = latest.map(Confirmation::status).orElse(null);
    if (status != null && status.barsAnother()) {
      return Future.failedFuture(
          Refusal.conflict("application-closed", TEXTS.get("closed." + status)));
    }
    boolean sameCourt =
        status == ConfirmationStatus.NOT_ACCEPTED
            && latest.orElseThrow().courtId().equals(fresh.courtId());
    return sameCourt
        ? Future.failedFuture(Refusal.conflict("court-refused", TEXTS.get("closed.NOT_ACCEPTED")))
        : Future.succeededFuture();
  }

  private Future<Begun> again(
      SqlClient client, Caller caller, Written written, Confirmation judged) {
    return store
        .ofAgreement(client, judged.agreementId())
        .map(Optional::orElseThrow)
        .compose(
            first -> {
              Begun begun = new Begun(first.id(), false);
              boolean anew =
                  first.status() == ConfirmationStatus.INELIGIBLE
                      && judged.status() == ConfirmationStatus.CO_SIGNING;
              return anew
                  ? store
                      .judgeAnew(client, first.id(), judged)
                      .compose(done -> note(client, caller, written, judged, first.id()))
                      .map(begun)
                  : Future.succeededFuture(begun);
            });
  }

  private Future<Void> note(
      SqlClient client, Caller caller, Written written, Confirmation begun, String id) {
    Instant at = begun.createdAt();
    HistoryStep.By by =
        written.judged().concern().standing().clerk() ? HistoryStep.By.CLERK : HistoryStep.By.PARTY;
    HistoryStep step = HistoryStep.of(at, begun.status(), "BEGIN", by, caller.principalId(), null);
    JsonObject fact =
        new JsonObject()
            .put("agreement", begun.agreementId())
            .put("court", begun.courtId())
            .put("status", begun.status().name())
            .put("applicationHash", begun.applicationHash());
    return history
        .append(client, id, step)
        .compose(
            done -> audit.append(client, "confirmation:" + id, caller.principalId(), "begun", fact))
        .compose(done -> tell(client, written.judged().concern().mediation(), begun))
        .compose(done -> notices.sms(client, written.judged().concern().mediation()));
  }

  private Future<Void> tell(SqlClient client, Mediation mediation, Confirmation begun) {
    boolean stopped = begun.status() == ConfirmationStatus.INELIGIBLE;
    String key = stopped ? "confirmation.INELIGIBLE" : "confirmation.BEGIN";
    return notices.tell(client, mediation, Notices.sides(mediation), key);
  }

  /** Also after a call that only found the first: what that one had to tell may still wait. */
  private Future<Void> changed(Written written, Begun begun) {
    Mediation mediation = written.judged().concern().mediation();
    return notices.changed(mediation, "confirmation", begun.id(), Notices.sides(mediation));
  }
}
