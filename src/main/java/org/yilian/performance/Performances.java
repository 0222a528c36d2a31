package org.yilian.performance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Concerns;
import org.yilian.calendar.Deadlines;
import org.yilian.confirmation.Confirmations;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** Whether what was agreed is done: what routes call. */
public final class Performances {
  private final ObligationStore store = new ObligationStore();
  private final StepStore steps = new StepStore();
  private final Database database;
  private final Concerns concerns;
  private final Confirmations confirmations;
  private final Schedules schedules;
  private final StepTaking taking;
  private final PerformanceViews views;
  private final Clock clock;

  Performances(
      Database database,
      Concerns concerns,
      Confirmations confirmations,
      Schedules schedules,
      StepTaking taking,
      PerformanceViews views,
      Clock clock) {
    this.database = database;
    this.concerns = concerns;
    this.confirmations = confirmations;
    this.schedules = schedules;
    this.taking = taking;
    this.views = views;
    this.clock = clock;
  }

  /** The schedule of an agreement in effect, as far as the caller may know of it, else 404. */
  public Future<JsonObject> of(Caller caller, String agreementId) {
    return database.inTransaction(
        client ->
            concerns
                .of(client, caller, agreementId)
                .compose(
                    concern -> {
                      if (concern.agreement().effectiveOn() == null) {
                        throw Refusal.notFound();
                      }
                      return schedules
                          .ensure(client, concern)
                          .compose(done -> view(client, new Concerned(concern)));
                    }));
  }

  private Future<JsonObject> view(SqlClient client, Concerned who) {
    String id = who.concern().agreement().id();
    Future<List<Obligation>> all = store.ofAgreement(client, id);
    Future<Map<String, List<StepTaken>>> told = steps.ofAgreement(client, id);
    Future<Boolean> enforceable =
        confirmations.enforceable(client, id).map(found -> found.isPresent());
    return Future.all(all, told, enforceable)
        .map(done -> views.json(who, all.result(), told.result(), enforceable.result(), today()));
  }

  /**
   * Says something of an obligation: {@code {step, performedOn?, note?, fileIds?}}. The answer is
   * the schedule as the caller sees it then.
   */
  public Future<JsonObject> say(Caller caller, String obligationId, Form form) {
    return taking.say(caller, obligationId, form).compose(id -> of(caller, id));
  }

  /** The mediator takes up again what was not performed: {@code {reason}}. */
  public Future<JsonObject> round(Caller caller, String agreementId, Form form) {
    return taking.round(caller, agreementId, form).compose(done -> of(caller, agreementId));
  }

  /** What is not settled yet in the caller's rooms, and for a clerk in those of his host. */
  public Future<List<JsonObject>> open(Caller caller, int limit) {
    Caller.Staff staff = caller.staff();
    String host = caller.is(Role.COMMITTEE_CLERK) ? staff.organisationId() : null;
    return database.withConnection(
        client ->
            store
                .open(client, host, staff.principalId(), limit)
                .compose(found -> lines(client, caller, found)));
  }

  /** Everything passes the one function that decides, also what a query has chosen. */
  private Future<List<JsonObject>> lines(
      SqlClient client, Caller caller, List<Obligation> obligations) {
    List<JsonObject> lines = new ArrayList<>();
    Future<Void> done = Future.succeededFuture();
    for (Obligation one : obligations) {
      done =
          done.compose(before -> concerns.of(client, caller, one.agreementId()))
              .map(concern -> lines.add(line(concern, one)))
              .mapEmpty();
    }
    return done.map(lines);
  }

  private JsonObject line(Concern concern, Obligation one) {
    return views
        .item(new Concerned(concern), one, today())
        .put("number", concern.agreement().number());
  }

  /** Whether the caller may read what is attached to an obligation; fails where he may not. */
  Future<Void> entitle(SqlClient client, Caller caller, String obligationId) {
    return store
        .find(client, obligationId)
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            one ->
                concerns
                    .of(client, caller, one.agreementId())
                    .map(concern -> new Concerned(concern).seen(one)))
        .mapEmpty();
  }

  private LocalDate today() {
    return Deadlines.dateOf(clock.instant());
  }
}
