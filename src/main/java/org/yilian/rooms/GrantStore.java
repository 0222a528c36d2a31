package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yilian.kernel.Refusal;

/** Grants in the database, and what they are decided from. */
final class GrantStore {

  Future<Set<Grant>> ofRoom(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select g.member_id, g.lane_id, g.from_seq, g.may_say
            from grants g join lanes l on l.id = g.lane_id where l.room_id = $1
            """)
        .execute(Tuple.of(roomId))
        .map(rows -> Set.copyOf(rows.stream().map(GrantStore::toGrant).toList()));
  }

  Future<Set<Grant>> ofMember(SqlClient client, String memberId) {
    return client
        .preparedQuery(
            """
            select member_id, lane_id, from_seq, may_say from grants where member_id = $1
            """)
        .execute(Tuple.of(memberId))
        .map(rows -> Set.copyOf(rows.stream().map(GrantStore::toGrant).toList()));
  }

  private static Grant toGrant(Row row) {
    return new Grant(
        row.getString("member_id"),
        row.getString("lane_id"),
        row.getLong("from_seq"),
        row.getBoolean("may_say"));
  }

  Future<Set<RoomSnapshot.Consent>> participantConsents(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select c.member_id, c.about_member_id
            from consents c join members m on m.id = c.member_id
            where m.room_id = $1 and c.kind = 'PARTICIPANT' and c.given
            """)
        .execute(Tuple.of(roomId))
        .map(
            rows ->
                Set.copyOf(
                    rows.stream()
                        .map(
                            row ->
                                new RoomSnapshot.Consent(
                                    row.getString("member_id"), row.getString("about_member_id")))
                        .toList()));
  }

  Future<Set<RoomSnapshot.Handover>> handovers(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select h.member_id, h.lane_id
            from handovers h join members m on m.id = h.member_id where m.room_id = $1
            """)
        .execute(Tuple.of(roomId))
        .map(
            rows ->
                Set.copyOf(
                    rows.stream()
                        .map(
                            row ->
                                new RoomSnapshot.Handover(
                                    row.getString("member_id"), row.getString("lane_id")))
                        .toList()));
  }

  Future<Set<String>> identified(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select i.member_id from identity_checks i join members m on m.id = i.member_id
            where m.room_id = $1
            """)
        .execute(Tuple.of(roomId))
        .map(rows -> Set.copyOf(rows.stream().map(row -> row.getString("member_id")).toList()));
  }

  /** Whether name and phone prove nothing: in family matters and under a safety flag. */
  Future<Boolean> identityNeeded(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select r.flagged or d.type = 'MARRIAGE_FAMILY' as needed
            from rooms r join disputes d on d.id = r.dispute_id where r.id = $1
            """)
        .execute(Tuple.of(roomId))
        .map(
            rows ->
                rows.stream()
                    .map(row -> row.getBoolean("needed"))
                    .findFirst()
                    .orElseThrow(Refusal::notFound));
  }

  /** Makes the grants of the room those given, and no others. */
  Future<Void> replace(SqlClient client, String roomId, Set<Grant> grants) {
    List<Grant> all = List.copyOf(new HashSet<>(grants));
    Tuple values =
        Tuple.of(
            roomId,
            all.stream().map(Grant::memberId).toArray(String[]::new),
            all.stream().map(Grant::laneId).toArray(String[]::new),
            all.stream().map(Grant::fromSeq).toArray(Long[]::new),
            all.stream().map(Grant::maySay).toArray(Boolean[]::new));
    return client
        .preparedQuery(
            """
            with decided as (
              select * from unnest($2::text[], $3::text[], $4::bigint[], $5::boolean[])
                as d (member_id, lane_id, from_seq, may_say)
            ), withdrawn as (
              delete from grants g using lanes l
              where l.id = g.lane_id and l.room_id = $1 and not exists (
                select 1 from decided d where d.member_id = g.member_id and d.lane_id = g.lane_id)
            ), revised as (
              update rooms set revision = revision + 1 where id = $1
            )
            insert into grants (member_id, lane_id, from_seq, may_say)
            select member_id, lane_id, from_seq, may_say from decided
            on conflict (member_id, lane_id)
            do update set from_seq = excluded.from_seq, may_say = excluded.may_say
            """)
        .execute(values)
        .mapEmpty();
  }
}
