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

  /**
   * The lanes are looked up once each, and a message takes its number from theirs by their place.
   * The leaf of each is computed here for all of them, and not by the trigger one by one.
   */
  @Override
  public Future<List<Written>> messages(
      SqlConnection connection, List<Outgoing> batch, Instant now) {
    List<String> lanes = List.copyOf(counts(batch).keySet());
    Integer[] places = places(batch, lanes);
    Integer[] behind = behind(batch);
    return connection
        .preparedQuery(
            """
            with held as materialized (
              select c.place, l.last_seq, r.revision
              from unnest($1::text[]) with ordinality as c (id, place)
              left join lanes l on l.id = c.id
              left join rooms r on r.id = l.room_id
            ), stored as (
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
                  then coalesce(
                    (select array_agg(h.last_seq order by h.place) from held h)[i.place] - i.behind,
                    refuse_message())
                  else refuse_message() end as seq
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::int[],
                  $9::int[])
                  as i (lane_id, member_id, client_id, body, relay_of, place, behind)
                offset 0) f
            )
            select h.last_seq, h.revision from held h order by h.place
            """)
        .execute(
            Tuple.tuple()
                .addArrayOfString(lanes.toArray(String[]::new))
                .addArrayOfString(WriterStore.strings(batch, Outgoing::laneId))
                .addArrayOfString(WriterStore.strings(batch, Outgoing::memberId))
                .addArrayOfString(WriterStore.strings(batch, Outgoing::clientId))
                .addArrayOfString(WriterStore.strings(batch, message -> message.body().encode()))
                .addArrayOfString(
                    WriterStore.strings(batch, message -> WriterStore.encoded(message.relayOf())))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addArrayOfInteger(places)
                .addArrayOfInteger(behind))
        .map(held -> results(held, places, behind, now));
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

  /** The place of each message's lane among the lanes, from 1. */
  private static Integer[] places(List<Outgoing> batch, List<String> lanes) {
    Map<String, Integer> places = new HashMap<>();
    lanes.forEach(lane -> places.put(lane, places.size() + 1));
    return batch.stream().map(message -> places.get(message.laneId())).toArray(Integer[]::new);
  }

  private static List<Written> results(
      RowSet<Row> held, Integer[] places, Integer[] behind, Instant now) {
    List<Row> lanes = new ArrayList<>();
    held.forEach(lanes::add);
    List<Written> results = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      results.add(stored(lanes.get(places[i] - 1), behind[i], now));
    }
    return results;
  }

  private static Written stored(Row lane, int behind, Instant now) {
    long seq = lane.getLong("last_seq") - behind;
    return new Written(Written.Outcome.STORED, seq, now, lane.getLong("revision"));
  }
}
