package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yilian.rooms.MemberRole;

/** Who may read what of a room's log. Lanes are always joined with the grants. */
final class ReaderStore {

  /** The standing seat of a principal, with its lanes; empty where there is none. */
  Future<Optional<Reader>> reader(SqlClient client, String roomId, String principalId) {
    return client
        .preparedQuery(
            """
            select m.id, m.role, m.side, m.name, m.party_id, r.number
            from members m join rooms r on r.id = m.room_id
            where m.room_id = $1 and m.principal_id = $2 and m.ended_at is null
            """)
        .execute(Tuple.of(roomId, principalId))
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : reader(client, roomId, rows.iterator().next()));
  }

  private Future<Optional<Reader>> reader(SqlClient client, String roomId, Row row) {
    Reader.Seat seat =
        new Reader.Seat(
            row.getString("id"),
            MemberRole.valueOf(row.getString("role")),
            row.getString("side"),
            row.getString("name"));
    List<String> signers =
        Stream.of(seat.memberId(), row.getString("party_id")).filter(id -> id != null).toList();
    return lanes(client, seat.memberId())
        .map(
            lanes ->
                Optional.of(new Reader(seat, roomId, row.getString("number"), signers, lanes)));
  }

  private Future<List<Reader.ReadableLane>> lanes(SqlClient client, String memberId) {
    return client
        .preparedQuery(
            """
            select l.id, l.kind, l.side from grants g join lanes l on l.id = g.lane_id
            where g.member_id = $1 and g.from_seq = 0
            order by array_position(array['SIDE', 'STAFF', 'JOINT', 'NOTICE'], l.kind), l.side
            """)
        .execute(Tuple.of(memberId))
        .map(rows -> rows.stream().map(ReaderStore::lane).toList());
  }

  /** Every lane of a room, for whoever gets no more than its hash. */
  Future<List<Reader.ReadableLane>> lanesOf(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select id, kind, side from lanes where room_id = $1
            order by array_position(array['SIDE', 'STAFF', 'JOINT', 'NOTICE'], kind), side
            """)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(ReaderStore::lane).toList());
  }

  /** The room's number where the organisation hosts it. */
  Future<Optional<String>> hosted(SqlClient client, String roomId, String organisationId) {
    return client
        .preparedQuery("select number from rooms where id = $1 and host_organisation_id = $2")
        .execute(Tuple.of(roomId, organisationId))
        .map(rows -> rows.stream().map(row -> row.getString("number")).findFirst());
  }

  /** Numbers of messages that were taken back. */
  Future<Set<Long>> recalled(SqlClient client, String laneId) {
    return client
        .preparedQuery("select seq from messages where lane_id = $1 and recalled_at is not null")
        .execute(Tuple.of(laneId))
        .map(rows -> new HashSet<>(rows.stream().map(row -> row.getLong("seq")).toList()));
  }

  /** Who spoke in a lane, as {@code memberId=name}. */
  Future<List<String>> speakers(SqlClient client, String laneId) {
    return client
        .preparedQuery(
            """
            select distinct m.id, m.name from members m join messages s on s.member_id = m.id
            where s.lane_id = $1 order by m.id
            """)
        .execute(Tuple.of(laneId))
        .map(
            rows ->
                rows.stream()
                    .map(row -> row.getString("id") + "=" + row.getString("name"))
                    .toList());
  }

  private static Reader.ReadableLane lane(Row row) {
    return new Reader.ReadableLane(
        row.getString("id"), row.getString("kind"), row.getString("side"));
  }
}
