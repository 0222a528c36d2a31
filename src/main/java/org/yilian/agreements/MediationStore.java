package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilian.db.Times;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.MemberRole;

/** What agreements need to know of a room: its own row, its seats, and what a seat has answered. */
final class MediationStore {
  /** The row of a room, without its people. */
  record RoomRow(
      String disputeId,
      String hostId,
      String track,
      boolean ended,
      boolean flagged,
      Instant openedAt,
      Set<String> suspects) {}

  /** The room, or 404. */
  Future<RoomRow> room(SqlClient client, String roomId) {
    String sql =
        """
        select dispute_id, host_organisation_id, track, flagged, opened_at,
          status = 'ENDED' and end_cause is distinct from 'AGREEMENT' as ended,
          coalesce((select suspects from police_checklists where room_id = $1), '{}') as suspects
        from rooms where id = $1
        """;
    return client.preparedQuery(sql).execute(Tuple.of(roomId)).map(MediationStore::roomRow);
  }

  private static RoomRow roomRow(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw Refusal.notFound();
    }
    Row row = rows.iterator().next();
    return new RoomRow(
        row.getString("dispute_id"),
        row.getString("host_organisation_id"),
        row.getString("track"),
        row.getBoolean("ended"),
        row.getBoolean("flagged"),
        Times.of(row, "opened_at"),
        Set.of(row.getArrayOfStrings("suspects")));
  }

  /** The standing memberships, in the order in which they began. */
  Future<List<Seat>> seats(SqlClient client, String roomId) {
    String sql =
        """
        select id, principal_id, role, side, party_id, representative_id, name from members
        where room_id = $1 and ended_at is null order by joined_at, id
        """;
    return client.preparedQuery(sql).execute(Tuple.of(roomId)).map(MediationStore::seats);
  }

  private static List<Seat> seats(RowSet<Row> rows) {
    List<Seat> seats = new ArrayList<>();
    for (Row row : rows) {
      seats.add(
          new Seat(
              row.getString("id"),
              row.getString("principal_id"),
              MemberRole.valueOf(row.getString("role")),
              row.getString("side"),
              row.getString("party_id"),
              row.getString("representative_id"),
              row.getString("name")));
    }
    return seats;
  }

  /** The side lanes by their letters, and the staff's lane under its kind. */
  Future<Map<String, String>> lanes(SqlClient client, String roomId) {
    String sql =
        """
        select id, coalesce(side, kind) as place from lanes
        where room_id = $1 and kind in ('SIDE', 'STAFF')
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(
            rows -> {
              Map<String, String> lanes = new HashMap<>();
              rows.forEach(row -> lanes.put(row.getString("place"), row.getString("id")));
              return lanes;
            });
  }

  /** The sides in whose own lane a neutral lawyer has spoken. */
  Future<Set<String>> sidesWithLawyer(SqlClient client, String roomId) {
    String sql =
        """
        select distinct l.side from lanes l
        join messages m on m.lane_id = l.id
        join members a on a.id = m.member_id and a.role = 'NEUTRAL_LAWYER'
        where l.room_id = $1 and l.kind = 'SIDE'
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(
            rows -> {
              Set<String> sides = new HashSet<>();
              rows.forEach(row -> sides.add(row.getString("side")));
              return sides;
            });
  }

  /** The lawful mediation organisations from which mediators have a seat (民诉法解释 352). */
  Future<List<String>> mediatorsOrganisations(SqlClient client, String roomId) {
    String sql =
        """
        select o.id from members m
        join people p on p.id = m.principal_id
        join organisations o on o.id = p.organisation_id and o.lawful_mediation
        where m.room_id = $1 and m.role = 'MEDIATOR' and m.ended_at is null
        group by o.id order by min(m.joined_at), o.id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(row -> row.getString("id")).toList());
  }

  /** Whether the member's consent of this kind stands. */
  Future<Boolean> consented(SqlClient client, String memberId, String kind) {
    String sql =
        """
        select exists (
          select 1 from consents where member_id = $1 and kind = $2 and given) as stands
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(memberId, kind))
        .map(rows -> rows.iterator().next().getBoolean("stands"));
  }

  /** When the member last answered the private safety question, or null. */
  Future<Instant> safetyAnsweredAt(SqlClient client, String memberId) {
    return client
        .preparedQuery("select max(at) as at from safety_answers where member_id = $1")
        .execute(Tuple.of(memberId))
        .map(rows -> Times.of(rows.iterator().next(), "at"));
  }
}
