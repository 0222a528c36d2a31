package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of collections that were handed in. */
final class CollectionStore {
  private static final String COLUMNS =
      """
      select id, kind, name, file_id, owner_id, status, run_id, done, total, outcome, failure,
        created_at, touched_at
      from collection_imports
      """;

  Future<Void> insert(SqlClient client, CollectionImport one) {
    String sql =
        """
        insert into collection_imports (id, kind, name, file_id, owner_id, status, run_id,
          created_at, touched_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
        """;
    Tuple values =
        Tuple.of(one.id(), one.kind().name(), one.name(), one.fileId(), one.ownerId())
            .addString(one.status().name())
            .addString(one.runId())
            .addOffsetDateTime(Times.utc(one.createdAt()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Optional<CollectionImport>> find(SqlClient client, String id) {
    return client
        .preparedQuery(COLUMNS + "where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(CollectionStore::fromRow).findFirst());
  }

  Future<List<CollectionImport>> latest(SqlClient client, int limit) {
    return client
        .preparedQuery(COLUMNS + "order by created_at desc, id limit $1")
        .execute(Tuple.of(limit))
        .map(rows -> rows.stream().map(CollectionStore::fromRow).toList());
  }

  /** A new run takes over; false where another one was quicker. */
  Future<Boolean> takeOver(
      SqlClient client, CollectionImport before, CollectionStatus to, String runId, Instant now) {
    String sql =
        """
        update collection_imports
        set status = $4, run_id = $3, touched_at = $5, failure = null, done = 0, total = 0
        where id = $1 and run_id = $2
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(before.id(), before.runId(), runId, to.name(), Times.utc(now)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** How far the run is, if it still has it. */
  Future<Void> progress(SqlClient client, CollectionImport one, int done, int total, Instant now) {
    String sql =
        """
        update collection_imports set done = $3, total = $4, touched_at = $5
        where id = $1 and run_id = $2
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(one.id(), one.runId(), done, total, Times.utc(now)))
        .mapEmpty();
  }

  /** Ends the run, if it still has it. */
  Future<Boolean> end(
      SqlClient client,
      CollectionImport one,
      CollectionStatus to,
      JsonObject outcome,
      String failure,
      Instant now) {
    String sql =
        """
        update collection_imports
        set status = $3, outcome = coalesce($4::text::json, outcome), failure = $5, touched_at = $6
        where id = $1 and run_id = $2
        """;
    Tuple values =
        Tuple.of(one.id(), one.runId(), to.name())
            .addString(outcome == null ? null : outcome.encode())
            .addString(failure)
            .addOffsetDateTime(Times.utc(now));
    return client.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() == 1);
  }

  /** Throws away the bytes of what nobody went on with. */
  Future<Void> forgetFiles(SqlClient client, Instant before) {
    String sql =
        """
        delete from files where id in
          (select file_id from collection_imports where file_id is not null and touched_at < $1)
        """;
    return client.preparedQuery(sql).execute(Tuple.of(Times.utc(before))).mapEmpty();
  }

  private static CollectionImport fromRow(Row row) {
    return new CollectionImport(
        row.getString("id"),
        CollectionKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("file_id"),
        row.getString("owner_id"),
        CollectionStatus.valueOf(row.getString("status")),
        row.getString("run_id"),
        row.getInteger("done"),
        row.getInteger("total"),
        row.getJsonObject("outcome"),
        row.getString("failure"),
        Times.of(row, "created_at"),
        Times.of(row, "touched_at"));
  }
}
