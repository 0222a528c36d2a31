package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yilian.identity.Vault;

/** The bytes of recordings, each piece sealed and bound to its place: it opens at no other. */
final class SealedPieces {
  private final PieceStore store = new PieceStore();
  private final Vault vault;

  SealedPieces(Vault vault) {
    this.vault = vault;
  }

  /** What is done with a piece that begins there. */
  private interface Reader {
    void read(long start, byte[] bytes);
  }

  Future<Void> put(SqlClient client, String id, long start, Buffer piece) {
    byte[] sealed = vault.sealBytes(piece.getBytes(), about(id, start));
    return store.insert(client, id, start, piece.length(), sealed);
  }

  private static String about(String id, long start) {
    return id + ":" + start;
  }

  Future<Void> delete(SqlClient client, String id) {
    return store.delete(client, id);
  }

  /** The bytes from one to before the other. */
  Future<Buffer> bytes(SqlClient client, String id, long from, long to) {
    Buffer bytes = Buffer.buffer((int) (to - from));
    Reader reader =
        (start, piece) -> {
          int begin = (int) Math.max(0, from - start);
          int end = (int) Math.min(piece.length, to - start);
          bytes.appendBytes(piece, begin, end - begin);
        };
    return each(client, id, from, to, reader).map(bytes);
  }

  /** The hash of all that there is, in the form {@code sha256:…}. */
  Future<String> digest(SqlClient client, Recording whole) {
    MessageDigest digest = sha256();
    return each(client, whole.id(), 0, whole.size(), (start, bytes) -> digest.update(bytes))
        .map(done -> "sha256:" + HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One after the other, so that no more than one is held besides what its reader keeps. */
  private Future<Void> each(SqlClient client, String id, long from, long to, Reader reader) {
    return store
        .starts(client, id, from, to)
        .compose(
            starts -> {
              Future<Void> done = Future.succeededFuture();
              for (long start : starts) {
                done = done.compose(before -> read(client, id, start, reader));
              }
              return done;
            });
  }

  private Future<Void> read(SqlClient client, String id, long start, Reader reader) {
    return store
        .sealed(client, id, start)
        .map(
            bytes -> {
              reader.read(start, vault.openBytes(bytes, about(id, start)));
              return null;
            });
  }
}
