package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import org.yilian.db.Times;

/** New rooms, lanes and members, and the few marks that a room's row carries. */
final class RoomRowStore {

  Future<Void> insert(SqlClient client, Room room, Instant at) {
    String sql =
        """
        insert into rooms (id, number, dispute_id, host_organisation_id, track, status, created_by,
          created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(room.id(), room.number(), room.disputeId(), room.hostOrganisationId())
                .addString(room.track())
                .addString(room.status().name())
                .addString(room.createdBy())
                .addOffsetDateTime(Times.utc(at)))
        .mapEmpty();
  }

  Future<Void> insert(SqlClient client, Lane lane) {
    return client
        .preparedQuery("insert into lanes (id, room_id, kind, side) values ($1, $2, $3, $4)")
        .execute(Tuple.of(lane.id(), lane.roomId(), lane.kind().name(), lane.side()))
        .mapEmpty();
  }

  Future<Void> insert(SqlClient client, Member member, Instant at) {
    String sql =
        """
        insert into members (id, room_id, principal_id, role, side, party_id, representative_id,
          name, joined_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(member.id(), member.roomId(), member.principalId(), member.role().name())
                .addString(member.side())
                .addString(member.partyId())
                .addString(member.representativeId())
                .addString(member.name())
                .addOffsetDateTime(Times.utc(at)))
        .mapEmpty();
  }

  Future<Boolean> endMember(SqlClient client, String memberId, Instant at) {
    return client
        .preparedQuery("update members set ended_at = $2 where id = $1 and ended_at is null")
        .execute(Tuple.of(memberId, Times.utc(at)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Marks when the joint session was proposed; null takes the proposal back. */
  Future<Void> proposeJoint(SqlClient client, String roomId, Instant at) {
    return client
        .preparedQuery("update rooms set joint_proposed_at = $2 where id = $1")
        .execute(Tuple.of(roomId, at == null ? null : Times.utc(at)))
        .mapEmpty();
  }

  Future<Void> handOver(
      SqlClient client,
      String memberId,
      String laneId,
      String reason,
      String byMemberId,
      Instant at) {
    String sql =
        """
        insert into handovers (member_id, lane_id, reason, by_member_id, at)
        values ($1, $2, $3, $4, $5)
        on conflict (member_id, lane_id) do nothing
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(memberId, laneId, reason, byMemberId, Times.utc(at)))
        .mapEmpty();
  }
}
