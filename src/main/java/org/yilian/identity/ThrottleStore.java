package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;

/** Rows of failures. */
final class ThrottleStore {

  Future<Integer> failures(SqlClient client, String subject, OffsetDateTime now) {
    return client
        .preparedQuery("select failures from throttles where subject = $1 and window_ends_at > $2")
        .execute(Tuple.of(subject, now))
        .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger("failures"));
  }

  Future<Void> count(
      SqlClient client, String subject, OffsetDateTime now, OffsetDateTime windowEndsAt) {
    return client
        .preparedQuery(
            """
            insert into throttles (subject, failures, window_ends_at) values ($1, 1, $3)
            on conflict (subject) do update set
              failures = case when throttles.window_ends_at > $2 then throttles.failures + 1 else 1 end,
              window_ends_at =
                case when throttles.window_ends_at > $2 then throttles.window_ends_at else $3 end
            """)
        .execute(Tuple.of(subject, now, windowEndsAt))
        .mapEmpty();
  }

  Future<Void> clear(SqlClient client, String subject) {
    return client
        .preparedQuery("delete from throttles where subject = $1")
        .execute(Tuple.of(subject))
        .mapEmpty();
  }
}
