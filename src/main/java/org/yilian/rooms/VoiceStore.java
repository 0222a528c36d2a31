package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Messages that were said aloud. What a member hears is always joined with its grants. */
final class VoiceStore {

  /** A message with a voice. */
  record Voice(long seq, String recordingId, String memberId) {}

  /**
   * What the member may hear in a lane after a number. What was recalled stays for mediators.
   *
   * @param recordingId the only one wanted, or null
   */
  Future<List<Voice>> audible(
      SqlClient client, Member member, String laneId, String recordingId, long after, int limit) {
    return client
        .preparedQuery(
            """
            select m.seq, m.body ->> 'recordingId' as recording_id, m.member_id
            from messages m join grants g on g.member_id = $1 and g.lane_id = m.lane_id
            where m.lane_id = $2 and m.seq > greatest($4, g.from_seq)
              and m.body ->> 'kind' = 'voice'
              and ($3::text is null or m.body ->> 'recordingId' = $3)
              and (m.recalled_at is null or $5)
            order by m.seq limit $6
            """)
        .execute(
            Tuple.of(member.id(), laneId, recordingId, after)
                .addBoolean(member.role() == MemberRole.MEDIATOR)
                .addInteger(limit))
        .map(rows -> rows.stream().map(VoiceStore::voice).toList());
  }

  private static Voice voice(Row row) {
    return new Voice(row.getLong("seq"), row.getString("recording_id"), row.getString("member_id"));
  }

  /** Whether it was ever said there, taken back or not. */
  Future<Boolean> said(SqlClient client, String laneId, String recordingId) {
    return client
        .preparedQuery(
            "select 1 from messages where lane_id = $1 and body ->> 'recordingId' = $2 limit 1")
        .execute(Tuple.of(laneId, recordingId))
        .map(rows -> rows.size() > 0);
  }

  Future<Optional<String>> roomOf(SqlClient client, String laneId) {
    return client
        .preparedQuery("select room_id from lanes where id = $1")
        .execute(Tuple.of(laneId))
        .map(rows -> rows.stream().map(row -> row.getString("room_id")).findFirst());
  }
}
