package org.yilian.answers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;

/** Counters of the service by the day. */
final class ServiceTallyStore {
  Future<Void> count(SqlClient client, LocalDate day, ServiceMeasure measure) {
    String sql =
        """
        insert into service_tallies as t (day, measure, n) values ($1, $2, 1)
        on conflict (day, measure) do update set n = t.n + 1
        """;
    return client.preparedQuery(sql).execute(Tuple.of(day, measure.name())).mapEmpty();
  }

  /** Sums of a term, by the names of the measures; those without any are not there. */
  Future<JsonObject> sums(SqlClient client, LocalDate from, LocalDate to) {
    String sql =
        """
        select measure, sum(n)::bigint as n from service_tallies
        where day between $1 and $2 group by measure
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(from, to))
        .map(
            rows -> {
              JsonObject sums = new JsonObject();
              rows.forEach(row -> sums.put(row.getString("measure"), row.getLong("n")));
              return sums;
            });
  }

  /** Documents that the house made and kept within a term. */
  Future<Long> documentsMade(SqlClient client, LocalDate from, LocalDate to) {
    return client
        .preparedQuery("select count(*) as n from made_documents where made_on between $1 and $2")
        .execute(Tuple.of(from, to))
        .map(rows -> rows.iterator().next().getLong("n"));
  }
}
