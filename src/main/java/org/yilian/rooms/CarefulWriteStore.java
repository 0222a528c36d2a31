package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yilian.db.Times;

/**
 * Stores of a batch what may be stored: each message is looked at, whether its author may say it,
 * and whether it is there already.
 */
final class CarefulWriteStore implements WriterStore.Way {

  /**
   * Two statements in a transaction, sent in one go: the second one sees all that was committed
   * before the lanes were locked.
   */
  @Override
  public Future<List<Written>> store(
      SqlConnection connection, List<Outgoing> batch, Instant now, boolean held) {
    String begin = held ? "begin; set local lock_timeout = '50ms'" : "begin";
    Future<?> begun = connection.query(begin).execute();
    Future<?> locked = lanes(connection, batch);
    Future<List<Written>> stored = messages(connection, batch, now);
    Future<?> committed = connection.query("commit").execute();
    return Future.join(begun, locked, stored, committed)
        .transform(all -> outcome(locked, stored, committed));
  }

  /** The first failure is the cause; what follows it only says that the transaction is over. */
  private static Future<List<Written>> outcome(
      Future<?> locked, Future<List<Written>> stored, Future<?> committed) {
    for (Future<?> step : List.of(locked, stored, committed)) {
      if (step.failed()) {
        return Future.failedFuture(step.cause());
      }
    }
    return stored;
  }

  /** Locks the lanes in the order of their ids. */
  private static Future<?> lanes(SqlConnection connection, List<Outgoing> batch) {
    return connection
        .preparedQuery("select id from lanes where id = any($1) order by id for no key update")
        .execute(Tuple.of(WriterStore.strings(batch, Outgoing::laneId)));
  }

  private static Future<List<Written>> messages(
      SqlConnection connection, List<Outgoing> batch, Instant now) {
    return connection
        .preparedQuery(
            """
            with judged as materialized (
              select i.n, i.lane_id, i.member_id, i.client_id, i.body::jsonb as body,
                i.relay_of::jsonb as relay_of, l.last_seq, r.revision,
                m.seq, m.sent_at, m.body = i.body::jsonb as same,"""
                + WriterStore.ENTITLED
                + """
                as entitled
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                with ordinality as i (lane_id, member_id, client_id, body, relay_of, n)
              join lanes l on l.id = i.lane_id
              join rooms r on r.id = l.room_id
              left join lateral (
                select s.seq, s.sent_at, s.body from messages s
                where author_key(s.lane_id, s.member_id) = author_key(i.lane_id, i.member_id)
                  and s.client_id = i.client_id
                  and s.lane_id = i.lane_id and s.member_id = i.member_id) m on true
            ), fresh as materialized (
              select j.n, j.lane_id, j.member_id, j.client_id, j.body, j.relay_of, j.revision,
                j.last_seq + row_number() over (partition by j.lane_id order by j.n) as seq
              from judged j where j.seq is null and j.entitled
            ), counted as (
              update lanes l set last_seq = c.last_seq
              from (select f.lane_id, max(f.seq) as last_seq from fresh f group by f.lane_id) c
              where l.id = c.lane_id
            ), stored as (
              insert into messages (lane_id, seq, member_id, client_id, sent_at, body, relay_of)
              select f.lane_id, f.seq, f.member_id, f.client_id, $6, f.body, f.relay_of
              from fresh f
            )
            select f.n, f.seq, null::timestamptz as sent_at, null::boolean as same, f.revision
            from fresh f
            union all
            select j.n, j.seq, j.sent_at, j.same, 0 from judged j where j.seq is not null
            """)
        .execute(
            Tuple.of(
                WriterStore.strings(batch, Outgoing::laneId),
                WriterStore.strings(batch, Outgoing::memberId),
                WriterStore.strings(batch, Outgoing::clientId),
                WriterStore.strings(batch, message -> message.body().encode()),
                WriterStore.strings(batch, message -> WriterStore.encoded(message.relayOf())),
                now.atOffset(ZoneOffset.UTC)))
        .map(rows -> results(batch.size(), rows, now));
  }

  private static List<Written> results(int size, RowSet<Row> rows, Instant now) {
    List<Written> results = new ArrayList<>(Collections.nCopies(size, Written.NOT_ENTITLED));
    for (Row row : rows) {
      results.set((int) (row.getLong("n") - 1), written(row, now));
    }
    return results;
  }

  private static Written written(Row row, Instant now) {
    Boolean same = row.getBoolean("same");
    long seq = row.getLong("seq");
    if (same == null) {
      return new Written(Written.Outcome.STORED, seq, now, row.getLong("revision"));
    }
    return same
        ? new Written(Written.Outcome.AGAIN, seq, Times.of(row, "sent_at"), 0)
        : new Written(Written.Outcome.REUSED, 0, null, 0);
  }
}
