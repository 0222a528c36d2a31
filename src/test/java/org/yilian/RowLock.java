package org.yilian;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** Holds rows of a server's table, so that whoever locks one of them waits. */
public final class RowLock implements AutoCloseable {
  private static final int TRIES = 1_000;

  private final PgConnection owner;

  private RowLock(PgConnection owner) {
    this.owner = owner;
  }

  public static RowLock of(TestServer server, String table, String... ids) {
    RowLock lock = new RowLock(done(PgConnection.connect(server.vertx(), server.database())));
    lock.run("begin");
    String quoted = "'" + String.join("', '", ids) + "'";
    lock.run("select id from %s where id in (%s) for update".formatted(table, quoted));
    return lock;
  }

  /** Returns when so many others wait for a row. */
  public void awaitWaiting(int count) {
    for (int i = 0; i < TRIES; i++) {
      if (waiting() >= count) {
        return;
      }
    }
    throw new AssertionError("no " + count + " wait for a row");
  }

  private long waiting() {
    return run("""
            select count(*) as waiting, pg_sleep(0.01) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """)
        .iterator()
        .next()
        .getLong("waiting");
  }

  /** Lets them go on. */
  @Override
  public void close() {
    run("rollback");
    done(owner.close());
  }

  private RowSet<Row> run(String sql) {
    return done(owner.query(sql).execute());
  }

  private static <T> T done(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
