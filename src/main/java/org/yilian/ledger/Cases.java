package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.yilian.audit.Audit;
import org.yilian.audit.Fact;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Standing;
import org.yilian.disputes.Standings;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * One change of one dispute at a time, by whoever may see it, written into its story; and looks
 * that change nothing.
 */
public final class Cases {
  private final AssignmentStore assignments = new AssignmentStore();
  private final CentreClockStore centreClocks = new CentreClockStore();
  private final MediatedStore rooms = new MediatedStore();
  private final Database database;
  private final Ledger ledger;
  private final Standings standings;
  private final Audit audit;
  private final List<Consumer<String>> listeners = new ArrayList<>();
  private Alarms alarms;

  public Cases(Database database, Ledger ledger, Standings standings, Audit audit) {
    this.database = database;
    this.ledger = ledger;
    this.standings = standings;
    this.audit = audit;
  }

  /** Who hears what is written with a change; before there is any. */
  void heardBy(Alarms alarms) {
    this.alarms = alarms;
  }

  /**
   * Runs a change in a transaction of its own, and has heard whatever is written with it: a threat
   * is one in whichever field somebody writes it. A form that names the {@code version} on which
   * its writer looked is refused with 409 {@code changed-meanwhile} where another was quicker.
   */
  <T> Future<T> change(
      Caller caller, String disputeId, Form form, Function<Case, Future<T>> change) {
    return change(caller, List.of(disputeId), form, change);
  }

  private <T> Future<T> change(
      Caller caller, List<String> ids, Form form, Function<Case, Future<T>> change) {
    Caller.Staff staff = caller.staff();
    Long version = form.optionalNumber("version", 0, Integer.MAX_VALUE);
    return database
        .inTransaction(
            client ->
                ledger
                    .look(client, staff)
                    .compose(look -> locked(client, ids, Actor.of(staff, look)))
                    .compose(found -> unlessStale(found, version))
                    .compose(found -> heard(found, form, change)))
        .onSuccess(done -> ids.forEach(this::changed));
  }

  /** The first of them; none is locked unless he sees all. */
  private Future<Case> locked(SqlClient client, List<String> ids, Actor by) {
    Future<?> seen = Future.succeededFuture();
    for (String id : ids) {
      seen = seen.compose(done -> ledger.visible(client, by.look(), id));
    }
    return seen.compose(done -> ledger.lock(client, ids))
        .compose(all -> with(client, named(ids.get(0), all), by));
  }

  private static Dispute named(String id, List<Dispute> all) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private <T> Future<T> heard(Case found, Form form, Function<Case, Future<T>> change) {
    return change
        .apply(found)
        .compose(
            done ->
                alarms.heed(found.client(), found.disputeId(), found.by(), form.words()).map(done));
  }

  /** Makes a dispute the alarm that another one was; see {@link Alarms#handDown}. */
  Future<Void> alarmed(Case into, String alarm) {
    return alarms.handDown(into.client(), into.disputeId(), into.by(), alarm);
  }

  /** Looks at a dispute that the caller may see, and changes nothing. */
  <T> Future<T> look(Caller caller, String disputeId, Function<Case, Future<T>> reading) {
    Caller.Staff staff = caller.staff();
    return database.withConnection(
        client ->
            ledger
                .look(client, staff)
                .compose(look -> seen(client, disputeId, Actor.of(staff, look)))
                .compose(reading));
  }

  private Future<Case> seen(SqlClient client, String disputeId, Actor by) {
    return ledger
        .visible(client, by.look(), disputeId)
        .compose(dispute -> with(client, dispute, by));
  }

  /** As {@link #change}, by the centre that has the dispute now; see {@link Actor#centreOf}. */
  <T> Future<T> changeAsCentre(
      Caller caller, String disputeId, Form form, Function<Case, Future<T>> change) {
    return changeAsCentre(caller, List.of(disputeId), form, change);
  }

