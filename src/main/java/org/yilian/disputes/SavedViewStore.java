package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import org.yilian.db.Times;

/** Rows of saved views. */
final class SavedViewStore {
  Future<List<JsonObject>> of(SqlClient client, String person) {
    String sql =
        "select name, filters::text as filters from saved_views where person_id = $1 order by name";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(person))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            JsonObject.of("name", row.getString("name"))
                                .put("filters", new JsonObject(row.getString("filters"))))
                    .toList());
  }

  /** How many he has beside the one of that name. */
  Future<Integer> others(SqlClient client, String person, String name) {
    String sql = "select count(*)::int as n from saved_views where person_id = $1 and name <> $2";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(person, name))
        .map(rows -> rows.iterator().next().getInteger("n"));
  }

  Future<Void> put(SqlClient client, String person, String name, JsonObject filters, Instant at) {
    String sql =
        """
        insert into saved_views (person_id, name, filters, saved_at)
        values ($1, $2, $3::text::json, $4)
        on conflict (person_id, name) do update
          set filters = excluded.filters, saved_at = excluded.saved_at
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(person, name, filters.encode(), Times.utc(at)))
        .mapEmpty();
  }

  Future<Void> remove(SqlClient client, String person, String name) {
    return client
        .preparedQuery("delete from saved_views where person_id = $1 and name = $2")
        .execute(Tuple.of(person, name))
        .mapEmpty();
  }
}
