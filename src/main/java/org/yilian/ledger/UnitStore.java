package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Which units there are around a place. */
final class UnitStore {
  private static final int MOST = 300;

  /**
   * Units in the areas that somebody looks over and around the place, nearest first: those that
   * hold the place, then those of the place's own street.
   */
  Future<List<JsonObject>> around(SqlClient client, String place, List<String> areas) {
    String sql =
        """
        select id, name, kind, duty, area_code from organisations
        where duty is not null and area_code is not null
          and (area_code in ($1, left($1, 12), left($1, 9), left($1, 6), left($1, 4))
            or left(area_code, 9) = left($1, 9) and exists (
              select 1 from unnest($2::text[]) a where starts_with(area_code, a)))
        order by length(area_code) = 9 desc, length(area_code), position, name, id limit $3
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(place).addArrayOfString(areas.toArray(String[]::new)).addInteger(MOST))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new JsonObject()
                                .put("id", row.getString("id"))
                                .put("name", row.getString("name"))
                                .put("kind", row.getString("kind"))
                                .put("duty", row.getString("duty"))
                                .put("areaCode", row.getString("area_code")))
                    .toList());
  }
}
