package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.yilian.db.Times;

/** The steps of applications, appended and never changed. */
final class HistoryStore {
  Future<Void> append(SqlClient client, String confirmationId, HistoryStep step) {
    String sql =
        """
        insert into confirmation_steps (confirmation_id, n, at, status, action, by, actor, reason,
          items, file_ids)
        select $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9
        from confirmation_steps where confirmation_id = $1
        """;
    Tuple values =
        Tuple.of(confirmationId, Times.utc(step.at()))
            .addString(step.status().name())
            .addString(step.action())
            .addString(step.by().name())
            .addString(step.actor())
            .addString(step.reason())
            .addJsonArray(new JsonArray(step.items()))
            .addJsonArray(new JsonArray(step.fileIds()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** Oldest first. */
  Future<List<HistoryStep>> of(SqlClient client, String confirmationId) {
    String sql =
        """
        select at, status, action, by, actor, reason, items, file_ids from confirmation_steps
        where confirmation_id = $1 order by n
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(confirmationId))
        .map(rows -> rows.stream().map(HistoryStore::step).toList());
  }

  private static HistoryStep step(Row row) {
    return new HistoryStep(
        Times.of(row, "at"),
        ConfirmationStatus.valueOf(row.getString("status")),
        row.getString("action"),
        HistoryStep.By.valueOf(row.getString("by")),
        row.getString("actor"),
        row.getString("reason"),
        texts(row, "items"),
        texts(row, "file_ids"));
  }

  private static List<String> texts(Row row, String column) {
    return ((JsonArray) row.getJson(column)).stream().map(String.class::cast).toList();
  }
}
