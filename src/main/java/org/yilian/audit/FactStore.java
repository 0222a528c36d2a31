package org.yilian.audit;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.yilian.db.Times;

/** Rows of facts. */
final class FactStore {
  private static final String INSERT =
      "insert into facts (scope, seq, at, actor, kind, data) values ($1, $2, $3, $4, $5, $6)";

  /** The next fact of the scope, in one statement: others may wait for whoever appends it. */
  Future<Void> append(
      SqlClient client, String scope, Instant at, String actor, String kind, JsonObject data) {
    String sql =
        """
        with next as (
          insert into fact_scopes (scope, last_seq) values ($1, 1)
          on conflict (scope) do update set last_seq = fact_scopes.last_seq + 1
          returning last_seq)
        insert into facts (scope, seq, at, actor, kind, data)
        select $1, last_seq, $2::timestamptz, $3, $4, $5::json from next
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(scope, Times.utc(at), actor, kind, data))
        .mapEmpty();
  }

  /** The first facts of scopes that have none yet. */
  Future<Void> insertFirst(SqlClient client, List<Fact> facts) {
    if (facts.isEmpty()) {
      return Future.succeededFuture();
    }
    return client
        .preparedQuery("insert into fact_scopes (scope, last_seq) values ($1, 1)")
        .executeBatch(facts.stream().map(fact -> Tuple.of(fact.scope())).toList())
        .compose(
            done ->
                client
                    .preparedQuery(INSERT)
                    .executeBatch(facts.stream().map(FactStore::values).toList()))
        .mapEmpty();
  }

  private static Tuple values(Fact fact) {
    return Tuple.of(
        fact.scope(),
        fact.seq(),
        fact.at().atOffset(ZoneOffset.UTC),
        fact.actor(),
        fact.kind(),
        fact.data());
  }

  Future<List<Fact>> ofScope(SqlClient client, String scope) {
    return client
        .preparedQuery(
            """
            select scope, seq, at, actor, kind, data from facts
            where scope = $1 order by seq
            """)
        .execute(Tuple.of(scope))
        .map(FactStore::facts);
  }

  private static List<Fact> facts(RowSet<Row> rows) {
    return rows.stream().map(FactStore::fact).toList();
  }

  private static Fact fact(Row row) {
    return new Fact(
        row.getString("scope"),
        row.getLong("seq"),
        Times.of(row, "at"),
        row.getString("actor"),
        row.getString("kind"),
        (JsonObject) row.getJson("data"));
  }
}
