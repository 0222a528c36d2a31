package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import org.yilian.db.Times;

/** What was asked of a marriage, beside its dispute. */
final class MarriageStore {

  /** What is said now takes the place of what was said before; the rest stays. */
  Future<Void> put(
      SqlClient client, String disputeId, Marriage marriage, String saidBy, Instant at) {
    String sql =
        """
        insert into marriage_circumstances (dispute_id, pregnancy, soldier, said_by, said_at)
        values ($1, $2, $3, $4, $5)
        on conflict (dispute_id) do update set
          pregnancy = coalesce(excluded.pregnancy, marriage_circumstances.pregnancy),
          soldier = coalesce(excluded.soldier, marriage_circumstances.soldier),
          said_by = excluded.said_by, said_at = excluded.said_at
        """;
    Tuple values =
        Tuple.of(disputeId)
            .addBoolean(marriage.pregnancy())
            .addBoolean(marriage.soldier())
            .addString(saidBy)
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Marriage> of(SqlClient client, String disputeId) {
    return client
        .preparedQuery(
            "select pregnancy, soldier from marriage_circumstances where dispute_id = $1")
        .execute(Tuple.of(disputeId))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row -> new Marriage(row.getBoolean("pregnancy"), row.getBoolean("soldier")))
                    .findFirst()
                    .orElse(Marriage.UNASKED));
  }
}
