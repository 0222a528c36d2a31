package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Rows of files and of the pieces of their bytes. */
final class FileStore {
  Future<Void> insert(SqlClient client, StoredFile file, Instant at) {
    String sql =
        """
        insert into files
          (id, owner_id, media_type, size, sha256, width, height, created_at, attached_to)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;
    Tuple values =
        Tuple.of(file.id(), file.ownerId(), file.mediaType(), file.size(), file.sha256())
            .addInteger(file.width())
            .addInteger(file.height())
            .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
            .addString(file.attachedTo());
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Void> insertChunk(SqlClient client, String fileId, int n, Buffer bytes) {
    return client
        .preparedQuery("insert into file_chunks (file_id, n, bytes) values ($1, $2, $3)")
        .execute(Tuple.of(fileId, n, bytes))
        .mapEmpty();
  }

  Future<Optional<StoredFile>> find(SqlClient client, String id) {
    String sql =
        """
        select id, owner_id, media_type, size, sha256, width, height, attached_to
        from files where id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(FileStore::fromRow).findFirst());
  }

  /** What is attached to one thing, in the order in which it was handed in. */
  Future<List<StoredFile>> attachedTo(SqlClient client, String attachedTo) {
    String sql =
        """
        select id, owner_id, media_type, size, sha256, width, height, attached_to
        from files where attached_to = $1 order by created_at, id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(attachedTo))
        .map(rows -> rows.stream().map(FileStore::fromRow).toList());
  }

  /** Of the file itself, or of the one that renewed it. */
  Future<Buffer> bytes(SqlClient client, String id) {
    String sql =
        """
        select bytes from file_chunks
        where file_id = coalesce((select renewed_by from files where id = $1), $1) order by n
        """;
    return client.preparedQuery(sql).execute(Tuple.of(id)).map(FileStore::joined);
  }

  /** The n-th piece, counted from 0; empty behind the last. */
  Future<Optional<Buffer>> chunk(SqlClient client, String id, int n) {
    return client
        .preparedQuery("select bytes from file_chunks where file_id = $1 and n = $2")
        .execute(Tuple.of(id, n))
        .map(rows -> rows.stream().map(row -> row.getBuffer("bytes")).findFirst());
  }

  Future<Void> renew(SqlClient client, String id, String by) {
    return client
        .preparedQuery("update files set renewed_by = $2 where id = $1")
        .execute(Tuple.of(id, by))
        .mapEmpty();
  }

  Future<Void> delete(SqlClient client, String id) {
    return client.preparedQuery("delete from files where id = $1").execute(Tuple.of(id)).mapEmpty();
  }

  Future<Boolean> attach(SqlClient client, String id, String ownerId, String attachedTo) {
    String sql =
        """
        update files set attached_to = $3
        where id = $1 and owner_id = $2 and (attached_to is null or attached_to = $3)
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, ownerId, attachedTo))
        .map(rows -> rows.rowCount() == 1);
  }

  private static Buffer joined(RowSet<Row> rows) {
    Buffer whole = Buffer.buffer();
    rows.forEach(row -> whole.appendBuffer(row.getBuffer("bytes")));
    return whole;
  }

  private static StoredFile fromRow(Row row) {
    return new StoredFile(
        row.getString("id"),
        row.getString("owner_id"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getInteger("width"),
        row.getInteger("height"),
        row.getString("attached_to"));
  }
}
