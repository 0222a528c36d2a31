package org.yilian.statistics;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of what was before the launch. */
final class BaselineStore {
  private static final String NAME = "BEFORE_LAUNCH";

  Future<Optional<JsonObject>> find(SqlClient client, String area) {
    String sql =
        """
        select b.resolved, b.reported, b.source, b.put_at, p.name as put_by
        from baselines b left join people p on p.id = b.put_by
        where b.area_code = $1 and b.name = $2
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(area, NAME))
        .map(rows -> rows.stream().map(BaselineStore::view).findFirst());
  }

  private static JsonObject view(Row row) {
    JsonObject view =
        new JsonObject()
            .put("resolved", row.getLong("resolved"))
            .put("reported", row.getLong("reported"))
            .put("source", row.getString("source"));
    String by = row.getString("put_by");
    return by == null ? view : view.put("by", by).put("at", Times.of(row, "put_at").toString());
  }

  Future<Void> put(
      SqlClient client, String area, Ratio before, String source, String by, Instant at) {
    String sql =
        """
        insert into baselines (area_code, name, resolved, reported, source, put_by, put_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (area_code, name) do update
          set resolved = excluded.resolved, reported = excluded.reported,
            source = excluded.source, put_by = excluded.put_by, put_at = excluded.put_at
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(area, NAME, before.part(), before.whole(), source, by).addValue(Times.utc(at)))
        .mapEmpty();
  }
}
