package org.yilian.performance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Concerns;
import org.yilian.agreements.Notices;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.DisputeStatus;
import org.yilian.disputes.Hearing;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Standings;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.performance.ObligationStatus.Step;

/**
 * What somebody says of an obligation. It is said to the other side of that obligation and to the
 * staff, and to nobody else; in the lanes only stands that there is something to be read.
 */
final class StepTaking {
  private final ObligationStore store = new ObligationStore();
  private final StepStore steps = new StepStore();
  private final Database database;
  private final Concerns concerns;
  private final Ledger ledger;
  private final Standings standings;
  private final Hearing hearing;
  private final StoredFiles files;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  StepTaking(PerformanceOffice.Ground on) {
    this.database = on.database();
    this.concerns = on.concerns();
    this.ledger = on.ledger();
    this.standings = on.standings();
    this.hearing = on.hearing();
    this.files = on.files();
    this.notices = on.notices();
    this.audit = on.audit();
    this.clock = on.clock();
  }

  /** Takes the step; the answer is the agreement's id. */
  Future<String> say(Caller caller, String obligationId, Form form) {
    return database
        .inTransaction(
            client ->
                store
                    .lock(client, obligationId)
                    .map(found -> found.orElseThrow(Refusal::notFound))
                    .compose(
                        one ->
                            concerns
                                .of(client, caller, one.agreementId())
                                .map(Concerned::new)
                                .compose(who -> say(client, caller, who, one, form))))
        .compose(told -> changed(told).map(id(told)));
  }

  private Future<Void> changed(Concern told) {
    return notices.changed(told.mediation(), "agreement", id(told), sidesOf(told));
  }

  private static String id(Concern concern) {
    return concern.agreement().id();
  }

  private static Set<String> sidesOf(Concern concern) {
    return Notices.sides(concern.mediation());
  }

  private Future<Concern> say(
      SqlClient client, Caller caller, Concerned who, Obligation seen, Form form) {
    Obligation one = who.seen(seen);
    LocalDate today = Deadlines.dateOf(clock.instant());
    StepForm said = StepForm.read(form, who.keepsRecords(), today);
    ObligationStatus next = one.status().after(said.step()).orElseThrow(StepTaking::wrong);
    check(who, one, said, today);
    return attach(client, caller, one, said)
        .compose(done -> store.move(client, one, next))
        .compose(done -> steps.append(client, one.id(), step(caller, who, one, said)))
        .compose(done -> count(client, one, next))
        .compose(done -> note(client, caller, one, said))
        .compose(done -> hearing.heed(client, one.disputeId(), form.words()))
        .compose(done -> tell(client, who.concern(), one, said.step()))
        .map(who.concern());
  }

  private static void check(Concerned who, Obligation one, StepForm said, LocalDate today) {
    boolean overdue = one.overdueOn(today);
    if (said.step() == Step.DEFAULT && one.dueOn() != null && !overdue) {
      throw Refusal.conflict("not-due", "还没到约定的履行日期，不能记为逾期未履行。");
    }
    if (!who.may(one, overdue).contains(said.step())) {
      throw Refusal.notFound();
    }
  }

  private Future<Void> attach(SqlClient client, Caller caller, Obligation one, StepForm said) {
    Future<Void> done = Future.succeededFuture();
    for (String file : said.fileIds()) {
      String owner = caller.principalId();
      done = done.compose(before -> files.attach(client, file, owner, one.scope(), "fileIds"));
    }
    return done;
  }

  /** Staff enter a step for the side whose step it is. */
  private StepTaken step(Caller caller, Concerned who, Obligation one, StepForm said) {
    String whose = said.step() == Step.CLAIM ? one.debtorId() : one.creditorId();
    boolean forParty = who.keepsRecords() && said.step() != Step.REPLACE;
    return new StepTaken(
        said.step(),
        caller.principalId(),
        caller.name(),
        forParty ? whose : null,
        said.performedOn(),
        said.note(),
        said.fileIds(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** 挽回金额: what somebody got back counts once he has confirmed it. */
  private Future<Void> count(SqlClient client, Obligation one, ObligationStatus next) {
    return next == ObligationStatus.CONFIRMED && one.amountFen() != null
        ? standings.recovered(client, one.disputeId(), one.amountFen())
        : Future.succeededFuture();
  }

  private Future<Void> note(SqlClient client, Caller caller, Obligation one, StepForm said) {
    JsonObject fact =
        new JsonObject()
            .put("clause", one.clause())
            .put("part", one.part())
            .put("step", said.step().name());
    String scope = Scopes.agreement(one.agreementId());
    return audit.append(client, scope, caller.principalId(), "obligation-step", fact);
  }

  private Future<Void> tell(SqlClient client, Concern concern, Obligation one, Step step) {
    Set<String> sides = new HashSet<>();
    concern.mediation().parties().stream()
        .filter(party -> one.concerns(party.id()))
        .forEach(party -> sides.add(party.side()));
    return notices.tell(client, concern.mediation(), sides, "performance." + step);
  }

  /** Takes the dispute up again: what is not performed is not resolved. */
  Future<Void> round(Caller caller, String agreementId, Form form) {
    String reason = form.text("reason", 1000);
    form.check();
    return database
        .inTransaction(
            client ->
                concerns
                    .of(client, caller, agreementId)
                    .compose(concern -> defaulted(client, concern))
                    .compose(concern -> round(client, caller, concern, reason)))
        .compose(this::changed);
  }

  private Future<Concern> defaulted(SqlClient client, Concern concern) {
    if (!new Concerned(concern).keepsRecords()) {
      throw Refusal.notFound();
    }
    return store
        .ofAgreement(client, id(concern))
        .map(
            all -> {
              if (all.stream().noneMatch(one -> one.status() == ObligationStatus.DEFAULTED)) {
                throw Refusal.conflict("wrong-state", "没有记为逾期未履行的事项，不用另行调解。");
              }
              return concern;
            });
  }

  private Future<Concern> round(SqlClient client, Caller caller, Concern concern, String reason) {
    String dispute = concern.agreement().disputeId();
    JsonObject fact =
        new JsonObject()
            .put("agreement", concern.agreement().number())
            .put("reason", reason)
            .put("by", caller.name());
    return ledger
        .move(client, dispute, DisputeStatus.IN_MEDIATION)
        .compose(
            done ->
                audit.append(
                    client,
                    Scopes.dispute(dispute),
                    caller.principalId(),
                    "agreement-not-performed",
                    fact))
        .compose(done -> hearing.heed(client, dispute, reason))
        .compose(
            done ->
                notices.tell(client, concern.mediation(), sidesOf(concern), "performance.round"))
        .compose(
            done ->
                notices.tellStaff(
                    client,
                    concern.mediation(),
                    "performance.round.staff",
                    concern.agreement().number(),
                    reason))
        .map(concern);
  }

  private static Refusal wrong() {
    return Refusal.conflict("wrong-state", "这一项的情况已经变了，请刷新后再看。");
  }
}
