package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.yilian.kernel.Ids;

/**
 * Large files on their way between the disk and {@link StoredFiles}, a piece in memory at a time.
 */
public final class FilesOnDisk {
  private static final int CHUNK = 1 << 20;

  private final FileStore store = new FileStore();
  private final Vertx vertx;
  private final Clock clock;

  public FilesOnDisk(Vertx vertx, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
  }

  /** Keeps what lies there. Call it within a transaction: a file is whole or not there. */
  public Future<StoredFile> put(
      SqlClient client, String ownerId, String mediaType, Path source, String attachedTo) {
    return vertx
        .executeBlocking(() -> described(ownerId, mediaType, source, attachedTo), false)
        .compose(
            file ->
                store
                    .insert(client, file, clock.instant())
                    .compose(in -> putPieces(client, file, source, 0))
                    .map(file));
  }

  private static StoredFile described(
      String ownerId, String mediaType, Path source, String attachedTo) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(source), MessageDigest.getInstance("SHA-256"))) {
      long size = in.transferTo(OutputStream.nullOutputStream());
      String sha256 = "sha256:" + HexFormat.of().formatHex(in.getMessageDigest().digest());
      return new StoredFile(Ids.fresh(), ownerId, mediaType, size, sha256, null, null, attachedTo);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Future<Void> putPieces(SqlClient client, StoredFile file, Path source, int n) {
    if ((long) n * CHUNK >= file.size()) {
      return Future.succeededFuture();
    }
    return vertx
        .executeBlocking(() -> piece(source, n), false)
        .compose(bytes -> store.insertChunk(client, file.id(), n, bytes))
        .compose(in -> putPieces(client, file, source, n + 1));
  }

  private static Buffer piece(Path source, int n) throws IOException {
    try (InputStream in = Files.newInputStream(source)) {
      in.skipNBytes((long) n * CHUNK);
      return Buffer.buffer(in.readNBytes(CHUNK));
    }
  }

  /** Writes a kept file to a path that is there, in place of what it holds. */
  public Future<Void> fetch(SqlClient client, String id, Path target) {
    return fetchPieces(client, id, target, 0);
  }

  private Future<Void> fetchPieces(SqlClient client, String id, Path target, int n) {
    return store
        .chunk(client, id, n)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : vertx
                        .executeBlocking(() -> append(target, found.get(), n), false)
                        .compose(done -> fetchPieces(client, id, target, n + 1)));
  }

  private static Path append(Path target, Buffer bytes, int n) throws IOException {
    return n == 0
        ? Files.write(target, bytes.getBytes(), StandardOpenOption.TRUNCATE_EXISTING)
        : Files.write(target, bytes.getBytes(), StandardOpenOption.APPEND);
  }
}
