package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/** The table of applied migrations. */
final class MigrationStore {
  private MigrationStore() {}

  /**
   * One migrating node at a time, until the transaction ends. The limits of ordinary work are
   * lifted: a node may wait long for another's migration, and a migration may take long.
   */
  static Future<Void> lock(SqlClient client) {
    return client
        .query(
            """
            set local statement_timeout = 0;
            set local lock_timeout = 0;
            set local idle_in_transaction_session_timeout = 0;
            select pg_advisory_xact_lock(hashtextextended('org.yilian.migrations', 0))
            """)
        .execute()
        .mapEmpty();
  }

  static Future<Void> create(SqlClient client) {
    return client
        .query(
            """
            create table if not exists schema_migrations (
              number int constraint schema_migrations_pkey primary key,
              name text not null,
              checksum text not null,
              applied_at timestamptz not null
            )
            """)
        .execute()
        .mapEmpty();
  }

  static Future<Map<Integer, String>> checksums(SqlClient client) {
    return client
        .query("select number, checksum from schema_migrations")
        .execute()
        .map(MigrationStore::byNumber);
  }

  static Future<Void> record(SqlClient client, Migration file, OffsetDateTime at) {
    return client
        .preparedQuery(
            """
            insert into schema_migrations (number, name, checksum, applied_at)
            values ($1, $2, $3, $4)
            """)
        .execute(Tuple.of(file.number(), file.name(), file.checksum(), at))
        .mapEmpty();
  }

  private static Map<Integer, String> byNumber(RowSet<Row> rows) {
    Map<Integer, String> checksums = new HashMap<>();
    for (Row row : rows) {
      checksums.put(row.getInteger("number"), row.getString("checksum"));
    }
    return checksums;
  }
}
