package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;

/**
 * An acknowledgement says that the words are stored; with these settings off it would be untrue.
 */
final class Durability {
  private Durability() {}

  static Future<Void> check(SqlClient client) {
    return client
        .query(
            """
            select current_setting('fsync') as fsync,
                   current_setting('synchronous_commit') as synchronous_commit,
                   current_setting('server_encoding') as server_encoding
            """)
        .execute()
        .compose(rows -> judged(rows.iterator().next()));
  }

  private static Future<Void> judged(Row row) {
    List<String> faults = new ArrayList<>();
    for (String setting : List.of("fsync", "synchronous_commit")) {
      if (row.getString(setting).equals("off")) {
        faults.add(setting + " is off: acknowledged messages could be lost; turn it on");
      }
    }
    if (!row.getString("server_encoding").equals("UTF8")) {
      faults.add("the database is not encoded in UTF8: create one with encoding 'UTF8'");
    }
    if (faults.isEmpty()) {
      return Future.succeededFuture();
    }
    return Future.failedFuture(
        new DatabaseFault("PostgreSQL is refused: " + String.join("; ", faults)));
  }
}
