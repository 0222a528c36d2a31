package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;

/** How far the rooms have gone. */
final class SweepStore {

  Future<List<RoomSweep.Standing>> standings(SqlClient client, Set<String> roomIds) {
    return client
        .preparedQuery(
            """
            select l.id, l.last_seq, l.recalls, r.id as room_id, r.revision
            from rooms r join lanes l on l.room_id = r.id where r.id = any($1)
            """)
        .execute(Tuple.tuple().addArrayOfString(roomIds.toArray(String[]::new)))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new RoomSweep.Standing(
                                row.getString("id"),
                                row.getLong("last_seq"),
                                row.getLong("recalls"),
                                row.getString("room_id"),
                                row.getLong("revision")))
                    .toList());
  }

  /** Those of the sessions that have been ended, other than by the end of the guest's seat. */
  Future<List<String>> ended(SqlClient client, Set<String> sessionIds) {
    return client
        .preparedQuery(
            """
            select s.id from sessions s
            where s.id = any($1) and s.ended_at is not null
              and (s.kind = 'STAFF' or exists (
                select 1 from members m
                where m.room_id = s.room_id and m.principal_id = s.principal_id
                  and m.ended_at is null))
            """)
        .execute(Tuple.tuple().addArrayOfString(sessionIds.toArray(String[]::new)))
        .map(rows -> rows.stream().map(row -> row.getString("id")).toList());
  }
}
