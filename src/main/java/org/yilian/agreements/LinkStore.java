package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import org.yilian.db.Times;

/** Links for one download; only the hash of a link is kept. */
final class LinkStore {
  Future<Void> insert(
      SqlClient client,
      String tokenHash,
      String agreementId,
      String principalId,
      Instant expiresAt) {
    String sql =
        """
        insert into document_links (token_hash, agreement_id, principal_id, expires_at)
        values ($1, $2, $3, $4)
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(tokenHash, agreementId, principalId, Times.utc(expiresAt)))
        .mapEmpty();
  }

  /** Spends the link and gives its agreement, or null where it is unknown, spent or over. */
  Future<String> spend(SqlClient client, String tokenHash, Instant now) {
    String sql =
        """
        update document_links set spent_at = $2
        where token_hash = $1 and spent_at is null and expires_at > $2
        returning agreement_id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(tokenHash, Times.utc(now)))
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("agreement_id"));
  }
}
