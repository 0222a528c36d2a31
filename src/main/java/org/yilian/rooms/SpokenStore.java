package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** What the sides said in their private lanes. */
final class SpokenStore {

  /** The private lanes of sides who do not read that lane as theirs alone; none of a STAFF lane. */
  Future<List<String>> otherSides(SqlClient client, String laneId) {
    return client
        .preparedQuery(
            """
            select o.id from lanes t
            join lanes o on o.room_id = t.room_id and o.kind = 'SIDE' and o.id <> t.id
            where t.id = $1 and t.kind <> 'STAFF'
            """)
        .execute(Tuple.of(laneId))
        .map(rows -> RoomStore.all(rows, row -> row.getString("id")));
  }

  /** What parties and those with them said in the lanes, each after a number of its own. */
  Future<List<Repetitions.Spoken>> after(SqlClient client, List<String> laneIds, List<Long> after) {
    return client
        .preparedQuery(
            """
            select m.lane_id, m.seq, m.body ->> 'text' as text
            from unnest($1::text[], $2::bigint[]) as l (lane_id, after)
            join messages m on m.lane_id = l.lane_id and m.seq > l.after
            join members a on a.id = m.member_id and a.side is not null
            where m.body ->> 'text' is not null
            """)
        .execute(
            Tuple.tuple()
                .addArrayOfString(laneIds.toArray(String[]::new))
                .addArrayOfLong(after.toArray(Long[]::new)))
        .map(
            rows ->
                RoomStore.all(
                    rows,
                    row ->
                        new Repetitions.Spoken(
                            row.getString("lane_id"), row.getLong("seq"), row.getString("text"))));
  }
}
