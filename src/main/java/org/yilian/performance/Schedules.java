package org.yilian.performance;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Concerns;
import org.yilian.db.Database;

/**
 * The schedules of agreements in effect. One that is missing is made when somebody asks for it, or
 * by the next round of reminders: neither a crash nor an older version leaves an agreement without.
 */
final class Schedules {
  private static final int BATCH = 100;

  private final ObligationStore store = new ObligationStore();
  private final Database database;
  private final Concerns concerns;
  private final Clock clock;

  Schedules(Database database, Concerns concerns, Clock clock) {
    this.database = database;
    this.concerns = concerns;
    this.clock = clock;
  }

  /** Makes the schedule of an agreement in effect, unless there is one. */
  Future<Void> ensure(SqlClient client, Concern concern) {
    String id = concern.agreement().id();
    return concern.agreement().effectiveOn() == null
        ? Future.succeededFuture()
        : store
            .planned(client, id)
            .compose(planned -> planned ? Future.succeededFuture() : plan(client, concern));
  }

  private Future<Void> plan(SqlClient client, Concern concern) {
    return store
        .plan(client, concern.agreement().id(), clock.instant())
        .compose(
            first ->
                first
                    ? insert(client, Schedule.of(concern.agreement(), concern.mediation()))
                    : Future.succeededFuture());
  }

  private Future<Void> insert(SqlClient client, List<Obligation> obligations) {
    Future<Void> done = Future.succeededFuture();
    for (Obligation one : obligations) {
      done = done.compose(before -> store.insert(client, one));
    }
    return done;
  }

  /** Makes every schedule that is missing. */
  Future<Void> ensureAll() {
    return database
        .withConnection(client -> store.unplanned(client, BATCH))
        .compose(this::ensureAll);
  }

  private Future<Void> ensureAll(List<String> agreementIds) {
    Future<Void> done = Future.succeededFuture();
    for (String id : agreementIds) {
      done =
          done.compose(
              before ->
                  database.inTransaction(
                      client ->
                          concerns
                              .unguarded(client, id)
                              .compose(concern -> ensure(client, concern))));
    }
    return agreementIds.size() < BATCH ? done : done.compose(before -> ensureAll());
  }
}
