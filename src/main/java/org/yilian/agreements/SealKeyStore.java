package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import org.yilian.db.Times;

/** Rows of sealing keys, unreadable without the vault. */
final class SealKeyStore {
  /** The sealed bytes of an owner's key, or null. */
  Future<Buffer> find(SqlClient client, String owner) {
    return client
        .preparedQuery("select bytes from seal_keys where owner = $1")
        .execute(Tuple.of(owner))
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getBuffer("bytes"));
  }

  /** Keeps a key unless there is one already: of two made at once the first stays. */
  Future<Void> keep(SqlClient client, String owner, Buffer bytes, Instant at) {
    String sql =
        """
        insert into seal_keys (owner, bytes, created_at) values ($1, $2, $3)
        on conflict (owner) do nothing
        """;
    return client.preparedQuery(sql).execute(Tuple.of(owner, bytes, Times.utc(at))).mapEmpty();
  }
}
