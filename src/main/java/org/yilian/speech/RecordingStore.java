package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Rows of recordings. */
final class RecordingStore {
  Future<Void> insert(
      SqlClient client, String id, String ownerId, String attachedTo, long size, Instant at) {
    return client
        .preparedQuery(
            """
            insert into recordings (id, owner_id, attached_to, size, created_at)
            values ($1, $2, $3, $4, $5)
            """)
        .execute(Tuple.of(id, ownerId, attachedTo, size, at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** Throws away what an owner began and did not bring to an end, but for the newest. */
  Future<Void> deleteBegun(SqlClient client, String ownerId, int kept) {
    return client
        .preparedQuery(
            """
            delete from recordings where id in (
              select id from recordings
              where owner_id = $1 and kept_at is null and finished_at is null
              order by created_at desc, id offset $2)
            """)
        .execute(Tuple.of(ownerId, kept))
        .mapEmpty();
  }

  Future<Optional<Recording>> find(SqlClient client, String id) {
    return client
        .preparedQuery(
            """
            select id, owner_id, attached_to, size, received, millis, sha256
            from recordings where id = $1
            """)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(RecordingStore::recording).findFirst());
  }

  private static Recording recording(Row row) {
    return new Recording(
        row.getString("id"),
        row.getString("owner_id"),
        row.getString("attached_to"),
        row.getLong("size"),
        row.getLong("received"),
        row.getInteger("millis"),
        row.getString("sha256"));
  }

  /** Goes forward by a piece, unless another one came first or it is whole. */
  Future<Boolean> advance(SqlClient client, String id, long offset, int length, Integer millis) {
    return client
        .preparedQuery(
            """
            update recordings set received = received + $3, millis = coalesce($4, millis)
            where id = $1 and received = $2 and finished_at is null
            """)
        .execute(Tuple.of(id, offset, length, millis))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> finish(SqlClient client, String id, String sha256, Instant at) {
    return client
        .preparedQuery("update recordings set sha256 = $2, finished_at = $3 where id = $1")
        .execute(Tuple.of(id, sha256, at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** As if nothing of it had come. */
  Future<Void> empty(SqlClient client, String id) {
    return client
        .preparedQuery(
            """
            update recordings set received = 0, millis = null
            where id = $1 and finished_at is null
            """)
        .execute(Tuple.of(id))
        .mapEmpty();
  }

  Future<Void> keep(SqlClient client, String id, Instant at) {
    return client
        .preparedQuery("update recordings set kept_at = coalesce(kept_at, $2) where id = $1")
        .execute(Tuple.of(id, at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** Gives the owner's own, whole recording to what it belongs to from now on. */
  Future<Boolean> attach(SqlClient client, String id, String ownerId, String attachedTo) {
    return client
        .preparedQuery(
            """
            update recordings set attached_to = $3
            where id = $1 and owner_id = $2 and sha256 is not null
              and (attached_to is null or attached_to = $3)
            """)
        .execute(Tuple.of(id, ownerId, attachedTo))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<List<Recording>> attachedTo(SqlClient client, String attachedTo) {
    return client
        .preparedQuery(
            """
            select id, owner_id, attached_to, size, received, millis, sha256
            from recordings where attached_to = $1 and kept_at is not null
            order by created_at, id
            """)
        .execute(Tuple.of(attachedTo))
        .map(rows -> rows.stream().map(RecordingStore::recording).toList());
  }

  /** What nobody went on with is not kept (个人信息保护法第十九条: no longer than needed). */
  Future<Integer> deleteForgotten(SqlClient client, Instant before) {
    return client
        .preparedQuery("delete from recordings where kept_at is null and created_at < $1")
        .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount());
  }
}
