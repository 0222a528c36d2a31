package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of the people responsible for what their unit leads. */
final class ResponsibleStore {
  /** Makes those of the people responsible who serve in the unit that leads the dispute now. */
  Future<Void> name(SqlClient client, String disputeId, List<String> personIds) {
    String sql =
        """
        insert into responsible_people (assignment_id, person_id)
        select a.id, p.id from assignments a
          join people p on p.active
            and a.organisation_id in (p.organisation_id, p.serving_organisation_id)
        where a.dispute_id = $1 and a.part = 'LEAD' and a.status in ('OFFERED', 'SIGNED_FOR')
          and p.id = any($2)
        on conflict do nothing
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId).addArrayOfString(personIds.toArray(String[]::new)))
        .mapEmpty();
  }

  /**
   * Who is responsible on that day, by assignment: {@code {name, insteadOf?}}. A substitute stands
   * for whoever is away; who has left the unit is responsible no more.
   */
  Future<Map<String, JsonArray>> of(SqlClient client, List<String> assignmentIds, LocalDate today) {
    String sql =
        """
        select r.assignment_id, p.name, u.name as substitute
        from responsible_people r
          join assignments a on a.id = r.assignment_id and a.part = 'LEAD'
          join people p on p.id = r.person_id and p.active
            and a.organisation_id in (p.organisation_id, p.serving_organisation_id)
          left join lateral (
            select s.name from substitutions t
              join people s on s.id = t.substitute_id and s.active
            where t.person_id = p.id and $2 between t.starts_on and t.ends_on
            order by t.starts_on desc, t.id limit 1) u on true
        where r.assignment_id = any($1)
        order by p.name, p.id
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.tuple()
                .addArrayOfString(assignmentIds.toArray(String[]::new))
                .addLocalDate(today))
        .map(
            rows -> {
              Map<String, JsonArray> found = new HashMap<>();
              rows.forEach(
                  row ->
                      found
                          .computeIfAbsent(row.getString("assignment_id"), id -> new JsonArray())
                          .add(told(row)));
              return found;
            });
  }

  /** Adds to each of these assignments who is responsible for it, where somebody is. */
  Future<List<JsonObject>> addTo(SqlClient client, List<JsonObject> assignments, LocalDate today) {
    List<String> ids = assignments.stream().map(one -> one.getString("id")).toList();
    return of(client, ids, today)
        .map(
            found -> {
              assignments.stream()
                  .filter(one -> found.containsKey(one.getString("id")))
                  .forEach(one -> one.put("responsible", found.get(one.getString("id"))));
              return assignments;
            });
  }

  private static JsonObject told(Row row) {
    String substitute = row.getString("substitute");
    String name = row.getString("name");
    return substitute == null
        ? JsonObject.of("name", name)
        : JsonObject.of("name", substitute, "insteadOf", name);
  }
}
