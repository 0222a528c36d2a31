package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import org.yilian.db.Times;

/** Calls for silent help in the database. */
final class HelpCallStore {
  Future<Void> add(SqlClient client, HelpCall call) {
    return client
        .preparedQuery("insert into help_calls (member_id, at) values ($1, $2)")
        .execute(Tuple.of(call.memberId(), call.at().atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** The newest first. */
  Future<List<HelpCall>> ofRoom(SqlClient client, String roomId) {
    String sql =
        """
        select h.member_id, h.at from help_calls h
        join members m on m.id = h.member_id where m.room_id = $1 order by h.at desc
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new HelpCall(row.getString("member_id"), Times.of(row, "at")))
                    .toList());
  }
}
