package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema forward, never back. Each file is one transaction under one advisory lock, so
 * nodes may start together and an interrupted start goes on where it ended.
 */
public final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private final Database database;
  private final Clock clock;
  private final List<Migration> files;

  Migrations(Database database, Clock clock, List<Migration> files) {
    this.database = database;
    this.clock = clock;
    this.files = MigrationFiles.inOrder(files);
  }

  /**
   * Applies what is not yet applied, in the order of the numbers.
   *
   * @return how many were applied; fails with {@link DatabaseFault} where an applied file has
   *     changed or the database knows a number that this build does not
   */
  public static Future<Integer> apply(Vertx vertx, Database database, Clock clock) {
    return vertx
        .executeBlocking(MigrationFiles::read)
        .compose(files -> new Migrations(database, clock, files).apply());
  }

  Future<Integer> apply() {
    return database.inTransaction(this::prepared).compose(this::applyOthers);
  }

  /** What was applied stays applied: only the others are looked at again, each under the lock. */
  private Future<Integer> applyOthers(Set<Integer> applied) {
    Future<Integer> done = Future.succeededFuture(0);
    for (Migration file : files) {
      if (!applied.contains(file.number())) {
        done = done.compose(count -> applied(file).map(fresh -> fresh ? count + 1 : count));
      }
    }
    return done;
  }

  /** Judges the whole history before a first change, so that a refusal leaves nothing behind. */
  private Future<Set<Integer>> prepared(SqlClient client) {
    return MigrationStore.lock(client)
        .compose(locked -> MigrationStore.create(client))
        .compose(created -> MigrationStore.checksums(client))
        .compose(this::judged);
  }

  private Future<Set<Integer>> judged(Map<Integer, String> applied) {
    Map<Integer, String> unknown = new HashMap<>(applied);
    for (Migration file : files) {
      String checksum = unknown.remove(file.number());
      if (checksum != null && !checksum.equals(file.checksum())) {
        return fault("migration " + file + " has changed since it was applied; add a new file");
      }
    }
    return unknown.isEmpty()
        ? Future.succeededFuture(applied.keySet())
        : fault("the database was migrated by a newer version: numbers " + unknown.keySet());
  }

  private Future<Boolean> applied(Migration file) {
    return database.inTransaction(
        client ->
            MigrationStore.lock(client)
                .compose(locked -> MigrationStore.checksums(client))
                .compose(known -> known.containsKey(file.number()) ? no() : ran(client, file)));
  }

  private Future<Boolean> ran(SqlClient client, Migration file) {
    LOG.info("migrating: {}", file);
    return client
        .query(file.sql())
        .execute()
        .recover(failure -> fault("migration " + file + " failed: " + failure.getMessage()))
        .compose(done -> MigrationStore.record(client, file, now()))
        .map(true);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Future<Boolean> no() {
    return Future.succeededFuture(false);
  }

  private static <T> Future<T> fault(String message) {
    return Future.failedFuture(new DatabaseFault(message));
  }
}
