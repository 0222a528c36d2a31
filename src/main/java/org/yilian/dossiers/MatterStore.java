package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.yilian.db.Times;

/** Reads who took part in a mediation, and what they decided and confirmed. */
final class MatterStore {

  /** The rooms of a dispute that the organisation hosts. */
  Future<List<Matter.RoomRow>> hosted(SqlClient client, String disputeId, String hostId) {
    String sql =
        """
        select id, number, track, created_at, opened_at, ended_at, end_cause from rooms
        where dispute_id = $1 and host_organisation_id = $2 order by created_at, id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId, hostId))
        .map(rows -> rows.stream().map(MatterStore::room).toList());
  }

  private static Matter.RoomRow room(Row row) {
    return new Matter.RoomRow(
        row.getString("id"),
        row.getString("number"),
        row.getString("track"),
        Times.of(row, "created_at"),
        Times.of(row, "opened_at"),
        Times.of(row, "ended_at"),
        row.getString("end_cause"));
  }

  /** Who reported the dispute, by name; empty where nobody of the staff did. */
  Future<List<String>> reporter(SqlClient client, String disputeId) {
    String sql =
        "select p.name from disputes d join people p on p.id = d.created_by where d.id = $1";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId))
        .map(rows -> rows.stream().map(row -> row.getString("name")).toList());
  }

  Future<List<Matter.Attendee>> attendees(SqlClient client, String roomId) {
    String sql =
        """
        select m.id, m.side, m.name, m.role, m.party_id, m.representative_id, c.method, c.at,
          k.name as checked_by
        from members m left join identity_checks c on c.member_id = m.id
        left join members k on k.id = c.checked_by
        where m.room_id = $1 and m.side is not null order by m.side, m.joined_at, m.id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(MatterStore::attendee).toList());
  }

  private static Matter.Attendee attendee(Row row) {
    return new Matter.Attendee(
        row.getString("id"),
        row.getString("side"),
        row.getString("name"),
        row.getString("role"),
        row.getString("party_id"),
        row.getString("representative_id"),
        row.getString("method"),
        row.getString("checked_by"),
        Times.of(row, "at"));
  }

  Future<List<Matter.Decision>> decisions(SqlClient client, String roomId) {
    String sql =
        """
        select m.id, m.name, m.role, c.kind, a.name as about, c.given, c.at
        from consents c join members m on m.id = c.member_id
        left join members a on a.id = c.about_member_id
        where m.room_id = $1 and m.side is not null order by m.side, m.name, m.id, c.at, c.kind
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(MatterStore::decision).toList());
  }

  private static Matter.Decision decision(Row row) {
    return new Matter.Decision(
        row.getString("id"),
        row.getString("name"),
        row.getString("role"),
        row.getString("kind"),
        row.getString("about"),
        row.getBoolean("given"),
        Times.of(row, "at"));
  }

  Future<List<Matter.SharedFact>> facts(SqlClient client, String roomId) {
    String sql =
        """
        select f.id, f.text, c.side, c.at, m.name
        from undisputed_facts f join fact_confirmations c on c.fact_id = f.id
        join members m on m.id = c.member_id
        where f.room_id = $1 order by f.created_at, f.id, c.side
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(
            rows -> {
              List<Matter.SharedFact> facts = new ArrayList<>();
              String last = null;
              for (Row row : rows) {
                if (!row.getString("id").equals(last)) {
                  last = row.getString("id");
                  facts.add(new Matter.SharedFact(row.getString("text"), new ArrayList<>()));
                }
                facts.get(facts.size() - 1).confirmed().add(confirmed(row));
              }
              return facts;
            });
  }

  private static Matter.Confirmed confirmed(Row row) {
    return new Matter.Confirmed(row.getString("side"), row.getString("name"), Times.of(row, "at"));
  }

  /** The lanes of the sides. */
  Future<List<Matter.Talk>> talks(SqlClient client, String roomId) {
    String sql = "select id, side from lanes where room_id = $1 and kind = 'SIDE' order by side";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(MatterStore::talk).toList());
  }

  private static Matter.Talk talk(Row row) {
    return new Matter.Talk(row.getString("id"), row.getString("side"), null);
  }

  /** Whether somebody sits in the room as its mediator now. */
  Future<Boolean> mediates(SqlClient client, String roomId, String principalId) {
    String sql =
        """
        select 1 from members
        where room_id = $1 and principal_id = $2 and role = 'MEDIATOR' and ended_at is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, principalId))
        .map(rows -> rows.size() > 0);
  }
}
