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
  record Own(String roomId, String laneId, long seq, Instant sentAt, boolean recalled) {}

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

  Future<Void> recall(SqlClient client, String laneId, long seq, Instant at) {
    return client
        .preparedQuery(
            """
            update messages set recalled_at = $3
            where lane_id = $1 and seq = $2 and recalled_at is null
            """)
        .execute(Tuple.of(laneId, seq, at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }
}
