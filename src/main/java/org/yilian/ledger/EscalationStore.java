package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** What is known of whether disputes became crimes. */
final class EscalationStore {
  Future<Void> put(SqlClient client, String disputeId, String criminal, String homicide) {
    String sql =
        """
        update disputes set to_criminal = $2, to_homicide = $3, version = version + 1 where id = $1
        """;
    return client.preparedQuery(sql).execute(Tuple.of(disputeId, criminal, homicide)).mapEmpty();
  }

  /** {@code {toCriminal, toHomicide}}. */
  Future<JsonObject> of(SqlClient client, String disputeId) {
    return client
        .preparedQuery("select to_criminal, to_homicide from disputes where id = $1")
        .execute(Tuple.of(disputeId))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                JsonObject.of(
                    "toCriminal",
                    row.getString("to_criminal"),
                    "toHomicide",
                    row.getString("to_homicide")));
  }
}