  /** The same where another dispute changes with it that he has to see as well. */
  <T> Future<T> changeTogetherAsCentre(
      Caller caller,
      String disputeId,
      String otherId,
      Form form,
      BiFunction<Case, Case, Future<T>> change) {
    return changeAsCentre(
        caller,
        List.of(disputeId, otherId),
        form,
        found ->
            locked(found.client(), otherId, found.by())
                .compose(other -> change.apply(found, other)));
  }

  private <T> Future<T> changeAsCentre(
      Caller caller, List<String> ids, Form form, Function<Case, Future<T>> change) {
    return change(
        caller,
        ids,
        form,
        found -> {
          found.by().centreOf(found.standing());
          return actedOn(found).compose(change);
        });
  }

  /** The centre that has it acts: its clock ends, and the case stands as it does without it. */
  Future<Case> actedOn(Case found) {
    return centreClocks
        .end(found.client(), found.disputeId())
        .compose(done -> with(found.client(), found.dispute(), found.by()));
  }

  /** What whoever changes it may do with it. */
  Future<Rights> rights(Case found) {
    Future<List<Assignment>> hands = assignments.ofDispute(found.client(), found.disputeId());
    Future<Boolean> mediates = mediates(found.client(), found.disputeId(), found.by());
    return Future.all(hands, mediates)
        .map(
            all ->
                new Rights(
                    found.by(),
                    found.dispute(),
                    found.standing(),
                    hands.result(),
                    mediates.result()));
  }

  /** Whether somebody mediates the dispute in a room, or is a clerk of the room's host. */
  Future<Boolean> mediates(SqlClient client, String disputeId, Actor by) {
    return by.staff() == null
        ? Future.succeededFuture(false)
        : rooms.mediates(
            client,
            disputeId,
            by.id(),
            by.staff().is(Role.COMMITTEE_CLERK) ? by.staff().organisationId() : null);
  }

  /** Told of each dispute after a change of it is committed. */
  void onChanged(Consumer<String> listener) {
    listeners.add(listener);
  }

  void changed(String disputeId) {
    listeners.forEach(listener -> listener.accept(disputeId));
  }

  /** Locks a dispute for a change of the system's own. */
  Future<Case> locked(SqlClient client, String disputeId, Actor by) {
    return ledger.lock(client, disputeId).compose(dispute -> with(client, dispute, by));
  }

  private Future<Case> with(SqlClient client, Dispute dispute, Actor by) {
    return standings
        .of(client, dispute.id())
        .map(standing -> new Case(client, dispute, standing, by));
  }

  private Future<Case> unlessStale(Case found, Long version) {
    if (version == null || version == found.standing().version()) {
      return Future.succeededFuture(found);
    }
    return audit
        .of(found.client(), Scopes.dispute(found.disputeId()))
        .compose(story -> Future.failedFuture(stale(story)));
  }

  private static Refusal stale(List<Fact> story) {
    Fact last = story.get(story.size() - 1);
    String who = last.data().getString("by", "别人");
    return Refusal.conflict("changed-meanwhile", who + "刚刚处理过这件纠纷，内容已经变了。请看最新情况后再决定。");
  }

  Future<Void> save(Case changed, Standing standing) {
    return standings.save(changed.client(), changed.disputeId(), standing);
  }

  /** Writes into the story, with the name of whoever did it. */
  Future<Void> note(Case changed, String kind, JsonObject data) {
    return audit.append(
        changed.client(),
        Scopes.dispute(changed.disputeId()),
        changed.by().id(),
        kind,
        data.put("by", changed.by().name()));
  }

  Future<List<Fact>> story(SqlClient client, String disputeId) {
    return audit.of(client, Scopes.dispute(disputeId));
  }

  Ledger ledger() {
    return ledger;
  }

  Database database() {
    return database;
  }

  Standings standings() {
    return standings;
  }

  Future<Dispute> visible(SqlClient client, Caller caller, String disputeId) {
    return ledger.visible(client, caller.staff(), disputeId);
  }
}
