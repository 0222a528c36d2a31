package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the sides said in their private lanes. */
final class SpokenStore {

  /** The private lanes of sides who do not read those lanes as theirs; none of a STAFF lane. */
  Future<List<Repetitions.OtherLane>> otherSides(SqlClient client, Set<String> laneIds) {
    return client
        .preparedQuery(
            """
            select t.id as target, o.id, o.last_seq
            from lanes t
            join lanes o on o.room_id = t.room_id and o.kind = 'SIDE' and o.id <> t.id
            where t.id = any($1) and t.kind <> 'STAFF'
            """)
        .execute(Tuple.tuple().addArrayOfString(laneIds.toArray(String[]::new)))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Repetitions.OtherLane(
                                row.getString("target"),
                                row.getString("id"),
                                row.getLong("last_seq")))
                    .toList());
  }

  /**
   * What parties and those with them said, aloud as well, by whoever it was written down.
   *
   * @param after the number after which each lane is read
   */
  Future<List<Repetitions.Spoken>> after(SqlClient client, Map<String, Long> after) {
    return client
        .preparedQuery(
            """
            select m.lane_id, m.seq, coalesce(m.body ->> 'text', v.text) as text
            from unnest($1::text[], $2::bigint[]) as l (lane_id, after)
            join messages m on m.lane_id = l.lane_id and m.seq > l.after
            join members a on a.id = m.member_id and a.side is not null
            left join lateral (
              select string_agg(t.text, ' ' order by t.n) as text from transcript_lines t
              where m.body ->> 'kind' = 'voice' and t.recording_id = m.body ->> 'recordingId') v
              on true
            where coalesce(m.body ->> 'text', v.text) is not null
            """)
        .execute(
            Tuple.tuple()
                .addArrayOfString(after.keySet().toArray(String[]::new))
                .addArrayOfLong(after.values().toArray(Long[]::new)))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Repetitions.Spoken(
                                row.getString("lane_id"),
                                row.getLong("seq"),
                                row.getString("text")))
                    .toList());
  }
}
