package org.yilian.exports;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.yilian.db.Times;

/**
 * The making of exports. Every change names its maker, so that one who was given up changes none.
 */
final class ExportMakingStore {

  /** An export that somebody is making. */
  record Made(String id, int total, String maker) {}

  /** Takes the oldest that nobody makes, or whose maker has not been heard of since. */
  Future<Optional<Made>> take(SqlClient client, String maker, Instant now, Instant silentSince) {
    String sql =
        """
        update agreement_exports set maker = $1, heard_at = $2, done = 0, size = 0
        where id = (
          select id from agreement_exports
          where status = 'MAKING' and (heard_at is null or heard_at < $3) and expires_at > $2
          order by created_at limit 1 for update skip locked)
        returning id, total
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(maker, Times.utc(now), Times.utc(silentSince)))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Made(row.getString("id"), row.getInteger("total"), maker))
                    .findFirst());
  }

  /** What an earlier maker left behind. */
  Future<Void> clear(SqlClient client, Made made) {
    return client
        .preparedQuery("delete from agreement_export_pieces where export_id = $1")
        .execute(Tuple.of(made.id()))
        .mapEmpty();
  }

  Future<Void> insertPiece(SqlClient client, String exportId, int n, Buffer bytes) {
    return client
        .preparedQuery(
            "insert into agreement_export_pieces (export_id, n, bytes) values ($1, $2, $3)")
        .execute(Tuple.of(exportId, n, bytes))
        .mapEmpty();
  }

  Future<Boolean> progress(SqlClient client, Made made, int done, Instant now) {
    return changed(
        client
            .preparedQuery(
                """
                update agreement_exports set done = $3, heard_at = $4
                where id = $1 and maker = $2 and status = 'MAKING'
                """)
            .execute(Tuple.of(made.id(), made.maker(), done, Times.utc(now))));
  }

  Future<Boolean> end(SqlClient client, Made made, Export.Status status, long size) {
    return changed(
        client
            .preparedQuery(
                """
                update agreement_exports set status = $3, size = $4
                where id = $1 and maker = $2 and status = 'MAKING'
                """)
            .execute(Tuple.of(made.id(), made.maker(), status.name(), size)));
  }

  private static Future<Boolean> changed(Future<RowSet<Row>> update) {
    return update.map(rows -> rows.rowCount() == 1);
  }

  /** Piece n of the zip, counted from 0. */
  Future<Optional<Buffer>> piece(SqlClient client, String exportId, int n) {
    return client
        .preparedQuery("select bytes from agreement_export_pieces where export_id = $1 and n = $2")
        .execute(Tuple.of(exportId, n))
        .map(rows -> rows.stream().map(row -> row.getBuffer("bytes")).findFirst());
  }
}
