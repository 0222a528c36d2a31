package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of lowerings. The dispute is locked while one is added or decided. */
final class LoweringStore {
  private static final String COLUMNS =
      """
      select l.id, l.dispute_id, l.subject, l.lowered_from, l.lowered_to, l.reason, l.asked_by,
        l.asker, l.asked_at, l.reviewer_id, l.reviewer
      """;

  Future<Void> insert(SqlClient client, Lowering one) {
    String sql =
        """
        insert into lowerings (id, dispute_id, subject, lowered_from, lowered_to, reason, asked_by,
          asker, asked_at, reviewer_id, reviewer)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;
    Tuple values =
        Tuple.of(one.id(), one.disputeId(), one.subject().name(), one.from(), one.to())
            .addString(one.reason())
            .addString(one.askedBy())
            .addString(one.asker())
            .addOffsetDateTime(Times.utc(one.askedAt()))
            .addString(one.reviewerId())
            .addString(one.reviewer());
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Optional<Lowering>> open(SqlClient client, String disputeId) {
    String sql = COLUMNS + "from lowerings l where l.dispute_id = $1 and l.decision is null";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId))
        .map(rows -> rows.stream().map(LoweringStore::fromRow).findFirst());
  }

  /** Ends the open one of the dispute, if there is one. */
  Future<Void> end(
      SqlClient client, String disputeId, Lowerings.Decision how, String note, Instant at) {
    String sql =
        """
        update lowerings set decision = $2, note = $3, decided_at = $4
        where dispute_id = $1 and decision is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId, how.name(), note, Times.utc(at)))
        .mapEmpty();
  }

  /** Those that wait for this reviewer and still fit, the oldest first, each with its dispute. */
  Future<List<JsonObject>> waitingFor(SqlClient client, String reviewerId) {
    String sql =
        COLUMNS
            + """
            , d.number, d.cause from lowerings l join disputes d on d.id = l.dispute_id
            where l.reviewer_id = $1 and l.decision is null
              and l.lowered_from = case l.subject when 'RISK' then d.risk else d.level end
              and d.status not in ('CLOSED', 'MERGED', 'REJECTED', 'WITHDRAWN')
            order by l.asked_at, l.id
            """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(reviewerId))
        .map(rows -> rows.stream().map(LoweringStore::line).toList());
  }

  private static JsonObject line(Row row) {
    return fromRow(row)
        .toJson()
        .put("disputeId", row.getString("dispute_id"))
        .put("number", row.getString("number"))
        .put("cause", row.getString("cause"));
  }

  private static Lowering fromRow(Row row) {
    return new Lowering(
        row.getString("id"),
        row.getString("dispute_id"),
        Lowering.Subject.valueOf(row.getString("subject")),
        row.getString("lowered_from"),
        row.getString("lowered_to"),
        row.getString("reason"),
        row.getString("asked_by"),
        row.getString("asker"),
        Times.of(row, "asked_at"),
        row.getString("reviewer_id"),
        row.getString("reviewer"));
  }
}
