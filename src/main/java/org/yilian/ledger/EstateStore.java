package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Rows of estates. */
final class EstateStore {
  private static final String SELECT =
      "select code, name, area_code, contact_phone, retired_at from estates ";

  Future<Optional<Estate>> find(SqlClient client, String code) {
    return client
        .preparedQuery(SELECT + "where code = $1")
        .execute(Tuple.of(code))
        .map(rows -> rows.stream().map(EstateStore::fromRow).findFirst());
  }

  Future<List<JsonObject>> within(SqlClient client, List<String> areas, int limit) {
    String sql =
        SELECT
            + """
            where exists (select 1 from unnest($1::text[]) a where starts_with(area_code, a))
            order by area_code, name, code limit $2
            """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.tuple().addArrayOfString(areas.toArray(String[]::new)).addInteger(limit))
        .map(rows -> rows.stream().map(row -> fromRow(row).toJson()).toList());
  }

  Future<Void> insert(SqlClient client, Estate estate, String madeBy, Instant at) {
    String sql =
        """
        insert into estates (code, name, area_code, contact_phone, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                estate.code(),
                estate.name(),
                estate.areaCode(),
                estate.contactPhone(),
                madeBy,
                at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  Future<Void> update(SqlClient client, Estate estate, Instant retiredAt) {
    String sql =
        """
        update estates set name = $2, area_code = $3, contact_phone = $4, retired_at = $5
        where code = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(estate.code(), estate.name(), estate.areaCode(), estate.contactPhone())
                .addOffsetDateTime(retiredAt == null ? null : retiredAt.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  private static Estate fromRow(Row row) {
    return new Estate(
        row.getString("code"),
        row.getString("name"),
        row.getString("area_code"),
        row.getString("contact_phone"),
        row.getOffsetDateTime("retired_at") != null);
  }
}
