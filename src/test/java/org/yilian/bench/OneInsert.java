package org.yilian.bench;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.yilian.Transports;
import org.yilian.kernel.Ids;

/**
 * What one durable insert takes with our own driver when nobody else asks for anything: one row of
 * a message's size, one statement, one commit, one after the other, or so many a second: whoever
 * waits for the next one has to be woken for it. The measure for an ack. By hand:
 *
 * <pre>java -cp … org.yilian.bench.OneInsert POSTGRES_URL [COUNT] [A_SECOND]</pre>
 */
public final class OneInsert {
  private static final int WARM = 1_000;
  private static final String WORDS = "话".repeat(60);

  private OneInsert() {}

  public static void main(String[] args) throws Exception {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    long pause = args.length > 2 ? TimeUnit.SECONDS.toNanos(1) / Integer.parseInt(args[2]) : 0;
    Vertx vertx = Transports.vertx();
    PgConnectOptions options = PgConnectOptions.fromUri(args[0]).setCachePreparedStatements(true);
    PgConnection connection = PgConnection.connect(vertx, options).await(10, TimeUnit.SECONDS);
    run(
        connection,
        """
        create table one_insert (
          room int not null, seq bigint not null, sender text not null, cid text not null,
          body text not null, at timestamptz not null default now(), primary key (room, seq))
        """);
    run(connection, "create unique index one_insert_cid on one_insert (sender, cid)");
    for (int i = 0; i < WARM; i++) {
      insert(connection, i);
    }
    Spread spread = new Spread();
    long first = System.nanoTime();
    for (int i = 0; i < count; i++) {
      waitUntil(first + i * pause);
      long begun = System.nanoTime();
      insert(connection, WARM + i);
      spread.since(begun);
    }
    System.out.printf(
        "one durable insert: p50 %.2f, p95 %.2f, p99 %.2f ms of %d%n",
        spread.percentile(50), spread.percentile(95), spread.percentile(99), spread.count());
    run(connection, "drop table one_insert");
    System.exit(0);
  }

  private static void waitUntil(long nanoTime) {
    while (nanoTime - System.nanoTime() > 0) {
      LockSupport.parkNanos(nanoTime - System.nanoTime());
    }
  }

  private static void run(PgConnection connection, String sql) throws Exception {
    connection.query(sql).execute().await(10, TimeUnit.SECONDS);
  }

  private static void insert(PgConnection connection, int seq) throws Exception {
    connection
        .preparedQuery(
            "insert into one_insert (room, seq, sender, cid, body) values ($1, $2, $3, $4, $5)")
        .execute(Tuple.of(seq % 10, (long) seq, "sender", Ids.fresh(), WORDS))
        .await(10, TimeUnit.SECONDS);
  }
}
