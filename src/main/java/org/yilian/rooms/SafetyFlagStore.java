package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import org.yilian.db.Times;

/** The safety flag of a room in the database, and who took it away. */
final class SafetyFlagStore {

  Future<Void> raise(SqlClient client, String roomId) {
    return set(client, roomId, true);
  }

  Future<Void> clear(SqlClient client, String roomId, SafetyClearing clearing) {
    String sql =
        """
        insert into safety_clearings (room_id, reason, cleared_by, at) values ($1, $2, $3, $4)
        """;
    Tuple values =
        Tuple.of(
            roomId,
            clearing.reason(),
            clearing.byMemberId(),
            clearing.at().atOffset(ZoneOffset.UTC));
    return client.preparedQuery(sql).execute(values).compose(kept -> set(client, roomId, false));
  }

  private Future<Void> set(SqlClient client, String roomId, boolean flagged) {
    return client
        .preparedQuery("update rooms set flagged = $2 where id = $1")
        .execute(Tuple.of(roomId, flagged))
        .mapEmpty();
  }

  /** The newest first. */
  Future<List<SafetyClearing>> clearings(SqlClient client, String roomId) {
    String sql =
        """
        select cleared_by, reason, at from safety_clearings where room_id = $1 order by at desc
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new SafetyClearing(
                                row.getString("cleared_by"),
                                row.getString("reason"),
                                Times.of(row, "at")))
                    .toList());
  }
}
