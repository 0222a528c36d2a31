package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yilian.db.Times;

/** The open sockets of nodes. Those of a node that has fallen silent do not count. */
final class PresenceStore {

  /** Makes the sockets of this node those given, and no others. */
  Future<Void> replace(SqlClient client, String nodeId, List<Seat> seats) {
    return client
        .preparedQuery("delete from presences where node_id = $1")
        .execute(Tuple.of(nodeId))
        .compose(cleared -> add(client, nodeId, seats));
  }

  Future<Void> add(SqlClient client, String nodeId, Collection<Seat> seats) {
    return client
        .preparedQuery(
            """
            insert into presences (node_id, socket_id, room_id, member_id, since)
            select $1, s.socket_id, s.room_id, s.member_id, s.since
            from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[])
              as s (socket_id, room_id, member_id, since)
            where exists (select 1 from nodes n where n.id = $1)
            on conflict (node_id, socket_id) do nothing
            """)
        .execute(
            Tuple.of(
                nodeId,
                strings(seats, Seat::id),
                strings(seats, Seat::roomId),
                strings(seats, Seat::memberId),
                seats.stream()
                    .map(seat -> seat.since().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new)))
        .mapEmpty();
  }

  Future<Void> remove(SqlClient client, String nodeId, Collection<Seat> seats) {
    return client
        .preparedQuery("delete from presences where node_id = $1 and socket_id = any($2)")
        .execute(Tuple.of(nodeId).addArrayOfString(strings(seats, Seat::id)))
        .mapEmpty();
  }

  private static String[] strings(Collection<Seat> seats, Function<Seat, String> value) {
    return seats.stream().map(value).toArray(String[]::new);
  }

  /** The sockets that the other nodes have in these rooms, by room. */
  Future<Map<String, List<Attendance.Elsewhere>>> elsewhere(
      SqlClient client, String nodeId, Set<String> roomIds) {
    return client
        .preparedQuery(
            """
            select p.room_id, p.socket_id, p.member_id, p.since
            from presences p join nodes n on n.id = p.node_id
            where p.room_id = any($2) and p.node_id <> $1
              and n.seen_at > now() - interval '5 seconds'
            order by p.since, p.socket_id
            """)
        .execute(Tuple.of(nodeId).addArrayOfString(roomIds.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, List<Attendance.Elsewhere>> found = new HashMap<>();
              rows.forEach(
                  row ->
                      found
                          .computeIfAbsent(row.getString("room_id"), id -> new ArrayList<>())
                          .add(
                              new Attendance.Elsewhere(
                                  row.getString("socket_id"),
                                  row.getString("member_id"),
                                  Times.of(row, "since"))));
              return found;
            });
  }
}
