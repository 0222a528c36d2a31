package org.yilian.evidence;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Rows of signing keys; the private ones are unreadable without the vault. */
final class SigningKeyStore {

  /** A key as it is kept. */
  record Kept(byte[] publicKey, byte[] sealedPrivateKey) {}

  /** Oldest first. */
  Future<List<Kept>> all(SqlClient client) {
    return client
        .query("select public_key, private_key from evidence_keys order by created_at, id")
        .execute()
        .map(rows -> rows.stream().map(SigningKeyStore::kept).toList());
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getBuffer("public_key").getBytes(), row.getBuffer("private_key").getBytes());
  }

  /** Keeps it unless another node was first. */
  Future<Void> keepFirst(SqlClient client, SigningKey key, byte[] sealedPrivateKey, Instant at) {
    return client
        .preparedQuery(
            """
            with alone as (select pg_advisory_xact_lock(hashtextextended('org.yilian.evidence', 0)))
            insert into evidence_keys (id, public_key, private_key, created_at)
            select $1, $2, $3, $4 from alone
            where not exists (select 1 from evidence_keys)
            """)
        .execute(
            Tuple.of(
                key.id(),
                Buffer.buffer(key.publicKey()),
                Buffer.buffer(sealedPrivateKey),
                at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }
}
