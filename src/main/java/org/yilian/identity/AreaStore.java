package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of areas, and where people and organisations stand in them. */
final class AreaStore {
  Future<Optional<Area>> find(SqlClient client, String code) {
    return client
        .preparedQuery("select code, name from areas where code = $1")
        .execute(Tuple.of(code))
        .map(rows -> all(rows).stream().findFirst());
  }

  Future<List<Area>> within(SqlClient client, String code) {
    String sql =
        """
        select code, name from areas
        where parent_code = $1 or ($1 = '' and parent_code is null) order by code
        """;
    return client.preparedQuery(sql).execute(Tuple.of(code)).map(AreaStore::all);
  }

  Future<List<Area>> chain(SqlClient client, String code) {
    String sql =
        """
        select code, name from areas
        where code in ($1, left($1, 12), left($1, 9), left($1, 6), left($1, 4))
        order by length(code)
        """;
    return client.preparedQuery(sql).execute(Tuple.of(code)).map(AreaStore::all);
  }

  Future<Set<String>> known(SqlClient client, List<String> codes) {
    return client
        .preparedQuery("select code from areas where code = any($1)")
        .execute(Tuple.tuple().addArrayOfString(codes.toArray(String[]::new)))
        .map(rows -> rows.stream().map(row -> row.getString("code")).collect(Collectors.toSet()));
  }

  Future<Void> put(SqlClient client, Area area) {
    String sql =
        """
        insert into areas (code, name) values ($1, $2)
        on conflict (code) do update set name = excluded.name
        """;
    return client.preparedQuery(sql).execute(Tuple.of(area.code(), area.name())).mapEmpty();
  }

  /** The units are also those of the people whom he stands in for on that day. */
  Future<Optional<Look>> look(SqlClient client, Caller.Staff caller, LocalDate today) {
    String sql =
        """
        select coalesce(s.area_code, h.area_code, '') as unit_area,
          (select coalesce(string_agg(q.area_code, ','), '') from people q
            where q.id = any(stands.ids)) as own_areas,
          (select string_agg(u.unit, ',') from (
            select q.organisation_id as unit from people q where q.id = any(stands.ids)
            union
            select q.serving_organisation_id from people q where q.id = any(stands.ids)
              and q.serving_organisation_id is not null) u) as units
        from people p
          join organisations h on h.id = p.organisation_id
          left join organisations s on s.id = p.serving_organisation_id,
          lateral (select array(
            select p.id union select t.person_id from substitutions t
            where t.substitute_id = p.id and $2 between t.starts_on and t.ends_on) as ids) stands
        where p.id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(caller.principalId(), today))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(look(caller, rows.iterator().next())));
  }

  private static Look look(Caller.Staff caller, Row row) {
    return Look.of(
        caller.principalId(),
        listed(row.getString("units")),
        caller.organisationId(),
        caller.roles(),
        listed(row.getString("own_areas")),
        row.getString("unit_area"));
  }

  private static List<String> listed(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }

  /** The nearest unit of each duty, by its duty. */
  Future<Map<String, Organisation>> units(
      SqlClient client, String areaCode, Collection<String> duties) {
    String sql =
        "select distinct on (duty) "
            + OrganisationStore.COLUMNS
            + """
         from organisations
        where duty = any($2)
          and area_code in ($1, left($1, 12), left($1, 9), left($1, 6), left($1, 4))
        order by duty, length(area_code) desc, position, id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(areaCode).addArrayOfString(duties.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, Organisation> found = new HashMap<>();
              rows.forEach(row -> found.put(row.getString("duty"), Organisation.fromRow(row)));
              return found;
            });
  }

  private static List<Area> all(RowSet<Row> rows) {
    return rows.stream()
        .map(row -> new Area(row.getString("code"), row.getString("name")))
        .toList();
  }
}
