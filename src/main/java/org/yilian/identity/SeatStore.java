package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import org.yilian.kernel.Refusal;

/** The seat in a room that a guest's session is for. */
final class SeatStore {
  record Seat(
      String principalId, String name, String partyId, String representativeId, String side) {}

  Future<Seat> find(SqlClient client, String principalId, String roomId) {
    return client
        .preparedQuery(
            """
            select principal_id, name, party_id, representative_id, side from members
            where room_id = $1 and principal_id = $2 and ended_at is null
            """)
        .execute(Tuple.of(roomId, principalId))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw Refusal.notFound();
              }
              return seat(rows.iterator().next());
            });
  }

  private static Seat seat(Row row) {
    return new Seat(
        row.getString("principal_id"),
        row.getString("name"),
        row.getString("party_id"),
        row.getString("representative_id"),
        row.getString("side"));
  }
}
