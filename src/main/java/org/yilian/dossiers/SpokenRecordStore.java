package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;
import org.yilian.rooms.MemberRole;

/** Who sits where, and who has confirmed which record. */
final class SpokenRecordStore {

  /** A standing seat; the side is null for staff. */
  record Seat(String memberId, MemberRole role, String side) {}

  Future<Optional<Seat>> seat(SqlClient client, String roomId, String principalId) {
    return client
        .preparedQuery(
            """
            select id, role, side from members
            where room_id = $1 and principal_id = $2 and ended_at is null
            """)
        .execute(Tuple.of(roomId, principalId))
        .map(rows -> rows.stream().map(SpokenRecordStore::seat).findFirst());
  }

  private static Seat seat(Row row) {
    return new Seat(
        row.getString("id"), MemberRole.valueOf(row.getString("role")), row.getString("side"));
  }

  Future<Optional<String>> laneOf(SqlClient client, String roomId, String side) {
    return client
        .preparedQuery("select id from lanes where room_id = $1 and kind = 'SIDE' and side = $2")
        .execute(Tuple.of(roomId, side))
        .map(rows -> rows.stream().map(row -> row.getString("id")).findFirst());
  }

  /** The same confirmation again is the first one. */
  Future<Void> confirm(
      SqlClient client, String roomId, String memberId, String record, String hash, Instant at) {
    return client
        .preparedQuery(
            """
            insert into record_confirmations (room_id, member_id, record, hash, at)
            values ($1, $2, $3, $4, $5) on conflict (member_id, record, hash) do nothing
            """)
        .execute(Tuple.of(roomId, memberId, record, hash, at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** Oldest first. */
  Future<List<Matter.Confirmation>> confirmations(SqlClient client, String roomId, String record) {
    return client
        .preparedQuery(
            """
            select c.member_id, m.side, m.name, c.hash, c.at
            from record_confirmations c join members m on m.id = c.member_id
            where c.room_id = $1 and c.record = $2 order by m.side, c.at, c.member_id
            """)
        .execute(Tuple.of(roomId, record))
        .map(rows -> rows.stream().map(SpokenRecordStore::confirmation).toList());
  }

  private static Matter.Confirmation confirmation(Row row) {
    return new Matter.Confirmation(
        row.getString("member_id"),
        row.getString("side"),
        row.getString("name"),
        row.getString("hash"),
        Times.of(row, "at"));
  }
}
