package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.yilian.db.Times;

/** Rows of rounds. The dispute is locked while one is added. */
final class RoundStore {
  Future<Integer> insert(
      SqlClient client, String disputeId, Round round, String recordedBy, Instant at) {
    String sql =
        """
        insert into rounds (dispute_id, n, mode, place, held_at, attendees, minutes, outcome,
          failure, terms, recovered_fen, recorded_by, recorded_at)
        select $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
        from rounds where dispute_id = $1 returning n
        """;
    Tuple values =
        Tuple.of(disputeId, round.mode().name(), round.place())
            .addOffsetDateTime(round.heldAt().atOffset(ZoneOffset.UTC))
            .addString(round.attendees())
            .addString(round.minutes())
            .addString(round.outcome().name())
            .addString(round.failure())
            .addString(round.terms())
            .addLong(round.recoveredFen())
            .addString(recordedBy)
            .addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.iterator().next().getInteger("n"));
  }

  Future<List<JsonObject>> of(SqlClient client, String disputeId) {
    String sql =
        """
        select n, mode, place, held_at, attendees, minutes, outcome, failure, terms, recovered_fen
        from rounds where dispute_id = $1 order by n
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId))
        .map(rows -> rows.stream().map(RoundStore::view).toList());
  }

  private static JsonObject view(Row row) {
    Round round =
        new Round(
            Round.Mode.valueOf(row.getString("mode")),
            row.getString("place"),
            Times.of(row, "held_at"),
            row.getString("attendees"),
            row.getString("minutes"),
            Round.Outcome.valueOf(row.getString("outcome")),
            row.getString("failure"),
            row.getString("terms"),
            row.getLong("recovered_fen"));
    return new JsonObject().put("n", row.getInteger("n")).mergeIn(round.toJson());
  }
}
