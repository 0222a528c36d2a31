package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.identity.AreaLevel;

/**
 * Clocks that have run out raise by themselves: nobody need look for them. A lead's raises the
 * dispute to the next level, a helper's is only told.
 */
public final class Clocks {
  private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);
  private static final long SWEEP_MILLIS = 15_000;

  private final AssignmentStore assignments = new AssignmentStore();
  private final Vertx vertx;
  private final Cases cases;
  private final Levels levels;
  private final Clock clock;
  private final AtomicBoolean sweeping = new AtomicBoolean();
  private long timer;

  Clocks(Vertx vertx, Cases cases, Levels levels, Clock clock) {
    this.vertx = vertx;
    this.cases = cases;
    this.levels = levels;
    this.clock = clock;
  }

  public void start() {
    timer = vertx.setPeriodic(SWEEP_MILLIS, SWEEP_MILLIS, id -> sweepUnlessBusy());
  }

  public void stop() {
    vertx.cancelTimer(timer);
  }

  /** One round of the timer at a time, however long it takes. */
  private void sweepUnlessBusy() {
    if (sweeping.compareAndSet(false, true)) {
      sweep().onComplete(done -> sweeping.set(false));
    }
  }

  /** Sees to every clock that has run out by now. */
  public Future<Void> sweep() {
    return cases
        .database()
        .inTransaction(this::seeToOne)
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
