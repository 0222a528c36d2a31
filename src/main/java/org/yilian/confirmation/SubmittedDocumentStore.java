package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents that were handed to the court, by the names that they have in the package. */
final class SubmittedDocumentStore {
  Future<Void> add(
      SqlClient client, String confirmationId, String name, String fileId, String sha256) {
    String sql =
        """
        insert into confirmation_documents (confirmation_id, name, file_id, sha256)
        values ($1, $2, $3, $4)
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(confirmationId, name, fileId, sha256))
        .mapEmpty();
  }

  /** File ids by name, in the order of the names; empty before the submission. */
  Future<Map<String, String>> of(SqlClient client, String confirmationId) {
    String sql =
        """
        select name, file_id from confirmation_documents where confirmation_id = $1 order by name
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(confirmationId))
        .map(
            rows -> {
              Map<String, String> files = new LinkedHashMap<>();
              rows.forEach(row -> files.put(row.getString("name"), row.getString("file_id")));
              return files;
            });
  }
}
