package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Messages as they are read. What a member reads is always joined with its grants. */
final class MessageStore {

  /** What a member may read in a lane after a number; nothing where it may read nothing. */
  Future<List<StoredMessage>> page(
      SqlClient client, String memberId, String laneId, long after, int limit) {
    return client
        .preparedQuery(
            """
            select m.lane_id, m.seq, m.member_id, m.client_id, m.sent_at, m.body, m.relay_of,
              m.recalled_at, a.room_id, a.principal_id, a.role, a.side, a.party_id,
              a.representative_id, a.name, a.ended_at
            from messages m left join members a on a.id = m.member_id
            join grants g on g.lane_id = m.lane_id and g.member_id = $1
            where m.lane_id = $2 and m.seq > greatest($3, g.from_seq)
            order by m.seq limit $4
            """)
        .execute(Tuple.of(memberId, laneId, after, limit))
        .map(rows -> rows.stream().map(MessageStore::toMessage).toList());
  }

  /** Whether the same message is stored already. */
  Future<Boolean> exists(SqlClient client, String laneId, String memberId, String clientId) {
    return client
        .preparedQuery(
            """
            select 1 from messages
            where author_key(lane_id, member_id) = author_key($1, $2) and client_id = $3
              and lane_id = $1 and member_id = $2
            """)
        .execute(Tuple.of(laneId, memberId, clientId))
        .map(rows -> rows.size() > 0);
  }

  /** How a lane stands to a member of its room; nothing where it is no lane of that room. */
  Future<Optional<SayRefusals.Standing>> standing(
      SqlClient client, String memberId, String laneId) {
    return client
        .preparedQuery(
            """
            select l.kind, r.status, g.lane_id is not null as reads,
              coalesce(g.may_say, false) as says, l.side is not distinct from m.side
                and l.kind = 'SIDE' and m.ended_at is null as own
            from members m
            join rooms r on r.id = m.room_id
            join lanes l on l.room_id = r.id
            left join grants g on g.member_id = m.id and g.lane_id = l.id
            where m.id = $1 and l.id = $2
            """)
        .execute(Tuple.of(memberId, laneId))
        .map(rows -> rows.stream().map(MessageStore::toStanding).findFirst());
  }

  private static SayRefusals.Standing toStanding(Row row) {
    return new SayRefusals.Standing(
        row.getBoolean("reads"),
        row.getBoolean("says"),
        row.getBoolean("own"),
        LaneKind.valueOf(row.getString("kind")),
        RoomStatus.valueOf(row.getString("status")));
  }

  private static StoredMessage toMessage(Row row) {
    return new StoredMessage(
        row.getString("lane_id"),
        row.getLong("seq"),
        row.getString("member_id"),
        row.getString("role") == null ? null : author(row),
        row.getString("client_id"),
        Times.of(row, "sent_at"),
        (JsonObject) row.getJson("body"),
        (JsonObject) row.getJson("relay_of"),
        row.getValue("recalled_at") != null);
  }

  private static Member author(Row row) {
    return new Member(
        row.getString("member_id"),
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
