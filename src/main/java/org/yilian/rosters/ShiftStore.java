package org.yilian.rosters;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of shifts as they were entered. */
final class ShiftStore {
  private static final String SELECT =
      """
      select s.id, s.person_id, s.organisation_id, s.kind, s.area_code, s.starts_at, s.ends_at,
        s.capacity, s.types, s.languages, s.note
      from shifts s
      """;

  Future<Optional<Shift>> standing(SqlClient client, String id) {
    return client
        .preparedQuery(SELECT + " where s.id = $1 and s.cancelled_at is null for update")
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(ShiftStore::fromRow).findFirst());
  }

  /** Those of an organisation that begin in a time, in their order. */
  Future<List<Shift>> ofOrganisation(
      SqlClient client, String organisationId, Instant from, Instant to) {
    String sql =
        SELECT
            + """
             where s.organisation_id = $1 and s.starts_at >= $2 and s.starts_at < $3
              and s.cancelled_at is null
            order by s.starts_at, s.id
            """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(organisationId, Times.utc(from), Times.utc(to)))
        .map(rows -> rows.stream().map(ShiftStore::fromRow).toList());
  }

  /** Whether the person is on duty as the same at that time already. */
  Future<Boolean> busy(SqlClient client, Shift shift) {
    String sql =
        """
        select exists (select 1 from shifts s
          where s.person_id = $1 and s.kind = $2 and s.id <> $3 and s.cancelled_at is null
            and s.starts_at < $5 and $4 < s.ends_at) as busy
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                shift.personId(),
                shift.kind().name(),
                shift.id(),
                Times.utc(shift.startsAt()),
                Times.utc(shift.endsAt())))
        .map(rows -> rows.iterator().next().getBoolean("busy"));
  }

  Future<Void> insert(SqlClient client, Shift shift, String madeBy, Instant at) {
    String sql =
        """
        insert into shifts (id, person_id, organisation_id, kind, area_code, starts_at, ends_at,
          capacity, types, languages, note, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;
    Tuple values = values(shift).addString(madeBy).addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Void> update(SqlClient client, Shift shift) {
    String sql =
        """
        update shifts set person_id = $2, organisation_id = $3, kind = $4, area_code = $5,
          starts_at = $6, ends_at = $7, capacity = $8, types = $9, languages = $10, note = $11
        where id = $1
        """;
    return client.preparedQuery(sql).execute(values(shift)).mapEmpty();
  }

  Future<Void> cancel(SqlClient client, String id, Instant at) {
    return client
        .preparedQuery("update shifts set cancelled_at = $2 where id = $1")
        .execute(Tuple.of(id, Times.utc(at)))
        .mapEmpty();
  }

  /**
   * Whether the person may be on duty as that in that district: by what he is engaged as, and where
   * his home or serving organisation stands.
   *
   * @param roles any of them is enough; empty asks for none
   */
  Future<Boolean> fits(SqlClient client, String personId, String[] roles, String place) {
    return people(client, roles, place, personId).map(found -> !found.isEmpty());
  }

  /** {@code {id, name, organisation}} of all who may; of one person where an id is given. */
  Future<List<JsonObject>> people(SqlClient client, String[] roles, String place, String personId) {
    String sql =
        """
        select p.id, p.name, h.name as organisation
        from people p
          join organisations h on h.id = p.organisation_id
          left join organisations v on v.id = p.serving_organisation_id
        where p.active and ($4::text is null or p.id = $4)
          and (cardinality($1::text[]) = 0 or exists (
            select 1 from person_roles r where r.person_id = p.id and r.role = any($1)))
          and exists (select 1 from unnest(array[h.area_code, v.area_code]) a
            where starts_with(a, $2) or starts_with($3, a))
        order by p.name, p.id limit 500
        """;
    String district = place.length() > 6 ? place.substring(0, 6) : place;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.tuple()
                .addArrayOfString(roles)
                .addString(district)
                .addString(place)
                .addString(personId))
        .map(rows -> rows.stream().map(ShiftStore::person).toList());
  }

  private static JsonObject person(Row row) {
    return new JsonObject()
        .put("id", row.getString("id"))
        .put("name", row.getString("name"))
        .put("organisation", row.getString("organisation"));
  }

  private static Tuple values(Shift shift) {
    return Tuple.of(shift.id(), shift.personId(), shift.organisationId(), shift.kind().name())
        .addString(shift.areaCode())
        .addOffsetDateTime(Times.utc(shift.startsAt()))
        .addOffsetDateTime(Times.utc(shift.endsAt()))
        .addInteger(shift.capacity())
        .addArrayOfString(shift.types().toArray(String[]::new))
        .addArrayOfString(shift.languages().toArray(String[]::new))
        .addString(shift.note());
  }

  static Shift fromRow(Row row) {
    return new Shift(
        row.getString("id"),
        row.getString("person_id"),
        row.getString("organisation_id"),
        ShiftKind.valueOf(row.getString("kind")),
        row.getString("area_code"),
        Times.of(row, "starts_at"),
        Times.of(row, "ends_at"),
        row.getInteger("capacity"),
        List.of(row.getArrayOfStrings("types")),
        List.of(row.getArrayOfStrings("languages")),
        row.getString("note"));
  }
}
