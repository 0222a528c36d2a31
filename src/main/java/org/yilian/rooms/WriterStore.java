package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.yilian.db.Times;

/** Stores a batch of messages in one transaction, on the writer's own connection. */
final class WriterStore {

  /**
   * What may be met, as it was lately.
   *
   * @param held a lane that somebody holds: then hardly any time is given to it, in place of a
   *     second
   * @param repeated a message that is stored already: then each is looked for. Otherwise only the
   *     constraint looks, and one that is met fails the batch with {@link WriteFault#REPEATED}
   */
  record Foresight(boolean held, boolean repeated) {}

  /**
   * Nothing may wait long for a lane; and each statement goes by the keys, whatever the sizes: a
   * batch is planned for ten messages and may hold hundreds, among tables that grow.
   */
  Future<Void> prepare(SqlConnection connection) {
    return connection
        .query(
            """
            set lock_timeout = '1s';
            set jit = off;
            set enable_seqscan = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off
            """)
        .execute()
        .mapEmpty();
  }

  /**
   * Stores what may be stored and tells what became of each, in the order given. The statements are
   * sent in one go. The lanes are locked first, in the order of their ids, so that two nodes never
   * wait for each other; the second statement then sees all that was committed before.
   *
   * @param how what the batch is to be prepared for
   */
  Future<List<Written>> write(
      SqlConnection connection, List<Outgoing> batch, Instant now, Foresight how) {
    String begin = how.held() ? "begin; set local lock_timeout = '50ms'" : "begin";
    Future<?> begun = connection.query(begin).execute();
    Future<?> locked =
        connection
            .preparedQuery("select id from lanes where id = any($1) order by id for no key update")
            .execute(Tuple.of(strings(batch, Outgoing::laneId)));
    Future<RowSet<Row>> stored = store(connection, batch, now, how.repeated());
    Future<?> committed = connection.query("commit").execute();
    return Future.join(begun, locked, stored, committed)
        .transform(all -> outcome(batch, now, locked, stored, committed));
  }

  /** The first failure is the cause; what follows it only says that the transaction is over. */
  private static Future<List<Written>> outcome(
      List<Outgoing> batch,
      Instant now,
      Future<?> locked,
      Future<RowSet<Row>> stored,
      Future<?> committed) {
    for (Future<?> step : List.of(locked, stored, committed)) {
      if (step.failed()) {
        return Future.failedFuture(step.cause());
      }
    }
    return Future.succeededFuture(results(batch.size(), stored.result(), now));
  }

  private static Future<RowSet<Row>> store(
      SqlConnection connection, List<Outgoing> batch, Instant now, boolean repeated) {
    return connection
        .preparedQuery(
            """
            with judged as materialized (
              select i.n, i.lane_id, i.member_id, i.client_id, i.body::jsonb as body,
                i.relay_of::jsonb as relay_of, l.last_seq, r.revision,
                m.seq, m.sent_at, m.body = i.body::jsonb as same,
                (i.member_id = 'system' or exists (
                  select 1 from grants g
                  where g.member_id = i.member_id and g.lane_id = i.lane_id and g.may_say)
                or exists (
                  select 1 from pending_posts p
                  where p.id = i.client_id and p.lane_id = i.lane_id
                    and p.member_id = i.member_id))
                and (i.relay_of is null or exists (
                  select 1 from messages s
                  where s.lane_id = i.relay_of::jsonb ->> 'lane'
                    and s.seq = (i.relay_of::jsonb ->> 'seq')::bigint
                    and s.recalled_at is null)) as entitled
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                with ordinality as i (lane_id, member_id, client_id, body, relay_of, n)
              join lanes l on l.id = i.lane_id
              join rooms r on r.id = l.room_id
              left join lateral (
                select s.seq, s.sent_at, s.body from messages s
                where $7 and s.lane_id = i.lane_id and s.member_id = i.member_id
                  and s.client_id = i.client_id) m on true
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
                strings(batch, Outgoing::laneId),
                strings(batch, Outgoing::memberId),
                strings(batch, Outgoing::clientId),
                strings(batch, message -> message.body().encode()),
                strings(batch, message -> encoded(message.relayOf())),
                now.atOffset(ZoneOffset.UTC),
                repeated));
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

  private static String[] strings(List<Outgoing> batch, Function<Outgoing, String> value) {
    return batch.stream().map(value).toArray(String[]::new);
  }

  private static String encoded(JsonObject json) {
    return json == null ? null : json.encode();
  }
}
