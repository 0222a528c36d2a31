package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.yilian.agreements.AgreementForm;
import org.yilian.agreements.AgreementStatus;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Concerns;
import org.yilian.agreements.DraftUnderReview;
import org.yilian.agreements.Finding;
import org.yilian.agreements.Findings;
import org.yilian.agreements.Mediation;
import org.yilian.agreements.Notices;
import org.yilian.audit.Audit;
import org.yilian.calendar.Deadline;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.kernel.Form;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Beginning an application: which court, whether it can succeed, and the words that are signed. */
final class Applications {
  private static final Texts TEXTS = Texts.of("confirmation");

  private final ConfirmationStore store = new ConfirmationStore();
  private final HistoryStore history = new HistoryStore();
  private final Database database;
  private final Concerns concerns;
  private final Courts courts;
  private final Organisations organisations;
  private final CourtPapers papers;
  private final Deadlines deadlines;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Applications(
      Database database,
      Concerns concerns,
      Courts courts,
      Organisations organisations,
      CourtPapers papers,
      Deadlines deadlines,
      Notices notices,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.concerns = concerns;
    this.courts = courts;
    this.organisations = organisations;
    this.papers = papers;
    this.deadlines = deadlines;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** What an application is judged on. */
  private record Case(Concern concern, Courts.Competent court, List<Finding> findings) {}

  /** The application that an agreement has, and whether this call began it. */
  record Begun(String id, boolean fresh) {}

  /** Begins the application of an agreement; a second call finds the one that stands. */
  Future<Begun> begin(Caller caller, String agreementId, Form form) {
    String courtId = form.text("courtId", 64);
    form.check();
    return database
        .withConnection(client -> judge(client, caller, agreementId, courtId))
        .compose(this::written)
        .compose(
            written ->
                database
                    .inTransaction(client -> keep(client, caller, written))
                    .compose(begun -> changed(written, begun).map(begun)));
  }

  private Future<Case> judge(SqlClient client, Caller caller, String agreementId, String courtId) {
    return concerns
        .of(client, caller, agreementId)
        .map(Applications::applicable)
        .compose(
            concern ->
                chosen(client, concern, courtId)
                    .compose(
                        court ->
                            concerns
                                .findings(client, concern, state(concern, court))
                                .map(found -> new Case(concern, court, found))));
  }

  /** A party that decides for itself, or the host's clerk, once the agreement is in effect. */
  private static Concern applicable(Concern concern) {
    if (!concern.standing().clerk() && concern.standing().deciding().isEmpty()) {
      throw Refusal.notFound();
    }
    if (concern.agreement().status() != AgreementStatus.EFFECTIVE) {
      throw Refusal.conflict("wrong-state", "协议生效之后才能申请司法确认。");
    }
    return concern;
  }

  /** The court, with the ground of its jurisdiction if it has any. */
  private Future<Courts.Competent> chosen(SqlClient client, Concern concern, String courtId) {
    return courts
        .competent(client, concern)
        .compose(
            competent ->
                competent.stream()
                    .filter(one -> one.court().id().equals(courtId))
                    .findFirst()
                    .map(Future::succeededFuture)
                    .orElseGet(() -> without(client, courtId)));
  }

  private Future<Courts.Competent> without(SqlClient client, String courtId) {
    return organisations
        .find(client, courtId)
        .map(found -> found.filter(one -> one.kind() == Organisation.Kind.COURT))
        .map(
            found ->
                new Courts.Competent(
                    found.orElseThrow(() -> Refusal.field("courtId", "没有这个法院。")), null));
  }

  private DraftUnderReview.Confirmation state(Concern concern, Courts.Competent court) {
    boolean sealed =
        concern.agreement().document() != null || concern.agreement().form() == AgreementForm.ORAL;
    return new DraftUnderReview.Confirmation(
        concern.missingSignatures(), sealed, deadline(concern), court.competence() != null);
  }

  /** Thirty days from the effect (人民调解法 33, 民事诉讼法 205). */
  Deadline deadline(Concern concern) {
    return deadlines.after(Term.CONFIRMATION, concern.agreement().effectiveOn());
  }

  private Future<Written> written(Case judged) {
    if (judged.court().competence() == null) {
      return Future.succeededFuture(new Written(judged, new JsonObject(), ""));
    }
    JsonObject form = ApplicationForm.of(judged.concern(), judged.court());
    return papers.wording(judged.concern(), form).map(words -> new Written(judged, form, words));
  }

  /** A case with the words of its application; none where no court may read it. */
  private record Written(Case judged, JsonObject form, String application) {}

  private Confirmation confirmation(Caller caller, Written written) {
    Case judged = written.judged();
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
