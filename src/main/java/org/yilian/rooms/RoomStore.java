package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.yilian.db.Times;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;

/** Rooms, lanes and members in the database. */
final class RoomStore {

  /** The room, or 404. */
  Future<Room> room(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select id, number, dispute_id, host_organisation_id, track, status, created_by,
              joint_proposed_at, joint_opened_at, flagged, revision
            from rooms where id = $1
            """)
        .execute(Tuple.of(roomId))
        .map(
            rows ->
                rows.stream().map(RoomStore::toRoom).findFirst().orElseThrow(Refusal::notFound));
  }

  /** Holds the room for the rest of the transaction: one change of a room at a time. */
  Future<Room> lock(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select id, number, dispute_id, host_organisation_id, track, status, created_by,
              joint_proposed_at, joint_opened_at, flagged, revision
            from rooms where id = $1 for update
            """)
        .execute(Tuple.of(roomId))
        .map(
            rows ->
                rows.stream().map(RoomStore::toRoom).findFirst().orElseThrow(Refusal::notFound));
  }

  /** Sets the status and what goes with it. The room is held by the caller. */
  Future<Void> move(
      SqlClient client, String roomId, RoomStatus next, Instant now, String endCause) {
    return client
        .preparedQuery(
            """
            update rooms set status = $2,
              opened_at = case when $2 = 'LIVE_SEPARATED' then coalesce(opened_at, $3)
                else opened_at end,
              joint_opened_at = case when $2 = 'JOINT' then coalesce(joint_opened_at, $3)
                else joint_opened_at end,
              joint_proposed_at = case when $2 = 'JOINT' then joint_proposed_at end,
              ended_at = case when $2 = 'ENDED' then $3::timestamptz end,
              end_cause = $4
            where id = $1
            """)
        .execute(Tuple.of(roomId, next.name(), now.atOffset(ZoneOffset.UTC), endCause))
        .mapEmpty();
  }

  /** The ids of the rooms that are in session. */
  Future<List<String>> live(SqlClient client) {
    return client
        .query("select id from rooms where status in ('LIVE_SEPARATED', 'JOINT')")
        .execute()
        .map(rows -> rows.stream().map(row -> row.getString("id")).toList());
  }

  /** The lanes in the order in which they are shown: sides first. */
  Future<List<Lane>> lanes(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select id, room_id, kind, side, last_seq, recalls from lanes where room_id = $1
            order by array_position(array['SIDE', 'STAFF', 'JOINT', 'NOTICE'], kind), side
            """)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(RoomStore::toLane).toList());
  }

  /** Everybody who is or was a member. */
  Future<List<Member>> members(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select id, room_id, principal_id, role, side, party_id, representative_id, name,
              ended_at
            from members where room_id = $1 order by joined_at, id
            """)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(RoomStore::toMember).toList());
  }

  /** Whoever has or had this seat. */
  Future<Member> seat(SqlClient client, String memberId) {
    return client
        .preparedQuery(
            """
            select id, room_id, principal_id, role, side, party_id, representative_id, name,
              ended_at
            from members where id = $1
            """)
        .execute(Tuple.of(memberId))
        .map(
            rows ->
                rows.stream().map(RoomStore::toMember).findFirst().orElseThrow(Refusal::notFound));
  }

  /** The standing membership of a principal, or 404. */
  Future<Member> memberOf(SqlClient client, String roomId, String principalId) {
    return client
        .preparedQuery(
            """
            select id, room_id, principal_id, role, side, party_id, representative_id, name,
              ended_at
            from members where room_id = $1 and principal_id = $2 and ended_at is null
            """)
        .execute(Tuple.of(roomId, principalId))
        .map(
            rows ->
                rows.stream().map(RoomStore::toMember).findFirst().orElseThrow(Refusal::notFound));
  }

  /** The standing membership of a caller, or 404; a guest's session is good for one room alone. */
  Future<Member> seatOf(SqlClient client, Caller caller, String roomId) {
    if (caller instanceof Caller.Guest guest && !guest.roomId().equals(roomId)) {
      return Future.failedFuture(Refusal.notFound());
    }
    return memberOf(client, roomId, caller.principalId());
  }

  private static Room toRoom(Row row) {
    return new Room(
        row.getString("id"),
        row.getString("number"),
        row.getString("dispute_id"),
        row.getString("host_organisation_id"),
        row.getString("track"),
        RoomStatus.valueOf(row.getString("status")),
        row.getString("created_by"),
        Times.of(row, "joint_proposed_at"),
        Times.of(row, "joint_opened_at"),
        row.getBoolean("flagged"),
        row.getLong("revision"));
  }

  private static Lane toLane(Row row) {
    return new Lane(
        row.getString("id"),
        row.getString("room_id"),
        LaneKind.valueOf(row.getString("kind")),
        row.getString("side"),
        row.getLong("last_seq"),
        row.getLong("recalls"));
  }

  static Member toMember(Row row) {
    return new Member(
        row.getString("id"),
        row.getString("room_id"),
        row.getString("principal_id"),
        MemberRole.valueOf(row.getString("role")),
        row.getString("side"),
        row.getString("party_id"),
        row.getString("representative_id"),
        row.getString("name"),
        Times.of(row, "ended_at"));
  }
}
