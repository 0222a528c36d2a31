package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;

/** Takes a merged dispute out of everybody's hands, and gives it back. */
final class MergerStore {
  Future<Void> suspend(SqlClient client, String disputeId, String reason, Instant at) {
    String sql =
        """
        update assignments set status = 'WITHDRAWN', reason = $2, ended_at = $3
        where dispute_id = $1 and status in ('OFFERED', 'SIGNED_FOR')
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId, reason, at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  Future<Void> resume(SqlClient client, String disputeId, String reason) {
    String sql =
        """
        update assignments set reason = null, ended_at = null,
          status = case when signed_at is null then 'OFFERED' else 'SIGNED_FOR' end
        where dispute_id = $1 and status = 'WITHDRAWN' and reason = $2
        """;
    return client.preparedQuery(sql).execute(Tuple.of(disputeId, reason)).mapEmpty();
  }
}
