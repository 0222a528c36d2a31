package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of rooms that were handed over at the end of a shift. */
final class ShiftHandOverStore {
  /** One room, from one person to another. */
  record HandOver(
      String id, String shiftId, String roomId, String fromId, String toId, String note) {}

  /** The open rooms of somebody in this role, with those to whom he handed them in this shift. */
  Future<List<JsonObject>> openRooms(
      SqlClient client, String personId, String shiftId, Optional<MemberRole> role) {
    String sql =
        """
        select r.id, r.number, d.cause, r.status,
          (select coalesce(json_agg(coalesce(p.name, p.description) order by p.position), '[]')
            from parties p where p.dispute_id = r.dispute_id)::text as parties,
          (select string_agg(t.name, '、' order by h.at) from shift_hand_overs h
            join people t on t.id = h.to_id
            where h.room_id = r.id and h.shift_id = $2 and h.from_id = $1) as handed_to
        from members m join rooms r on r.id = m.room_id join disputes d on d.id = r.dispute_id
        where m.principal_id = $1 and m.role = $3 and m.ended_at is null and r.status <> 'ENDED'
        order by r.created_at, r.id limit 100
        """;
    String word = role.map(MemberRole::name).orElse("");
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(personId, shiftId, word))
        .map(rows -> rows.stream().map(ShiftHandOverStore::room).toList());
  }

  private static JsonObject room(Row row) {
    return new JsonObject()
        .put("id", row.getString("id"))
        .put("number", row.getString("number"))
        .put("cause", row.getString("cause"))
        .put("status", row.getString("status"))
        .put("parties", new JsonArray(row.getString("parties")))
        .put("handedTo", row.getString("handed_to"));
  }

  Future<Void> insert(SqlClient client, HandOver one, Instant at) {
    String sql =
        """
        insert into shift_hand_overs (id, shift_id, room_id, from_id, to_id, note, at)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;
    Tuple values =
        Tuple.of(one.id(), one.shiftId(), one.roomId(), one.fromId(), one.toId())
            .addString(one.note())
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** The room that was handed over to this person by that. */
  Future<Optional<String>> roomOf(SqlClient client, String id, String toId) {
    return client
        .preparedQuery("select room_id from shift_hand_overs where id = $1 and to_id = $2")
        .execute(Tuple.of(id, toId))
        .map(rows -> rows.stream().map(row -> row.getString("room_id")).findFirst());
  }

  /** Tells whether it was the first time. */
  Future<Boolean> receive(SqlClient client, String id, Instant at) {
    String sql =
        "update shift_hand_overs set received_at = $2 where id = $1 and received_at is null";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, Times.utc(at)))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<List<JsonObject>> ofPerson(SqlClient client, String personId, Instant since) {
    String sql =
        """
        select h.id, h.room_id, r.number, d.cause, f.name as from_name, t.name as to_name, h.note,
          h.at, h.received_at, h.to_id = $1 as to_me
        from shift_hand_overs h
          join rooms r on r.id = h.room_id
          join disputes d on d.id = r.dispute_id
          join people f on f.id = h.from_id
          join people t on t.id = h.to_id
        where (h.to_id = $1 or h.from_id = $1) and h.at >= $2
        order by (h.to_id = $1 and h.received_at is null) desc, h.at desc, h.id limit 100
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(personId, Times.utc(since)))
        .map(rows -> rows.stream().map(ShiftHandOverStore::line).toList());
  }

  private static JsonObject line(Row row) {
    return new JsonObject()
        .put("id", row.getString("id"))
        .put("roomId", row.getString("room_id"))
        .put("number", row.getString("number"))
        .put("cause", row.getString("cause"))
        .put("from", row.getString("from_name"))
        .put("to", row.getString("to_name"))
        .put("toMe", row.getBoolean("to_me"))
        .put("note", row.getString("note"))
        .put("at", Times.text(row, "at"))
        .put("receivedAt", Times.text(row, "received_at"));
  }
}
