package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.calendar.Deadlines;
import org.yilian.disputes.DisputeStatus;
import org.yilian.disputes.Standing;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Organisation;
import org.yilian.kernel.Ids;

/** Puts a dispute into the hands of a leading unit and of those that help it. */
final class Hands {
  private final AssignmentStore store = new AssignmentStore();
  private final ResponsibleStore responsible = new ResponsibleStore();
  private final Cases cases;
  private final Clock clock;

  Hands(Cases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Who is to deal with it.
   *
   * @param lead null where only helpers are added
   * @param responsible whom the rules name; only who serves in the lead is made responsible
   * @param reason why, as the story tells it
   */
  record Team(
      Organisation lead, List<Organisation> cooperating, List<String> responsible, String reason) {}

  /**
   * Hands on, never to a lower level: see {@link #levelWith}. Whoever led before goes on helping
   * where he had signed for it, and is relieved else.
   */
  Future<Void> handOn(Case found, Team team, Tempo tempo) {
    AreaLevel level = levelWith(found.standing(), team.lead());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return store
        .ofDispute(found.client(), found.disputeId())
        .map(all -> all.stream().filter(one -> one.state().active()).toList())
        .compose(
            active ->
                relieve(found, active, team, now)
                    .compose(done -> offer(found, active, team, tempo, now)))
        .compose(done -> moveOn(found, team, tempo, level, now))
        .compose(done -> name(found, team, now))
        .compose(
            named ->
                cases.note(
                    found, "dispute-handed-on", told(team, level).put("responsible", named)));
  }

  /** The people responsible as the story tells of them: a substitute with whom he stands for. */
  private Future<JsonArray> name(Case found, Team team, Instant now) {
    if (team.lead() == null || team.responsible().isEmpty()) {
      return Future.succeededFuture();
    }
    SqlClient client = found.client();
    return responsible
        .name(client, found.disputeId(), team.responsible())
        .compose(done -> store.ofDispute(client, found.disputeId()))
        .map(all -> all.stream().filter(one -> one.state().active()).map(Assignment::id).toList())
        .compose(ids -> responsible.of(client, ids, Deadlines.dateOf(now)))
        .map(Hands::words);
  }

  private static JsonArray words(Map<String, JsonArray> byAssignment) {
    JsonArray words = new JsonArray();
    byAssignment.values().stream()
        .flatMap(people -> people.stream().map(JsonObject.class::cast))
        .map(
            one ->
                one.containsKey("insteadOf")
                    ? one.getString("name") + "（代" + one.getString("insteadOf") + "）"
                    : one.getString("name"))
        .forEach(words::add);
    return words.isEmpty() ? null : words;
  }

  private Future<Void> relieve(Case found, List<Assignment> active, Team team, Instant now) {
    Optional<Assignment> before =
        active.stream().filter(one -> one.part() == Assignment.Part.LEAD).findFirst();
    if (team.lead() == null
        || before.isEmpty()
        || before.get().organisationId().equals(team.lead().id())) {
      return Future.succeededFuture();
    }
    return before.get().state() == Assignment.State.SIGNED_FOR
        ? store.stepBack(found.client(), before.get().id())
        : store.end(
            found.client(), before.get().id(), Assignment.State.WITHDRAWN, team.reason(), now);
  }

  private Future<Void> offer(
      Case found, List<Assignment> active, Team team, Tempo tempo, Instant now) {
    AreaLevel level = levelOf(team.lead()).orElse(found.standing().level());
    Future<Void> done = Future.succeededFuture();
    List<Organisation> units = new ArrayList<>();
    if (team.lead() != null) {
      units.add(team.lead());
    }
    team.cooperating().stream().filter(one -> !units.contains(one)).forEach(units::add);
    for (Organisation unit : units) {
      boolean leads = unit.equals(team.lead());
      Assignment fresh = fresh(found, unit, leads, tempo, level, now);
      Optional<Assignment> there =
          active.stream().filter(one -> one.organisationId().equals(unit.id())).findFirst();
      done = done.compose(before -> offer(found, there, fresh));
    }
    return done;
  }

  private Future<Void> offer(Case found, Optional<Assignment> there, Assignment fresh) {
    if (there.isEmpty()) {
      return store.insert(found.client(), fresh, found.by().id());
    }
    return fresh.part() == Assignment.Part.LEAD
        ? store.stepForward(found.client(), there.get().id(), fresh.signBy(), fresh.handleBy())
        : Future.succeededFuture();
  }

  private static Assignment fresh(
      Case found, Organisation unit, boolean leads, Tempo tempo, AreaLevel level, Instant now) {
    return new Assignment(
        Ids.fresh(),
        found.disputeId(),
        unit.id(),
        unit.name(),
        leads ? Assignment.Part.LEAD : Assignment.Part.COOPERATE,
        Assignment.State.OFFERED,
        level,
        now,
        now.plus(tempo.sign()),
        now.plus(tempo.handle()),
        null,
        null,
        0);
  }

  private Future<Void> moveOn(Case found, Team team, Tempo tempo, AreaLevel level, Instant now) {
    if (team.lead() == null) {
      return cases.save(found, found.standing());
    }
    Standing next = found.standing().on(level).due(now.plus(tempo.sign()));
    Future<Void> saved = cases.save(found, next);
    return found.dispute().status().mayBeHandedOn()
        ? saved.compose(
            done ->
                cases.ledger().move(found.client(), found.disputeId(), DisputeStatus.DISPATCHED))
        : saved;
  }

  /**
   * The lead's own level, or the higher one that the dispute has reached: only a reviewed lowering
   * takes it down. What nobody has touched since its report has not reached any.
   */
  private static AreaLevel levelWith(Standing standing, Organisation lead) {
    AreaLevel own = levelOf(lead).orElse(standing.level());
    boolean untouched = standing.version() == 0;
    return untouched || own.compareTo(standing.level()) > 0 ? own : standing.level();
  }

  /** The level that a unit belongs to, by its area. */
  static Optional<AreaLevel> levelOf(Organisation unit) {
    return unit == null || unit.areaCode() == null
        ? Optional.empty()
        : AreaLevel.ofCode(unit.areaCode());
  }

  private static JsonObject told(Team team, AreaLevel level) {
    JsonArray helpers = new JsonArray();
    team.cooperating().forEach(one -> helpers.add(one.name()));
    return new JsonObject()
        .put("lead", team.lead() == null ? null : team.lead().name())
        .put("cooperating", helpers)
        .put("level", level.name())
        .put("reason", team.reason());
  }
}
