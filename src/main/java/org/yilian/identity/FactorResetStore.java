package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of resets that their person has not seen yet. */
final class FactorResetStore {

  /** {@code {at, by?}}: when, and the name of whoever did it. */
  Future<Optional<JsonObject>> find(SqlClient client, String personId) {
    return client
        .preparedQuery(
            """
            select r.reset_at, b.name
            from second_factor_resets r left join people b on b.id = r.reset_by
            where r.person_id = $1
            """)
        .execute(Tuple.of(personId))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new JsonObject()
                                .put("at", Times.text(row, "reset_at"))
                                .put("by", row.getString("name")))
                    .findFirst());
  }

  /**
   * @param by null where it was done at the server itself
   */
  Future<Void> put(SqlClient client, String personId, String by, Instant at) {
    return client
        .preparedQuery(
            """
            insert into second_factor_resets (person_id, reset_by, reset_at) values ($1, $2, $3)
            on conflict (person_id) do update set reset_by = $2, reset_at = $3
            """)
        .execute(Tuple.of(personId, by, Times.utc(at)))
        .mapEmpty();
  }

  Future<Void> remove(SqlClient client, String personId) {
    return client
        .preparedQuery("delete from second_factor_resets where person_id = $1")
        .execute(Tuple.of(personId))
        .mapEmpty();
  }
}
