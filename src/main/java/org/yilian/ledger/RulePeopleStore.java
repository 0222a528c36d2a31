package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.yilian.identity.Look;

/** Who serves in the units around an area, to be named as responsible by its rules. */
final class RulePeopleStore {
  private static final int MOST = 2_000;

  /** Those who deal with what their unit is handed, and first whoever is named already. */
  Future<List<RulePerson>> around(SqlClient client, String areaCode, List<String> named) {
    String sql =
        """
        select id, name, unit, duty, area_code, serves from (
          select p.id, p.name, o.name as unit, o.duty, o.area_code,
            coalesce(p.active and o.duty is not null
              and (starts_with(o.area_code, $1) or starts_with($1, o.area_code))
              and exists (select 1 from person_roles r
                where r.person_id = p.id and r.role = any($3)), false) as serves
          from people p
            join organisations o on o.id in (p.organisation_id, p.serving_organisation_id)) w
        where serves or id = any($2)
        order by id = any($2) desc, name, id, unit limit $4
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(areaCode)
                .addArrayOfString(named.toArray(String[]::new))
                .addArrayOfString(Look.handlers().toArray(String[]::new))
                .addInteger(MOST))
        .map(rows -> rows.stream().map(RulePeopleStore::fromRow).toList());
  }

  private static RulePerson fromRow(Row row) {
    return new RulePerson(
        row.getString("id"),
        row.getString("name"),
        row.getString("unit"),
        new RulePost(row.getString("duty"), row.getString("area_code")),
        row.getBoolean("serves"));
  }
}
