package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilian.db.Times;

/** Rows of the borders of areas. */
final class OutlineStore {
  Future<Void> put(SqlClient client, List<Outline> outlines, String by, Instant at) {
    String sql =
        """
        insert into area_outlines (area_code, polygons, put_by, put_at)
        values ($1, $2::text::json, $3, $4)
        on conflict (area_code) do update
          set polygons = excluded.polygons, put_by = excluded.put_by, put_at = excluded.put_at
        """;
    List<Tuple> rows =
        outlines.stream()
            .map(
                one ->
                    Tuple.of(one.areaCode(), one.polygons().encode(), by).addValue(Times.utc(at)))
            .toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : client.preparedQuery(sql).executeBatch(rows).mapEmpty();
  }

  Future<Integer> remove(SqlClient client, List<String> codes) {
    return client
        .preparedQuery("delete from area_outlines where area_code = any($1)")
        .execute(Tuple.tuple().addArrayOfString(codes.toArray(String[]::new)))
        .map(rows -> rows.rowCount());
  }

  /** Those of the areas directly within this one, by their codes. */
  Future<Map<String, JsonArray>> within(SqlClient client, String area) {
    String sql =
        """
        select o.area_code, o.polygons::text as polygons
        from areas a join area_outlines o on o.area_code = a.code where a.parent_code = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(area))
        .map(
            rows -> {
              Map<String, JsonArray> found = new HashMap<>();
              rows.forEach(
                  row ->
                      found.put(
                          row.getString("area_code"), new JsonArray(row.getString("polygons"))));
              return found;
            });
  }
}
