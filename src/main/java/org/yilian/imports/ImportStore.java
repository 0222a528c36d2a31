package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of spreadsheets that were handed in, and of their faults. */
final class ImportStore {
  private static final String COLUMNS =
      """
      select id, kind, name, file_id, owner_id, status, run_id, good, bad, loaded, last_row, ignored,
        failure, created_at, touched_at
      from imports
      """;

  /** What is wrong with a row of the sheet. */
  record Fault(int row, String heading, String reason) {}

  Future<Void> insert(SqlClient client, Import one) {
    String sql =
        """
        insert into imports (id, kind, name, file_id, owner_id, status, run_id, created_at,
          touched_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
        """;
    Tuple values =
        Tuple.of(one.id(), one.kind().name(), one.name(), one.fileId(), one.ownerId())
            .addString(one.status().name())
            .addString(one.runId())
            .addOffsetDateTime(Times.utc(one.createdAt()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Optional<Import>> find(SqlClient client, String id) {
    return client
        .preparedQuery(COLUMNS + "where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(ImportStore::fromRow).findFirst());
  }

  Future<List<Import>> ofOwner(SqlClient client, String ownerId, int limit) {
    return client
        .preparedQuery(COLUMNS + "where owner_id = $1 order by created_at desc, id limit $2")
        .execute(Tuple.of(ownerId, limit))
        .map(rows -> rows.stream().map(ImportStore::fromRow).toList());
  }

  /** The files of those that nobody has entered or tried again since then. */
  Future<List<String>> abandoned(SqlClient client, Instant since, int limit) {
    String sql =
        """
        select file_id from imports
        where file_id is not null and status <> 'LOADED' and touched_at < $1
        order by touched_at limit $2 for update skip locked
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(Times.utc(since), limit))
        .map(rows -> rows.stream().map(row -> row.getString("file_id")).toList());
  }

  /** A new run takes over; false where another one was quicker. */
  Future<Boolean> takeOver(
      SqlClient client, Import before, ImportStatus to, String runId, Instant now) {
    String sql =
        """
        update imports set status = $4, run_id = $3, touched_at = $5, failure = null
        where id = $1 and run_id = $2
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(before.id(), before.runId(), runId, to.name(), Times.utc(now)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Begins a check anew. */
  Future<Void> clear(SqlClient client, String id) {
    return client
        .preparedQuery("delete from import_faults where import_id = $1")
        .execute(Tuple.of(id))
        .compose(
            done ->
                client
                    .preparedQuery(
                        "update imports set good = 0, bad = 0, last_row = 0 where id = $1")
                    .execute(Tuple.of(id)))
        .mapEmpty();
  }

  /** Adds to the counts, if the run still has it. */
  Future<Boolean> checked(
      SqlClient client, String id, String runId, int good, int bad, int lastRow, Instant now) {
    String sql =
        """
        update imports set good = good + $3, bad = bad + $4, last_row = $5, touched_at = $6
        where id = $1 and run_id = $2
        """;
    return changed(client, sql, Tuple.of(id, runId, good, bad, lastRow, Times.utc(now)));
  }

  /** Counts what was entered, if the run still has it. */
  Future<Boolean> loaded(
      SqlClient client, String id, String runId, int more, int lastRow, Instant now) {
    String sql =
        """
        update imports set loaded = loaded + $3, last_row = $4, touched_at = $5
        where id = $1 and run_id = $2
        """;
    return changed(client, sql, Tuple.of(id, runId, more, lastRow, Times.utc(now)));
  }

  Future<Void> ignored(SqlClient client, String id, List<String> headings) {
    return client
        .preparedQuery("update imports set ignored = $2 where id = $1")
        .execute(Tuple.of(id).addArrayOfString(headings.toArray(String[]::new)))
        .mapEmpty();
  }

  Future<Boolean> end(
      SqlClient client, String id, String runId, ImportStatus to, String failure, Instant now) {
    String sql =
        """
        update imports set status = $3, failure = $4, touched_at = $5 where id = $1 and run_id = $2
        """;
    return changed(client, sql, Tuple.of(id, runId, to.name(), failure, Times.utc(now)));
  }

  /** From the first row on again: what is entered is counted from there. */
  Future<Void> fromTheTop(SqlClient client, String id) {
    return client
        .preparedQuery("update imports set last_row = 0 where id = $1")
        .execute(Tuple.of(id))
        .mapEmpty();
  }

  Future<Void> addFaults(SqlClient client, String id, int from, List<Fault> faults) {
    if (faults.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Tuple> rows = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      rows.add(Tuple.of(id, from + i, fault.row(), fault.heading(), fault.reason()));
    }
    String sql =
        """
        insert into import_faults (import_id, n, sheet_row, heading, reason)
        values ($1, $2, $3, $4, $5)
        """;
    return client.preparedQuery(sql).executeBatch(rows).mapEmpty();
  }

  /** {@code {n, row, heading, reason}} of the faults behind the n-th. */
  Future<List<JsonObject>> faults(SqlClient client, String id, int after, int limit) {
    String sql =
        """
        select n, sheet_row, heading, reason from import_faults
        where import_id = $1 and n > $2 order by n limit $3
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, after, limit))
        .map(rows -> rows.stream().map(ImportStore::fault).toList());
  }

  private static JsonObject fault(Row row) {
    return new JsonObject()
        .put("n", row.getInteger("n"))
        .put("row", row.getInteger("sheet_row"))
        .put("heading", row.getString("heading"))
        .put("reason", row.getString("reason"));
  }

  private static Future<Boolean> changed(SqlClient client, String sql, Tuple values) {
    return client.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() == 1);
  }

  private static Import fromRow(Row row) {
    return new Import(
        row.getString("id"),
        ImportKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("file_id"),
        row.getString("owner_id"),
        ImportStatus.valueOf(row.getString("status")),
        row.getString("run_id"),
        row.getInteger("good"),
        row.getInteger("bad"),
        row.getInteger("loaded"),
        row.getInteger("last_row"),
        List.of(row.getArrayOfStrings("ignored")),
        row.getString("failure"),
        Times.of(row, "created_at"),
        Times.of(row, "touched_at"));
  }
}
