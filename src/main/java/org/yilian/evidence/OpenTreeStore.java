package org.yilian.evidence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Which trees have grown beyond their last head. */
final class OpenTreeStore {

  /** Of all rooms that were not over before that time, and of every other scope. */
  Future<List<Tree>> grown(SqlClient client, Instant since) {
    return client
        .preparedQuery(
            """
            with trees as (
              select 'messages' as kind, l.id, l.last_seq as size
              from lanes l join rooms r on r.id = l.room_id
              where l.last_seq > 0 and (r.ended_at is null or r.ended_at >= $1)
              union all
              select 'facts', scope, last_seq from fact_scopes
            )
            select t.kind, t.id from trees t where t.size > coalesce((
              select max(h.size) from evidence_heads h where h.tree = t.kind || ':' || t.id), 0)
            order by t.kind, t.id
            """)
        .execute(Tuple.of(since.atOffset(ZoneOffset.UTC)))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Tree(row.getString("kind"), row.getString("id")))
                    .toList());
  }
}
