package org.yilian.statistics;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.kernel.Periodic;
import org.yilian.ledger.Warnings;

/** Early warning by rate: a type of dispute that rises at a place is found and warned of. */
public final class Rises {
  private static final Logger LOG = LoggerFactory.getLogger(Rises.class);
  private static final long SWEEP_MILLIS = 15 * 60_000;
  private static final int DAYS = 7;

  private final RiseStore store = new RiseStore();
  private final Periodic rounds;
  private final Database database;
  private final Warnings warnings;
  private final Clock clock;

  public Rises(Vertx vertx, Database database, Warnings warnings, Clock clock) {
    this.rounds = new Periodic(vertx, SWEEP_MILLIS, this::sweep);
    this.database = database;
    this.warnings = warnings;
    this.clock = clock;
  }

  public void start() {
    rounds.start();
  }

  public void stop() {
    rounds.stop();
  }

  /** Compares the seven days up to today, of which today counts as far as it has come. */
  public Future<Void> sweep() {
    LocalDate today = Deadlines.dateOf(clock.instant());
    Tally.Term week = new Tally.Term(today.minusDays(DAYS - 1), today);
    return database
        .inTransaction(client -> find(client, week))
        .onFailure(failure -> LOG.warn("rises found later reason={}", failure.toString()));
  }

  private Future<Void> find(SqlClient client, Tally.Term week) {
    Future<List<Rise>> wide = store.wide(client, week);
    Future<List<Rise>> streets = store.streets(client, week);
    return Future.all(wide, streets)
        .compose(
            all -> {
              List<Rise> counted = new ArrayList<>(wide.result());
              counted.addAll(streets.result());
              return warnings.rising(
                  client, week.from(), counted.stream().flatMap(Rises::warned).toList());
            });
  }

  private static Stream<Warnings.Rising> warned(Rise rise) {
    Optional<List<String>> reasons = rise.reasons();
    return reasons.stream().map(told -> new Warnings.Rising(rise.area(), rise.type().name(), told));
  }
}
