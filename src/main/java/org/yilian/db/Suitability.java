package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a database will do. An acknowledgement says that the words are stored; with some settings
 * off it would be untrue. And whoever writes messages makes a function for his connection alone.
 */
final class Suitability {
  private Suitability() {}

  static Future<Void> check(SqlClient client) {
    return client
        .query(
            """
            select current_setting('fsync') as fsync,
                   current_setting('synchronous_commit') as synchronous_commit,
                   current_setting('server_encoding') as server_encoding,
                   has_database_privilege(current_database(), 'temporary') as temporary
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
    if (!row.getBoolean("temporary")) {
      faults.add("the role may make nothing temporary: grant temporary on the database to it");
    }
    if (faults.isEmpty()) {
      return Future.succeededFuture();
    }
    return Future.failedFuture(
        new DatabaseFault("PostgreSQL is refused: " + String.join("; ", faults)));
  }
}
