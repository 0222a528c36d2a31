package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** The list of rooms on a desk. */
final class RoomListStore {

  /** Only lanes that the member reads are counted and dated. */
  Future<List<JsonObject>> ofMember(SqlClient client, String principalId) {
    String sql =
        """
        select r.id, r.number, r.dispute_id, d.number as dispute_number, d.cause, r.status, r.track,
          r.flagged, m.id as member_id, m.role,
          (select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'side', l.side,
              'lastSeq', l.last_seq,
              'lastAt', to_char(last.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'lastFromParty', speaker.side is not null)
              order by array_position(array['SIDE', 'STAFF', 'JOINT', 'NOTICE'], l.kind), l.side)
            from lanes l
            join grants g on g.lane_id = l.id and g.member_id = m.id
            left join messages last on last.lane_id = l.id and last.seq = l.last_seq
            left join members speaker on speaker.id = last.member_id
            where l.room_id = r.id)::text as lanes,
          (select json_agg(json_build_object('side', p.side, 'name', coalesce(p.name, p.description))
              order by p.position)
            from parties p where p.dispute_id = r.dispute_id)::text as parties
        from members m
        join rooms r on r.id = m.room_id
        join disputes d on d.id = r.dispute_id
        where m.principal_id = $1 and m.ended_at is null
        order by r.created_at desc, r.id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(principalId))
        .map(rows -> rows.stream().map(RoomListStore::line).toList());
  }

  private static JsonObject line(Row row) {
    String role = row.getString("role");
    JsonObject line =
        new JsonObject()
            .put("id", row.getString("id"))
            .put("number", row.getString("number"))
            .put("disputeId", row.getString("dispute_id"))
            .put("disputeNumber", row.getString("dispute_number"))
            .put("cause", row.getString("cause"))
            .put("status", row.getString("status"))
            .put("track", row.getString("track"))
            .put("myMemberId", row.getString("member_id"))
            .put("myRole", role)
            .put("lanes", array(row.getString("lanes")))
            .put("parties", array(row.getString("parties")));
    return MemberRole.MEDIATOR.name().equals(role)
        ? line.put("flagged", row.getBoolean("flagged"))
        : line;
  }

  private static JsonArray array(String json) {
    return json == null ? new JsonArray() : new JsonArray(json);
  }
}
