package org.yilian.city;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.List;

/** The counts of a wall from a plain table: no index, no counters. */
public final class PlainLedger {
  private static final int RUNS = 5;

  private static final List<String> COUNTS =
      List.of(
          "select count(*), count(resolved_at), sum(recovered_fen), avg(resolved_at - created_at),"
              + " avg(signed_for_at - created_at) from plain_disputes where area_code like '5099%'",
          "select type, count(*) from plain_disputes where area_code like '5099%' group by 1",
          "select channel, count(*) from plain_disputes where area_code like '5099%' group by 1",
          "select resolved_level, count(*) from plain_disputes where area_code like '5099%' group by 1",
          "select left(area_code, 6), count(*), count(resolved_at) from plain_disputes"
              + " where area_code like '5099%' group by 1",
          "select created_at::date, count(*) from plain_disputes where area_code like '5099%'"
              + " and created_at > now() - interval '7 days' group by 1",
          "select resolved_at::date, count(*) from plain_disputes where area_code like '5099%'"
              + " and resolved_at > now() - interval '7 days' group by 1",
          "select count(*) from plain_disputes where due_at < now() and area_code like '5099%'",
          "select count(*) from plain_disputes where alarm is not null and area_code like '5099%'");

  private final Vertx vertx;
  private final PgConnectOptions database;

  public PlainLedger(Vertx vertx, PgConnectOptions database) {
    this.vertx = vertx;
    this.database = database;
  }

  /** How long all of them take. */
  public double median() {
    PgConnection connection = PgConnection.connect(vertx, database).await();
    connection.query("set statement_timeout = 0").execute().await();
    connection
        .query(
            "create table if not exists plain_disputes as select id, type, channel, status, level,"
                + " risk, area_code, created_at, resolved_at, resolved_level, signed_for_at, due_at,"
                + " alarm, recovered_fen, cause, address, words from disputes")
        .execute()
        .await();
    Stopwatch watch = new Stopwatch("wall city, plain table");
    for (int i = 0; i < RUNS; i++) {
      watch.time(() -> COUNTS.forEach(sql -> connection.query(sql).execute().await()));
    }
    watch.tell();
    connection.close().await();
    return watch.median();
  }
}
