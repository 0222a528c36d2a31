package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Constraints;
import org.yilian.disputes.DisputeStatus;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** What a unit does with what it was handed: signs for it, or gives it back once with a reason. */
public final class Assignments {
  private static final int MOST_TASKS = 500;
  private static final int LONGEST_REASON = 500;

  private final AssignmentStore store = new AssignmentStore();
  private final ResponsibleStore responsible = new ResponsibleStore();
  private final Cases cases;
  private final Bell bell;
  private final Clock clock;

  Assignments(Cases cases, Bell bell, Clock clock) {
    this.cases = cases;
    this.bell = bell;
    this.clock = clock;
  }

  /**
   * What the caller's units have in hand, the most urgent first.
   *
   * @param known the {@code state} that the caller has seen; where it is still so, the answer waits
   *     until something changes, for {@code millis} at most
   * @return {@code {items, state, more?}}, {@code more} being how many are not told; no items where
   *     the state is still the known one
   */
  public Future<JsonObject> mine(Caller caller, String known, long millis) {
    Caller.Staff staff = caller.staff();
    return cases
        .database()
        .withConnection(client -> cases.ledger().look(client, staff))
        .compose(look -> mine(look, known, millis));
  }

  /** Waits first and looks after, so that what happens in between is not missed. */
  private Future<JsonObject> mine(Look look, String known, long millis) {
    Future<Void> rung = bell.wait(look.units(), Math.max(1, millis));
    return state(look)
        .compose(
            state ->
                millis <= 0 || !state.equals(known)
                    ? read(look, state)
                    : rung.compose(told -> state(look))
                        .compose(now -> unlessSame(look, known, now)));
  }

  /** What the tasks are to be told apart by: much less than the tasks. */
  private Future<String> state(Look look) {
    return cases.database().withConnection(client -> store.stateOf(client, look.units()));
  }

  /** Where nothing has happened the tasks are not read again: many desks wait all day. */
  private Future<JsonObject> unlessSame(Look look, String known, String now) {
    return now.equals(known)
        ? Future.succeededFuture(JsonObject.of("items", new JsonArray(), "state", now))
        : read(look, now);
  }

  /** The tasks, which are as young as the state or younger. */
  private Future<JsonObject> read(Look look, String state) {
    return cases
        .database()
        .withConnection(
            client ->
                store
                    .ofUnits(client, look.units(), MOST_TASKS)
                    .compose(tasks -> responsible.addTo(client, tasks, today())))
        .compose(tasks -> counted(look, tasks))
        .map(page -> page.put("state", state));
  }

  /** What is not told is counted: nobody takes the most urgent for all. */
  private Future<JsonObject> counted(Look look, List<JsonObject> tasks) {
    JsonObject page = JsonObject.of("items", new JsonArray(tasks));
    return tasks.size() < MOST_TASKS
        ? Future.succeededFuture(page)
        : cases
            .database()
            .withConnection(client -> store.countOf(client, look.units()))
            .map(all -> page.put("more", Math.max(0, all - tasks.size())));
  }

  private LocalDate today() {
    return Deadlines.dateOf(clock.instant());
  }

  /** The unit takes it over; what the lead signs for starts the clock of dealing with it. */
  public Future<Void> signFor(Caller caller, String id) {
    return withOwn(caller, id, Form.of(new JsonObject()), this::signFor);
  }

  private Future<Void> signFor(Case found, Assignment own) {
    if (own.state() == Assignment.State.SIGNED_FOR) {
      return Future.succeededFuture();
    }
    requireOffered(own);
    SqlClient client = found.client();
    return store
        .sign(client, own.id(), found.by().id(), clock.instant())
        .compose(done -> own.part() == Assignment.Part.LEAD ? lead(found, own) : nothing())
        .compose(done -> cases.note(found, "assignment-signed", told(own)));
  }

  private Future<Void> lead(Case found, Assignment own) {
    return cases
        .standings()
        .signedFor(found.client(), found.disputeId(), clock.instant())
        .compose(done -> cases.save(found, found.standing().due(own.handleBy())))
        .compose(done -> watched(found, own))
        .compose(done -> moveTo(found, DisputeStatus.SIGNED_FOR));
  }

  /** In good hands at its own level: the centre that watched over it need do no more. */
  private Future<Void> watched(Case found, Assignment own) {
    return own.level().compareTo(found.standing().level()) < 0
        ? nothing()
        : cases.actedOn(found).mapEmpty();
  }

  /** Gives it back with a reason, once, before signing for it. */
  public Future<Void> giveBack(Caller caller, String id, Form form) {
    String reason = form.text("reason", LONGEST_REASON);
    form.check();
    return withOwn(caller, id, form, (found, own) -> giveBack(found, own, reason))
        .recover(
            Constraints.refusing(
                "assignments_returned_once",
                () -> Refusal.conflict("returned-already", "这件纠纷您的单位已经退回过一次，不能再退。确有困难请联系分拨的中心。")));
  }

  private Future<Void> giveBack(Case found, Assignment own, String reason) {
    requireOffered(own);
    return store
        .end(found.client(), own.id(), Assignment.State.RETURNED, reason, clock.instant())
        .compose(
            done ->
                own.part() == Assignment.Part.LEAD
                    ? moveTo(found, DisputeStatus.RETURNED)
                    : nothing())
        .compose(done -> cases.note(found, "assignment-returned", told(own).put("reason", reason)));
  }

  /** A centre asks everyone who has the dispute to hurry. */
  public Future<Void> urge(Caller caller, String disputeId, Form form) {
    String words = form.optionalText("text", LONGEST_REASON);
    form.check();
    return cases.changeAsCentre(
        caller,
        disputeId,
        form,
        found ->
            store
                .urge(found.client(), disputeId, clock.instant())
                .compose(
                    done ->
                        cases.note(found, "dispute-urged", new JsonObject().put("text", words))));
  }

  private Future<Void> withOwn(
      Caller caller, String id, Form form, BiFunction<Case, Assignment, Future<Void>> act) {
    return cases
        .database()
        .withConnection(client -> store.find(client, id))
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            seen ->
                cases.change(
                    caller,
                    seen.disputeId(),
                    form,
                    found ->
                        store
                            .find(found.client(), id)
                            .map(own -> own.filter(found.by()::has).orElseThrow(Refusal::notFound))
                            .compose(own -> act.apply(found, own))));
  }

  /**
   * Where the table has such a step: what goes on already is not taken back by a later signature.
   */
  private Future<Void> moveTo(Case found, DisputeStatus next) {
    return found.dispute().status().mayBecome(next)
        ? cases.ledger().move(found.client(), found.disputeId(), next)
        : nothing();
  }

  private static void requireOffered(Assignment own) {
    if (own.state() != Assignment.State.OFFERED) {
      throw Refusal.conflict("wrong-state", "这项任务已经签收、退回或改派，请刷新后再看。");
    }
  }

  private static JsonObject told(Assignment own) {
    return JsonObject.of("organisation", own.organisationName(), "part", own.part().name());
  }

  private static Future<Void> nothing() {
    return Future.succeededFuture();
  }
}
