package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stores a batch all of which may be stored, as nearly every one: its lanes go forward by all that
 * is in it, and each message has the number that leaves room for those behind it. One that its
 * author may not say ends the transaction with the constraint {@code messages_entitled}, one that
 * is there already with {@code messages_client_id}.
 */
final class PlainWriteStore implements WriterStore.Way {

  /**
   * Counts the lanes forward, which locks them, in the order of their ids: the arrays are in that
   * order, and where PostgreSQL goes by the lanes instead, so is their index.
   */
  @Override
  public Future<?> lanes(SqlConnection connection, List<Outgoing> batch) {
    Map<String, Integer> counts = counts(batch);
    return connection
        .preparedQuery(
            """
            update lanes l set last_seq = l.last_seq + c.more
            from unnest($1::text[], $2::int[]) as c (id, more)
            where l.id = c.id
            """)
        .execute(
            Tuple.tuple()
                .addArrayOfString(counts.keySet().toArray(String[]::new))
                .addArrayOfInteger(counts.values().toArray(Integer[]::new)));
  }

  /** The leaf of each is computed here for all of them, and not by the trigger one by one. */
  @Override
  public Future<List<Written>> messages(
      SqlConnection connection, List<Outgoing> batch, Instant now) {
    Integer[] behind = behind(batch);
    return connection
        .preparedQuery(
            """
            with stored as (
              insert into messages (lane_id, seq, member_id, client_id, sent_at, body, relay_of,
                nonce, leaf)
              select f.lane_id, f.seq, f.member_id, f.client_id, $7, f.body, f.relay_of, f.nonce,
                evidence_leaf(f.nonce, message_data(
                  f.lane_id, f.seq, (select evidence_time($7)), f.member_id, f.body))
              from (
                select i.lane_id, i.member_id, i.client_id, i.body::jsonb as body,
                  i.relay_of::jsonb as relay_of, evidence_nonce() as nonce,
                  case when"""
                + WriterStore.ENTITLED
                + """
                  then l.last_seq - i.behind
                  else refuse_message() end as seq
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[])
                  as i (lane_id, member_id, client_id, body, relay_of, behind)
                join lanes l on l.id = i.lane_id
                offset 0) f
            )
            select l.id, l.last_seq, r.revision
            from unnest($8::text[]) as c (id)
            join lanes l on l.id = c.id
            join rooms r on r.id = l.room_id
            """)
        .execute(
            Tuple.tuple()
                .addArrayOfString(WriterStore.strings(batch, Outgoing::laneId))
                .addArrayOfString(WriterStore.strings(batch, Outgoing::memberId))
                .addArrayOfString(WriterStore.strings(batch, Outgoing::clientId))
                .addArrayOfString(WriterStore.strings(batch, message -> message.body().encode()))
                .addArrayOfString(
                    WriterStore.strings(batch, message -> WriterStore.encoded(message.relayOf())))
                .addArrayOfInteger(behind)
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addArrayOfString(counts(batch).keySet().toArray(String[]::new)))
        .map(lanes -> results(batch, behind, lanes, now));
  }

  /** How many messages each lane gets, in the order of the lanes' ids. */
  private static Map<String, Integer> counts(List<Outgoing> batch) {
    Map<String, Integer> counts = new TreeMap<>();
    batch.forEach(message -> counts.merge(message.laneId(), 1, Integer::sum));
    return counts;
  }

  /** How many of its lane come after each message. */
  private static Integer[] behind(List<Outgoing> batch) {
    Map<String, Integer> left = counts(batch);
    return batch.stream()
        .map(message -> left.merge(message.laneId(), -1, Integer::sum))
        .toArray(Integer[]::new);
  }

  /** Of a lane that there is not, nothing was stored. */
  private static List<Written> results(
      List<Outgoing> batch, Integer[] behind, RowSet<Row> rows, Instant now) {
    Map<String, Row> lanes = new HashMap<>();
    rows.forEach(row -> lanes.put(row.getString("id"), row));
    List<Written> results = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Row lane = lanes.get(batch.get(i).laneId());
      results.add(lane == null ? Written.NOT_ENTITLED : stored(lane, behind[i], now));
    }
    return results;
  }

  private static Written stored(Row lane, int behind, Instant now) {
    long seq = lane.getLong("last_seq") - behind;
    return new Written(Written.Outcome.STORED, seq, now, lane.getLong("revision"));
  }
}
