package org.yilian;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** A connection of a test's own to a server's database. */
final class OwnConnection implements AutoCloseable {
  private static final int TRIES = 1_000;

  private final PgConnection connection;

  OwnConnection(TestServer server) {
    connection = done(PgConnection.connect(server.vertx(), server.database()));
  }

  RowSet<Row> run(String sql) {
    return done(connection.query(sql).execute());
  }

  /**
   * Returns when there are so many.
   *
   * @param counting selects the number as its first column, and pauses
   */
  void awaitCount(int count, String counting) {
    for (int i = 0; i < TRIES; i++) {
      if (run(counting).iterator().next().getLong(0) >= count) {
        return;
      }
    }
    throw new AssertionError("no " + count + " by " + counting);
  }

  @Override
  public void close() {
    done(connection.close());
  }

  private static <T> T done(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
