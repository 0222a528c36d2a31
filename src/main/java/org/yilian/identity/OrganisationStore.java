package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Rows of organisations. */
final class OrganisationStore {
  static final String COLUMNS =
      "id, name, kind, phone, district, address, lawful_mediation, court_level, area_code, duty";

  Future<Optional<Organisation>> find(SqlClient client, String id) {
    String sql = "select " + COLUMNS + " from organisations where id = $1";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(Organisation::fromRow).findFirst());
  }

  Future<List<Organisation>> ofKind(SqlClient client, Organisation.Kind kind) {
    String sql =
        "select "
            + COLUMNS
            + " from organisations where $1::text is null or kind = $1 order by position, name, id";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(kind == null ? null : kind.name()))
        .map(OrganisationStore::all);
  }

  private static List<Organisation> all(RowSet<Row> rows) {
    return rows.stream().map(Organisation::fromRow).toList();
  }

  Future<List<Organisation>> named(SqlClient client, List<String> names, List<String> areas) {
    String sql =
        "select "
            + COLUMNS
            + """
         from organisations
        where name = any($1) and exists (
          select 1 from unnest($2::text[]) a where starts_with(coalesce(area_code, ''), a))
        order by position, id
        """;
    Tuple values =
        Tuple.tuple()
            .addArrayOfString(names.toArray(String[]::new))
            .addArrayOfString(areas.toArray(String[]::new));
    return client.preparedQuery(sql).execute(values).map(OrganisationStore::all);
  }

  Future<Void> insert(SqlClient client, Organisation o, int position) {
    return client
        .preparedQuery(
            """
            insert into organisations
              (id, name, kind, phone, district, address, lawful_mediation, court_level, position,
              area_code, duty)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """)
        .execute(
            Tuple.from(
                new Object[] {
                  o.id(),
                  o.name(),
                  o.kind().name(),
                  o.phone(),
                  o.district(),
                  o.address(),
                  o.lawfulMediation(),
                  o.courtLevel(),
                  position,
                  o.areaCode(),
                  o.duty()
                }))
        .mapEmpty();
  }
}
