package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.identity.AreaLevel;
import org.yilian.kernel.Periodic;

/**
 * Clocks that have run out raise by themselves: nobody need look for them. A lead's and a centre's
 * raise the dispute to the next level, a helper's is only told.
 */
public final class Clocks {
  private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);
  private static final long SWEEP_MILLIS = 15_000;

  private final AssignmentStore assignments = new AssignmentStore();
  private final CentreClockStore centres = new CentreClockStore();
  private final Periodic rounds;
  private final Cases cases;
  private final Levels levels;
  private final Clock clock;

  Clocks(Vertx vertx, Cases cases, Levels levels, Clock clock) {
    this.rounds = new Periodic(vertx, SWEEP_MILLIS, this::sweep);
    this.cases = cases;
    this.levels = levels;
    this.clock = clock;
  }

  public void start() {
    rounds.start();
  }

  public void stop() {
    rounds.stop();
  }

  /** Sees to every clock that has run out by now. */
  public Future<Void> sweep() {
    return cases
        .database()
        .inTransaction(
            client ->
                seeToOne(client)
                    .compose(more -> more ? Future.succeededFuture(true) : seeToCentre(client)))
        .compose(more -> more ? sweep() : Future.succeededFuture())
        .onFailure(failure -> LOG.warn("clocks left for later reason={}", failure.toString()));
  }

  private Future<Boolean> seeToOne(SqlClient client) {
    return assignments
        .takeOverdue(client, clock.instant())
        .compose(
            taken ->
                taken
                    .map(one -> tell(client, one).map(true))
                    .orElse(Future.succeededFuture(false)));
  }

  private Future<Boolean> seeToCentre(SqlClient client) {
    return centres
        .takeOverdue(client, clock.instant())
        .compose(
            taken ->
                taken
                    .map(id -> tellOfCentre(client, id).map(true))
                    .orElse(Future.succeededFuture(false)));
  }

  private Future<Void> tellOfCentre(SqlClient client, String disputeId) {
    return cases
        .locked(client, disputeId, Actor.SYSTEM)
        .compose(found -> found.dispute().status().over() ? nothing() : tellOfCentre(found));
  }

  private Future<Void> tellOfCentre(Case found) {
    AreaLevel level = found.standing().level();
    String centre =
        level == AreaLevel.CITY ? "市级中心" : level == AreaLevel.DISTRICT ? "区级中心" : "街道中心";
    JsonObject fact = JsonObject.of("organisation", centre, "clock", "SIGN");
    return cases
        .note(found, "clock-ran-out", fact)
        .compose(
            done ->
                level == AreaLevel.CITY
                    ? nothing()
                    : levels.raise(found, Levels.above(level), centre + "超过时限没有处理"));
  }

  private static Future<Void> nothing() {
    return Future.succeededFuture();
  }

  private Future<Void> tell(SqlClient client, Assignment late) {
    return cases
        .locked(client, late.disputeId(), Actor.SYSTEM)
        .compose(found -> cases.note(found, "clock-ran-out", told(late)).map(found))
        .compose(
            found ->
                late.part() == Assignment.Part.LEAD
                        && found.standing().level() != AreaLevel.CITY
                        && !found.dispute().status().over()
                    ? levels.raise(found, Levels.above(found.standing().level()), reason(late))
                    : Future.succeededFuture());
  }

  private static String reason(Assignment late) {
    return late.state() == Assignment.State.OFFERED
        ? late.organisationName() + "超过时限没有签收"
        : late.organisationName() + "超过时限没有办结";
  }

  private static JsonObject told(Assignment late) {
    return new JsonObject()
        .put("organisation", late.organisationName())
        .put("clock", late.state() == Assignment.State.OFFERED ? "SIGN" : "HANDLE");
  }
}
