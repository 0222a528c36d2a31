package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stores a batch all of which may be stored, as nearly every one: its lanes go forward by all that
 * is in it, and each message has the number that leaves room for those behind it. One that its
 * author may not say, or whose lane there is not, ends the transaction with the constraint {@code
 * messages_entitled}, one that is there already with {@code messages_client_id}.
 *
 * <p>All of it is one call of a function and so a transaction by itself: its answer comes after the
 * commit or not at all. The function is the connection's own, so that what is asked of entitlement
 * stands once, for this way and the careful one.
 */
final class PlainWriteStore implements WriterStore.Way {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE = 16;

  /**
   * Counts the lanes forward first, which locks them, in the order of their ids: the arrays are in
   * that order, and where PostgreSQL goes by the lanes instead, so is their index. Each statement
   * behind that sees all that was committed before the locks were had. The leaf of each message is
   * computed for all of them in one, and not by the trigger one by one.
   *
   * <p>Its arguments: whether lanes are met that somebody holds; the time of all; lanes, and how
   * many messages each gets; of each message its lane and that lane's place, how many of the lane
   * come after it, author, client's id, body, and what it passes on; and the nonces of all.
   */
  private static final String FUNCTION =
      """
      create or replace function pg_temp.store_messages(boolean, timestamptz, text[], int[],
        text[], int[], int[], text[], text[], text[], text[], bytea)
        returns table (lane_id text, last_seq bigint, revision bigint) language plpgsql as $body$
      #variable_conflict use_column
      declare
        numbers bigint[];
        their_rooms text[];
      begin
        if $1 then
          perform set_config('lock_timeout', '50ms', true);
        end if;
        with counted as (
          update lanes l set last_seq = l.last_seq + c.more
          from unnest($3, $4) with ordinality as c (id, more, place)
          where l.id = c.id
          returning c.place, l.last_seq, l.room_id
        )
        select array_agg(c.last_seq order by c.place), array_agg(c.room_id order by c.place)
        into numbers, their_rooms from counted c;
        if cardinality(numbers) is distinct from cardinality($3) then
          perform refuse_message();
        end if;
        insert into messages (lane_id, seq, member_id, client_id, sent_at, body, relay_of, nonce,
          leaf)
        select f.lane_id, f.seq, f.member_id, f.client_id, $2, f.body, f.relay_of, f.nonce,
          evidence_leaf(f.nonce, message_data(
            f.lane_id, f.seq, (select evidence_time($2)), f.member_id, f.body))
        from (
          select i.lane_id, i.member_id, i.client_id, i.body::jsonb as body,
            i.relay_of::jsonb as relay_of, substr($12, (16 * i.n - 15)::int, 16) as nonce,
            case when"""
          + WriterStore.ENTITLED
          + """
            then numbers[i.place] - i.behind
            else refuse_message() end as seq
          from unnest($5, $6, $7, $8, $9, $10, $11) with ordinality
            as i (lane_id, place, behind, member_id, client_id, body, relay_of, n)
          offset 0) f;
        return query
          select c.id, c.last_seq, r.revision
          from unnest($3, numbers, their_rooms) as c (id, last_seq, room_id)
          join rooms r on r.id = c.room_id;
      end
      $body$
      """;

  /** Gives a new connection the function. */
  Future<?> prepare(SqlConnection connection) {
    return connection.query(FUNCTION).execute();
  }

  @Override
  public Future<List<Written>> store(
      SqlConnection connection, List<Outgoing> batch, Instant now, boolean held) {
    SortedMap<String, Integer> counts = counts(batch);
    Integer[] behind = behind(batch);
    return connection
        .preparedQuery(
            """
            select s.lane_id, s.last_seq, s.revision
            from pg_temp.store_messages($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) s
            """)
        .execute(
            Tuple.tuple()
                .addBoolean(held)
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addArrayOfString(counts.keySet().toArray(String[]::new))
                .addArrayOfInteger(counts.values().toArray(Integer[]::new))
                .addArrayOfString(WriterStore.strings(batch, Outgoing::laneId))
                .addArrayOfInteger(places(batch, counts.keySet()))
                .addArrayOfInteger(behind)
                .addArrayOfString(WriterStore.strings(batch, Outgoing::memberId))
                .addArrayOfString(WriterStore.strings(batch, Outgoing::clientId))
                .addArrayOfString(WriterStore.strings(batch, message -> message.body().encode()))
                .addArrayOfString(
                    WriterStore.strings(batch, message -> WriterStore.encoded(message.relayOf())))
                .addBuffer(nonces(batch.size())))
        .map(lanes -> results(batch, behind, lanes, now));
  }

  /** How many messages each lane gets, in the order of the lanes' ids. */
  private static SortedMap<String, Integer> counts(List<Outgoing> batch) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    batch.forEach(message -> counts.merge(message.laneId(), 1, Integer::sum));
    return counts;
  }

  /** Where the lane of each message is among the lanes, from 1 on, as PostgreSQL counts. */
  private static Integer[] places(List<Outgoing> batch, Set<String> lanes) {
    Map<String, Integer> places = new HashMap<>();
    lanes.forEach(lane -> places.put(lane, places.size() + 1));
    return batch.stream().map(message -> places.get(message.laneId())).toArray(Integer[]::new);
  }

  /**
   * The nonces of so many leaves, one behind the other. PostgreSQL would make each by itself, which
   * was a twentieth of what a message costs it.
   */
  private static Buffer nonces(int count) {
    byte[] octets = new byte[NONCE * count];
    RANDOM.nextBytes(octets);
    return Buffer.buffer(octets);
  }

  /** How many of its lane come after each message. */
  private static Integer[] behind(List<Outgoing> batch) {
    Map<String, Integer> left = counts(batch);
    return batch.stream()
        .map(message -> left.merge(message.laneId(), -1, Integer::sum))
        .toArray(Integer[]::new);
  }

  private static List<Written> results(
      List<Outgoing> batch, Integer[] behind, RowSet<Row> rows, Instant now) {
    Map<String, Row> lanes = new HashMap<>();
    rows.forEach(row -> lanes.put(row.getString("lane_id"), row));
    List<Written> results = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Row lane = lanes.get(batch.get(i).laneId());
      long seq = lane.getLong("last_seq") - behind[i];
      results.add(new Written(Written.Outcome.STORED, seq, now, lane.getLong("revision")));
    }
    return results;
  }
}
