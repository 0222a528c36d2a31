package org.yilian.nodes;

import io.vertx.pgclient.PgConnection;
import java.util.Map;

/** Nodes that wake each other by PostgreSQL's NOTIFY. */
class NotifyIT extends NodesTests {

  @Override
  Map<String, String> settings() {
    return Map.of("LAWYER_GRACE_SECONDS", String.valueOf(GRACE_SECONDS));
  }

  /** Every connection that listens is cut; what is published before they are back is lost. */
  @Override
  void deafen() {
    String cut =
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ~ '^(listen|select pg_notify)'
        """;
    done(
        PgConnection.connect(two.vertx(), two.database())
            .compose(open -> open.query(cut).execute().eventually(open::close)));
  }
}
