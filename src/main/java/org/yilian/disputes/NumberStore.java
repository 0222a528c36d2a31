package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Rows of number series. */
final class NumberStore {
  /** Advances the series by one; whoever rolls back gives the number back. */
  Future<Long> next(SqlClient client, String series) {
    return advance(client, series, 1);
  }

  /** Advances the series by so many, and tells the last of them. */
  Future<Long> advance(SqlClient client, String series, int count) {
    String sql =
        """
        insert into number_series as s (series, last_number) values ($1, $2)
        on conflict (series) do update set last_number = s.last_number + $2
        returning last_number
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(series, (long) count))
        .map(rows -> rows.iterator().next().getLong("last_number"));
  }
}
