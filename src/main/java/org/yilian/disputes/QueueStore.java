package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;

/** Rows of disputes that wait to be handed on. */
final class QueueStore {
  Future<Boolean> take(SqlClient client, String disputeId) {
    String sql =
        """
        delete from dispatch_queue where dispute_id = (
          select dispute_id from dispatch_queue where dispute_id = $1 for update skip locked)
        """;
    return client.preparedQuery(sql).execute(Tuple.of(disputeId)).map(rows -> rows.rowCount() == 1);
  }

  Future<List<String>> oldest(SqlClient client, int limit) {
    return client
        .preparedQuery("select dispute_id from dispatch_queue order by queued_at limit $1")
        .execute(Tuple.of(limit))
        .map(rows -> rows.stream().map(row -> row.getString("dispute_id")).toList());
  }

  Future<Void> put(SqlClient client, String disputeId, OffsetDateTime at) {
    String sql =
        """
        insert into dispatch_queue (dispute_id, queued_at) values ($1, $2)
        on conflict (dispute_id) do nothing
        """;
    return client.preparedQuery(sql).execute(Tuple.of(disputeId, at)).mapEmpty();
  }
}
