package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.yilian.db.Times;

/** Proposals and what the sides answered. */
final class ProposalStore {

  Future<Void> insert(
      SqlClient client, String id, Scene scene, String text, List<String> laneIds, Instant at) {
    String sql =
        """
        with proposed as (
          insert into proposals (id, room_id, text, by_member_id, at) values ($1, $2, $3, $4, $5)
          returning id
        )
        insert into proposal_lanes (proposal_id, lane_id)
        select proposed.id, lane from proposed, unnest($6::text[]) as lane
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(id, scene.room().id(), text, scene.actor().id())
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                .addArrayOfString(laneIds.toArray(String[]::new)))
        .mapEmpty();
  }

  /** Whether the proposal was put where the member reads it. */
  Future<Boolean> wasPutTo(SqlClient client, String roomId, String proposalId, String memberId) {
    String sql =
        """
        select 1 from proposals p
        join proposal_lanes l on l.proposal_id = p.id
        join grants g on g.lane_id = l.lane_id and g.member_id = $3
        where p.id = $1 and p.room_id = $2
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(proposalId, roomId, memberId))
        .map(rows -> rows.size() > 0);
  }

  Future<Void> answer(
      SqlClient client, String proposalId, String memberId, String answer, Instant at) {
    String sql =
        """
        insert into proposal_answers (proposal_id, member_id, answer, at) values ($1, $2, $3, $4)
        on conflict (proposal_id, member_id)
        do update set answer = excluded.answer, at = excluded.at
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(proposalId, memberId, answer, at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** What the member may see: proposals in lanes that it reads, with the answers of those lanes. */
  Future<List<JsonObject>> seenBy(SqlClient client, String roomId, Member member) {
    String sql =
        """
        select p.id, p.text, p.at,
          (select json_agg(l.lane_id order by l.lane_id) from proposal_lanes l
            join grants g on g.lane_id = l.lane_id and g.member_id = $2
            where l.proposal_id = p.id)::text as lanes,
          (select json_agg(json_build_object('memberId', a.member_id, 'side', m.side,
              'answer', a.answer) order by a.at)
            from proposal_answers a join members m on m.id = a.member_id
            where a.proposal_id = p.id and ($3::text is null or m.side = $3))::text as answers
        from proposals p
        where p.room_id = $1 and exists (select 1 from proposal_lanes l
          join grants g on g.lane_id = l.lane_id and g.member_id = $2 where l.proposal_id = p.id)
        order by p.at, p.id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, member.id(), member.side()))
        .map(rows -> rows.stream().map(ProposalStore::view).toList());
  }

  private static JsonObject view(Row row) {
    return new JsonObject()
        .put("id", row.getString("id"))
        .put("text", row.getString("text"))
        .put("at", Times.of(row, "at").toString())
        .put("lanes", array(row.getString("lanes")))
        .put("answers", array(row.getString("answers")));
  }

  private static JsonArray array(String json) {
    return json == null ? new JsonArray() : new JsonArray(json);
  }
}
