package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import org.yilian.db.Times;

/** Reads what was said, typed or aloud; of side lanes what was passed on alone. */
final class UtteranceStore {

  /** A message as it is stored. */
  record Said(Instant at, String speaker, String toSide, JsonObject body) {}

  /**
   * The joint lane, and in the lanes of the sides what the mediator passed on.
   *
   * @param side whose eyes it is for: of what was passed on, only to it or from it; null for all
   */
  Future<List<Said>> common(SqlClient client, String roomId, String side) {
    String sql =
        """
        select m.sent_at, a.name, l.side, m.body
        from messages m join lanes l on l.id = m.lane_id join members a on a.id = m.member_id
        left join lanes f on f.id = m.relay_of ->> 'lane'
        where l.room_id = $1 and m.recalled_at is null
          and (l.kind = 'JOINT' or l.kind = 'SIDE' and m.relay_of is not null
            and ($2::text is null or l.side = $2 or f.kind = 'SIDE' and f.side = $2))
        order by m.sent_at, m.lane_id, m.seq
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, side))
        .map(rows -> rows.stream().map(UtteranceStore::said).toList());
  }

  /** A whole lane, for the mediator's sealed part and the side itself. */
  Future<List<Said>> lane(SqlClient client, String laneId) {
    String sql =
        """
        select m.sent_at, a.name, null as side, m.body
        from messages m join members a on a.id = m.member_id
        where m.lane_id = $1 and m.recalled_at is null order by m.seq
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(laneId))
        .map(rows -> rows.stream().map(UtteranceStore::said).toList());
  }

  private static Said said(Row row) {
    return new Said(
        Times.of(row, "sent_at"),
        row.getString("name"),
        row.getString("side"),
        row.getJsonObject("body"));
  }
}
