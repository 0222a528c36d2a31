package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/**
 * Disputes that wait to be handed on. Whoever takes one and fails gives it back by rolling back.
 */
final class QueueStore {
  Future<Boolean> take(SqlClient client, String disputeId) {
    String sql =
        """
        delete from dispatch_queue where dispute_id = (
          select dispute_id from dispatch_queue where dispute_id = $1 for update skip locked)
        """;
    return client.preparedQuery(sql).execute(Tuple.of(disputeId)).map(rows -> rows.rowCount() == 1);
  }

  Future<Optional<String>> takeOldest(SqlClient client) {
    String sql =
        """
        delete from dispatch_queue where dispute_id = (
          select dispute_id from dispatch_queue order by queued_at limit 1 for update skip locked)
        returning dispute_id
        """;
    return client
        .preparedQuery(sql)
        .execute()
        .map(rows -> rows.stream().map(row -> row.getString("dispute_id")).findFirst());
  }

  Future<Void> put(SqlClient client, String disputeId, java.time.OffsetDateTime at) {
    String sql =
        """
        insert into dispatch_queue (dispute_id, queued_at) values ($1, $2)
        on conflict (dispute_id) do nothing
        """;
    return client.preparedQuery(sql).execute(Tuple.of(disputeId, at)).mapEmpty();
  }
}
