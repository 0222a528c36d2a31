package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import org.yilian.db.Times;

/** Rows of meetings and of status lines. */
final class MeetingStore {

  Future<List<Meeting>> ofRoom(SqlClient client, String roomId) {
    String sql =
        """
        select n, starts_at, mode, sides, summary, summary_shared from meetings
        where room_id = $1 order by n
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(MeetingStore::meeting).toList());
  }

  /** Adds a meeting behind those there are; the room is held by the caller. */
  Future<Integer> add(SqlClient client, String roomId, Meeting meeting, String createdBy) {
    String sql =
        """
        insert into meetings (room_id, n, starts_at, mode, sides, created_by)
        select $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5 from meetings where room_id = $1
        returning n
        """;
    String[] sides = meeting.sides().isEmpty() ? null : meeting.sides().toArray(String[]::new);
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(roomId)
                .addOffsetDateTime(meeting.startsAt().atOffset(ZoneOffset.UTC))
                .addString(meeting.mode().name())
                .addArrayOfString(sides)
                .addString(createdBy))
        .map(rows -> rows.iterator().next().getInteger("n"));
  }

  Future<Boolean> summarise(
      SqlClient client, String roomId, int n, String summary, boolean shared) {
    String sql =
        """
        update meetings set summary = $3, summary_shared = $4 where room_id = $1 and n = $2
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, n, summary, shared))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<List<StatusLine>> statusLines(SqlClient client, String roomId) {
    return client
        .preparedQuery("select side, text, at from status_lines where room_id = $1")
        .execute(Tuple.of(roomId))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new StatusLine(
                                row.getString("side"), row.getString("text"), Times.of(row, "at")))
                    .toList());
  }

  /** Shows the line, or clears it where the text is null. */
  Future<Void> show(SqlClient client, String roomId, StatusLine line) {
    if (line.text() == null) {
      return client
          .preparedQuery("delete from status_lines where room_id = $1 and side = $2")
          .execute(Tuple.of(roomId, line.side()))
          .mapEmpty();
    }
    String sql =
        """
        insert into status_lines (room_id, side, text, at) values ($1, $2, $3, $4)
        on conflict (room_id, side) do update set text = excluded.text, at = excluded.at
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, line.side(), line.text(), line.at().atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  private static Meeting meeting(Row row) {
    String[] sides = row.getArrayOfStrings("sides");
    return new Meeting(
        row.getInteger("n"),
        Times.of(row, "starts_at"),
        Meeting.Mode.valueOf(row.getString("mode")),
        sides == null ? List.of() : List.of(sides),
        row.getString("summary"),
        row.getBoolean("summary_shared"));
  }
}
