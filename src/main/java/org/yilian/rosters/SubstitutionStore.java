package org.yilian.rosters;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;
import org.yilian.rosters.Substitutions.Substitution;

/** Rows of substitutions. */
final class SubstitutionStore {
  Future<List<JsonObject>> list(
      SqlClient client, String self, List<String> organisationIds, LocalDate today) {
    String sql =
        """
        select t.id, p.name as person, u.name as substitute, t.starts_on, t.ends_on,
          coalesce(p.organisation_id = any($2) or p.serving_organisation_id = any($2), false)
            as may_end
        from substitutions t
          join people p on p.id = t.person_id
          join people u on u.id = t.substitute_id
        where t.ends_on >= $3
          and (t.person_id = $1 or t.substitute_id = $1 or p.organisation_id = any($2)
            or p.serving_organisation_id = any($2))
        order by t.starts_on, p.name, t.id limit 500
        """;
    Tuple values =
        Tuple.of(self).addArrayOfString(organisationIds.toArray(String[]::new)).addLocalDate(today);
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(SubstitutionStore::line).toList());
  }

  private static JsonObject line(Row row) {
    return new JsonObject()
        .put("id", row.getString("id"))
        .put("person", row.getString("person"))
        .put("substitute", row.getString("substitute"))
        .put("startsOn", row.getLocalDate("starts_on").toString())
        .put("endsOn", row.getLocalDate("ends_on").toString())
        .put("mayEnd", row.getBoolean("may_end"));
  }

  Future<List<JsonObject>> peopleOf(SqlClient client, String organisationId) {
    String sql =
        """
        select id, name from people
        where active and (organisation_id = $1 or serving_organisation_id = $1)
        order by name, id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(organisationId))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            JsonObject.of("id", row.getString("id"), "name", row.getString("name")))
                    .toList());
  }

  /** The one, if whom it is about belongs to one of these organisations or serves there. */
  Future<Optional<Substitution>> find(SqlClient client, String id, List<String> organisationIds) {
    String sql =
        """
        select t.id, t.person_id, t.substitute_id, t.starts_on, t.ends_on
        from substitutions t join people p on p.id = t.person_id
        where t.id = $1
          and (p.organisation_id = any($2) or p.serving_organisation_id = any($2))
        for update of t
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id).addArrayOfString(organisationIds.toArray(String[]::new)))
        .map(rows -> rows.stream().map(SubstitutionStore::fromRow).findFirst());
  }

  private static Substitution fromRow(Row row) {
    return new Substitution(
        row.getString("id"),
        row.getString("person_id"),
        row.getString("substitute_id"),
        row.getLocalDate("starts_on"),
        row.getLocalDate("ends_on"));
  }

  Future<Void> insert(SqlClient client, Substitution one, String madeBy, Instant at) {
    String sql =
        """
        insert into substitutions (id, person_id, substitute_id, starts_on, ends_on, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;
    Tuple values =
        Tuple.of(one.id(), one.personId(), one.substituteId(), one.startsOn(), one.endsOn())
            .addString(madeBy)
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Void> end(SqlClient client, Substitution one, LocalDate today) {
    boolean begun = one.startsOn().isBefore(today);
    String sql =
        begun
            ? "update substitutions set ends_on = least(ends_on, $2::date - 1) where id = $1"
            : "delete from substitutions where id = $1 and starts_on >= $2::date";
    return client.preparedQuery(sql).execute(Tuple.of(one.id(), today)).mapEmpty();
  }
}
