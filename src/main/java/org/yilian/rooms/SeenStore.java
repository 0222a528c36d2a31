package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Seen marks in the database. */
final class SeenStore {

  Future<List<SeenMarks.Mark>> ofRoom(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select s.member_id, s.lane_id, s.seq
            from seen_marks s join lanes l on l.id = s.lane_id where l.room_id = $1
            """)
        .execute(Tuple.of(roomId))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new SeenMarks.Mark(
                                row.getString("member_id"),
                                row.getString("lane_id"),
                                row.getLong("seq")))
                    .toList());
  }

  /** Keeps the marks; one that is behind what is kept changes nothing. */
  Future<Void> save(SqlClient client, List<SeenMarks.Mark> marks, Instant at) {
    return client
        .preparedQuery(
            """
            insert into seen_marks (member_id, lane_id, seq, at)
            select m.member_id, m.lane_id, m.seq, $4
            from unnest($1::text[], $2::text[], $3::bigint[]) as m (member_id, lane_id, seq)
            order by m.member_id, m.lane_id
            on conflict (member_id, lane_id)
            do update set seq = excluded.seq, at = excluded.at
            where seen_marks.seq < excluded.seq
            """)
        .execute(
            Tuple.of(
                marks.stream().map(SeenMarks.Mark::memberId).toArray(String[]::new),
                marks.stream().map(SeenMarks.Mark::laneId).toArray(String[]::new),
                marks.stream().map(SeenMarks.Mark::seq).toArray(Long[]::new),
                at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }
}
