package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import org.yilian.kernel.Hash;

/** Sealed agreements by the hash of their file, as it was given out or as it was renewed. */
final class KnownDocumentStore {

  /** The text that was signed, and its hash. */
  record Signed(String text, String textHash) {}

  Future<Optional<Signed>> find(SqlClient client, Hash sha256) {
    String sql =
        """
        select text, text_hash from agreements
        where document_sha256 =
          coalesce((select first_sha256 from seal_archive_renewals where sha256 = $1), $1)
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(sha256.value()))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Signed(row.getString("text"), row.getString("text_hash")))
                    .findFirst());
  }
}
