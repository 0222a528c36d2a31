package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Rows of number series. */
final class NumberStore {
  /** Advances the series by one; whoever rolls back gives the number back. */
  Future<Long> next(SqlClient client, String series) {
    String sql =
        """
        insert into number_series as s (series, last_number) values ($1, 1)
        on conflict (series) do update set last_number = s.last_number + 1
        returning last_number
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(series))
        .map(rows -> rows.iterator().next().getLong("last_number"));
  }
}
