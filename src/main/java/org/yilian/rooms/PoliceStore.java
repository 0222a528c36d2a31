package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.db.Times;

/** What mediations by the police need beside everything else, in the database. */
final class PoliceStore {
  /** The checklist of the room, or null while it is unanswered. */
  Future<PoliceChecklist> checklist(SqlClient client, String roomId) {
    String sql =
        """
        select exclusions, suspects, note, answered_by, at from police_checklists
        where room_id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(PoliceStore::checklist).findFirst().orElse(null));
  }

  private static PoliceChecklist checklist(Row row) {
    return new PoliceChecklist(
        Arrays.stream(row.getArrayOfStrings("exclusions"))
            .map(PoliceChecklist.Exclusion::valueOf)
            .collect(Collectors.toSet()),
        Set.of(row.getArrayOfStrings("suspects")),
        row.getString("note"),
        row.getString("answered_by"),
        Times.of(row, "at"));
  }

  Future<Void> put(SqlClient client, String roomId, PoliceChecklist checklist) {
    String sql =
        """
        insert into police_checklists (room_id, exclusions, suspects, note, answered_by, at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (room_id) do update set exclusions = excluded.exclusions,
          suspects = excluded.suspects, note = excluded.note, answered_by = excluded.answered_by,
          at = excluded.at
        """;
    Tuple values =
        Tuple.of(roomId)
            .addArrayOfString(checklist.applying().stream().map(Enum::name).toArray(String[]::new))
            .addArrayOfString(checklist.suspects().stream().sorted().toArray(String[]::new))
            .addString(checklist.note())
            .addString(checklist.answeredBy())
            .addOffsetDateTime(checklist.at().atOffset(ZoneOffset.UTC));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** When earlier mediations of the same dispute by the police ended without agreement. */
  Future<List<Instant>> earlierEnds(SqlClient client, Room room) {
    String sql =
        """
        select ended_at from rooms
        where dispute_id = $1 and id <> $2 and track = 'PUBLIC_SECURITY'
          and opened_at is not null and ended_at is not null
          and end_cause is distinct from 'AGREEMENT'
        order by ended_at
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(room.disputeId(), room.id()))
        .map(rows -> rows.stream().map(row -> Times.of(row, "ended_at")).toList());
  }
}
