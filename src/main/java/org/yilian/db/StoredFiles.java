package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * Files in the database, in pieces of one MiB. Who may read one is for its feature to decide; this
 * only keeps them.
 */
public final class StoredFiles {
  private static final int CHUNK = 1 << 20;

  private final FileStore store = new FileStore();
  private final Clock clock;

  public StoredFiles(Clock clock) {
    this.clock = clock;
  }

  /** Keeps a file of this owner. Call it within a transaction: a file is whole or not there. */
  public Future<StoredFile> put(
      SqlClient client, String ownerId, String mediaType, Buffer bytes, String attachedTo) {
    return putPicture(client, ownerId, mediaType, bytes, null, null, attachedTo);
  }

  /** Keeps a picture with its size in pixels. */
  public Future<StoredFile> putPicture(
      SqlClient client,
      String ownerId,
      String mediaType,
      Buffer bytes,
      Integer width,
      Integer height,
      String attachedTo) {
    String sha256 = Hash.of(bytes.getBytes()).value();
    StoredFile file =
        new StoredFile(
            Ids.fresh(), ownerId, mediaType, bytes.length(), sha256, width, height, attachedTo);
    Future<Void> done = store.insert(client, file, clock.instant());
    for (int from = 0, n = 0; from < bytes.length(); from += CHUNK, n++) {
      Buffer piece = bytes.slice(from, Math.min(bytes.length(), from + CHUNK));
      int number = n;
      done = done.compose(before -> store.insertChunk(client, file.id(), number, piece));
    }
    return done.map(file);
  }

  /**
   * Keeps a newer file beside one of the same owner. Whoever reads that one gets these bytes from
   * now on; what is known of it, its hash among it, stays.
   *
   * @param bytes which begin with all of those of the one
   */
  public Future<StoredFile> renew(SqlClient client, StoredFile one, Buffer bytes) {
    return put(client, one.ownerId(), one.mediaType(), bytes, "renewal:" + one.id())
        .compose(newer -> store.renew(client, one.id(), newer.id()).map(newer));
  }

  /** Throws a file away for good. */
  public Future<Void> delete(SqlClient client, String id) {
    return store.delete(client, id);
  }

  public Future<Optional<StoredFile>> find(SqlClient client, String id) {
    return store.find(client, id);
  }

  /** What belongs to {@code kind:id}, in the order in which it was handed in. */
  public Future<List<StoredFile>> attachedTo(SqlClient client, String attachedTo) {
    return store.attachedTo(client, attachedTo);
  }

  /** What is in a file, or in the newest one that renewed it. */
  public Future<Buffer> bytes(SqlClient client, String id) {
    return store.bytes(client, id);
  }

  /**
   * Gives the owner's file to what it belongs to from now on, as {@code kind:id}.
   *
   * @param field the input field that named the file, for the refusal
   * @return fails with 400 on that field if the caller owns no such free file
   */
  public Future<Void> attach(
      SqlClient client, String id, String ownerId, String attachedTo, String field) {
    return store
        .attach(client, id, ownerId, attachedTo)
        .compose(
            attached ->
                attached
                    ? Future.succeededFuture()
                    : Future.failedFuture(Refusal.field(field, "没有找到您上传的这个文件，请重新上传。")));
  }
}
