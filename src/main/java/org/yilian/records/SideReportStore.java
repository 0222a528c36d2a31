package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import org.yilian.db.Times;

/** What a side was sent, as lanes, memberships and marks of reading tell it. */
final class SideReportStore {

  /** Everything that ever stood in a lane, what was taken back included. */
  Future<List<JsonObject>> messages(SqlClient client, String laneId, boolean wordsTakenBack) {
    return client
        .preparedQuery(
            """
            select m.seq, m.sent_at, m.recalled_at, a.name, a.role, m.body ->> 'kind' as kind,
              case when m.recalled_at is null or $2 then coalesce(m.body ->> 'text', v.text) end
                as text, v.sources
            from messages m left join members a on a.id = m.member_id
            left join lateral (
              select string_agg(t.text, ' ' order by t.n) as text,
                array_agg(distinct t.source || ' ' || t.checked_by_name) as sources
              from transcript_lines t
              where m.body ->> 'kind' = 'voice' and t.recording_id = m.body ->> 'recordingId'
                and t.checked_by is not null) v on true
            where m.lane_id = $1 order by m.seq
            """)
        .execute(Tuple.of(laneId, wordsTakenBack))
        .map(rows -> rows.stream().map(SideReportStore::message).toList());
  }

  private static JsonObject message(Row row) {
    JsonObject message =
        new JsonObject().put("seq", row.getLong("seq")).put("at", Times.text(row, "sent_at"));
    String[] sources = row.getArrayOfStrings("sources");
    if (sources != null) {
      message.put(
          "writtenBy", new JsonArray(Arrays.stream(sources).map(RecordTexts::written).toList()));
    }
    return message
        .put("author", row.getString("name"))
        .put("role", row.getString("role"))
        .put("kind", row.getString("kind"))
        .put("text", row.getString("text"))
        .put("recalledAt", Times.text(row, "recalled_at"));
  }

  /** Everybody who ever sat on the side, from when to when. */
  Future<List<JsonObject>> members(SqlClient client, String roomId, String side) {
    return client
        .preparedQuery(
            """
            select id, name, role, joined_at, ended_at from members
            where room_id = $1 and side = $2 order by joined_at, id
            """)
        .execute(Tuple.of(roomId, side))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new JsonObject()
                                .put("memberId", row.getString("id"))
                                .put("name", row.getString("name"))
                                .put("role", row.getString("role"))
                                .put("joinedAt", Times.text(row, "joined_at"))
                                .put("endedAt", Times.text(row, "ended_at")))
                    .toList());
  }

  /** How far each of the side has read a lane, and when. */
  Future<List<JsonObject>> seen(SqlClient client, String laneId, String side) {
    return client
        .preparedQuery(
            """
            select m.name, s.seq, s.at from seen_marks s join members m on m.id = s.member_id
            where s.lane_id = $1 and m.side = $2 order by m.name, m.id
            """)
        .execute(Tuple.of(laneId, side))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new JsonObject()
                                .put("name", row.getString("name"))
                                .put("seq", row.getLong("seq"))
                                .put("at", Times.text(row, "at")))
                    .toList());
  }
}
