package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import org.yilian.db.Times;

/** What changed the law at hand, one change after the other. */
final class ChangeStore {
  /** One change at a time, until the transaction ends. */
  Future<Void> lock(SqlClient client) {
    return client
        .query("select pg_advisory_xact_lock(hashtext('knowledge-import'))")
        .execute()
        .mapEmpty();
  }

  Future<Void> record(
      SqlClient client, String kind, String source, JsonObject outcome, String by, Instant at) {
    String sql =
        """
        insert into knowledge_changes (kind, source, outcome, made_by, made_at)
        values ($1, $2, $3::text::json, $4, $5)
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(kind, source, outcome.encode(), by, Times.utc(at)))
        .mapEmpty();
  }

  /** The number of the latest change; 0 before the first. */
  Future<Long> latest(SqlClient client) {
    return client
        .query("select coalesce(max(id), 0) as id from knowledge_changes")
        .execute()
        .map(rows -> rows.iterator().next().getLong("id"));
  }
}
