package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.yilian.db.Times;
import org.yilian.kernel.Refusal;

/** What decides whether a message may still be taken back. */
final class RecallStore {

  /** A message that the member itself said. */
  record Own(String roomId, String laneId, long seq, Instant sentAt, boolean recalled) {
    Recall recall(long n) {
      return new Recall(laneId, n, seq);
    }
  }

  /** Holds all lanes of the room: no relay is written meanwhile, as the writer needs its lane. */
  Future<Void> lockLanes(SqlClient client, String roomId) {
    return client
        .preparedQuery("select id from lanes where room_id = $1 order by id for no key update")
        .execute(Tuple.of(roomId))
        .mapEmpty();
  }

  /** The member's own message, held; 404 where there is none that it reads. */
  Future<Own> lockOwn(SqlClient client, String memberId, String laneId, long seq) {
    return client
        .preparedQuery(
            """
            select l.room_id, m.lane_id, m.seq, m.sent_at, m.recalled_at is not null as recalled
            from messages m join lanes l on l.id = m.lane_id
            where m.lane_id = $2 and m.seq = $3 and m.member_id = $1 and exists (
              select 1 from grants g where g.lane_id = m.lane_id and g.member_id = $1)
            for update of m
            """)
        .execute(Tuple.of(memberId, laneId, seq))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Own(
                                row.getString("room_id"),
                                row.getString("lane_id"),
                                row.getLong("seq"),
                                Times.of(row, "sent_at"),
                                row.getBoolean("recalled")))
                    .findFirst()
                    .orElseThrow(Refusal::notFound));
  }

  /** {@code relayed} or {@code quoted}, where the message has gone on. */
  Future<Optional<String>> passedOn(SqlClient client, Own message) {
    return client
        .preparedQuery(
            """
            select case
              when exists (
                select 1 from messages m join lanes l on l.id = m.lane_id
                where l.room_id = $1 and m.relay_of ->> 'lane' = $2
                  and (m.relay_of ->> 'seq')::bigint = $3)
              then 'relayed'
              when exists (select 1 from quotes q where q.lane_id = $2 and q.seq = $3)
              then 'quoted' end as used
            """)
        .execute(Tuple.of(message.roomId(), message.laneId(), message.seq()))
        .map(rows -> Optional.ofNullable(rows.iterator().next().getString("used")));
  }

  /** Takes the message back, which nobody did before, and counts that in its lane. */
  Future<Recall> recall(SqlClient client, Own message, Instant at) {
    return client
        .preparedQuery(
            """
            with recalled as (
              update messages set recalled_at = $3
              where lane_id = $1 and seq = $2 and recalled_at is null
              returning lane_id, seq
            ), counted as (
              update lanes l set recalls = l.recalls + 1 from recalled r where l.id = r.lane_id
              returning l.id, l.recalls
            )
            insert into recalls (lane_id, n, seq)
            select r.lane_id, c.recalls, r.seq from recalled r join counted c on c.id = r.lane_id
            returning n
            """)
        .execute(Tuple.of(message.laneId(), message.seq(), at.atOffset(ZoneOffset.UTC)))
        .map(rows -> message.recall(rows.iterator().next().getLong("n")));
  }

  /** The recall of a message that was taken back; the 0th where that was before they counted. */
  Future<Recall> recallOf(SqlClient client, Own message) {
    return client
        .preparedQuery("select n from recalls where lane_id = $1 and seq = $2")
        .execute(Tuple.of(message.laneId(), message.seq()))
        .map(rows -> rows.stream().map(row -> row.getLong("n")).findFirst().orElse(0L))
        .map(message::recall);
  }
}
