package org.yilian.nodes;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.Set;

/** The register of nodes, and the database's own way of waking them. */
final class NodeStore {

  /**
   * Who is there.
   *
   * @param registered whether this node had no entry, or no longer had one
   * @param others the ids of the other nodes that are alive
   */
  record Roll(boolean registered, Set<String> others) {}

  /** Says that this node lives, by the clock of the database, which all nodes share. */
  Future<Roll> beat(SqlClient client, String id) {
    return client
        .preparedQuery(
            """
            with forgotten as (
              delete from nodes where id <> $1 and seen_at < now() - interval '60 seconds'
            ), self as (
              insert into nodes (id, started_at, seen_at) values ($1, now(), now())
              on conflict (id) do update set seen_at = excluded.seen_at
              returning id, xmax = 0 as registered
            )
            select id, registered from self
            union all
            select id, false from nodes
            where id <> $1 and seen_at > now() - interval '5 seconds'
            """)
        .execute(Tuple.of(id))
        .map(rows -> roll(rows, id));
  }

  private static Roll roll(Iterable<Row> rows, String id) {
    boolean registered = false;
    Set<String> others = new HashSet<>();
    for (Row row : rows) {
      if (row.getString("id").equals(id)) {
        registered = row.getBoolean("registered");
      } else {
        others.add(row.getString("id"));
      }
    }
    return new Roll(registered, Set.copyOf(others));
  }

  Future<Void> leave(SqlClient client, String id) {
    return client.preparedQuery("delete from nodes where id = $1").execute(Tuple.of(id)).mapEmpty();
  }

  Future<Void> listen(SqlClient client) {
    return client.query("listen yilian_wakes").execute().mapEmpty();
  }

  Future<Void> publish(SqlClient client, String text) {
    return client
        .preparedQuery("select pg_notify('yilian_wakes', $1)")
        .execute(Tuple.of(text))
        .mapEmpty();
  }
}
