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
import org.yilian.identity.Look;

/** Who is really on duty: shifts as their holders have them, substitutes in place of the absent. */
final class DutyStore {
  private static final String SELECT =
      """
      select s.id, s.person_id, s.holder_id, p.name, own.name as own_name, s.organisation_id,
        o.name as organisation, s.kind, s.area_code, s.starts_at, s.ends_at, s.capacity, s.types,
        s.languages, s.note, p.phone,
        p.active and (s.kind = 'INTERPRETER' or exists (
          select 1 from person_roles r where r.person_id = s.holder_id and r.role = any(
            case s.kind when 'LAWYER' then array['NEUTRAL_LAWYER']
              else array['MEDIATOR', 'INVITED_MEDIATOR'] end))) as covered,
        (select count(*) from duty_calls c join rooms q on q.id = c.room_id
          where s.kind = 'INTERPRETER' and c.kind = s.kind and c.accepted_by = s.holder_id
            and q.status <> 'ENDED'
            and (q.status in ('LIVE_SEPARATED', 'JOINT') or c.ended_at >= s.starts_at))
        + (select count(*) from members m join rooms q on q.id = m.room_id
          where m.principal_id = s.holder_id and m.ended_at is null and q.status <> 'ENDED'
            and m.role = case s.kind when 'LAWYER' then 'NEUTRAL_LAWYER' else s.kind end
            and (q.status in ('LIVE_SEPARATED', 'JOINT') or m.joined_at >= s.starts_at)) as busy
      from duties s
        join people p on p.id = s.holder_id
        join people own on own.id = s.person_id
        join organisations o on o.id = s.organisation_id
      """;

  /** Those that touch the time and that whoever looks so may see, in their order. */
  Future<List<JsonObject>> seen(
      SqlClient client, Look look, boolean asks, Instant from, Instant to) {
    String sql =
        SELECT
            + """
             where s.starts_at < $2 and s.ends_at > $1
              and (s.person_id = $3 or s.holder_id = $3 or s.organisation_id = $4
                or s.organisation_id = any($5)
                or exists (select 1 from unnest($6::text[]) a where starts_with(s.area_code, a))
                or ($7 and starts_with($8, s.area_code) and (s.area_code <> '' or $8 = '')))
            order by s.starts_at, o.name, p.name, s.id limit 2000
            """;
    Tuple values =
        Tuple.of(Times.utc(from), Times.utc(to), look.personId(), look.homeId())
            .addArrayOfString(look.units().toArray(String[]::new))
            .addArrayOfString(look.areas().toArray(String[]::new))
            .addBoolean(asks)
            .addString(look.findsIn());
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(DutyStore::line).toList());
  }

  /** What is asked of whoever is on duty. */
  record Question(
      ShiftKind kind,
      Instant at,
      String areaCode,
      String organisationId,
      String type,
      String language) {}

  /** Who fits the question, the freest and the nearest first. */
  Future<List<Duty>> now(SqlClient client, Question about) {
    String sql =
        "select * from ("
            + SELECT
            + """
             where s.kind = $1 and s.starts_at <= $2 and s.ends_at > $2
              and (s.organisation_id = $4
                or (starts_with($3, s.area_code) and (s.area_code <> '' or $3 = '')))
              and (cardinality(s.types) = 0 or $5 = any(s.types))
              and ($6::text is null or $6 = any(s.languages))) d
            where d.covered
            order by d.busy::float / d.capacity, length(d.area_code) desc, d.ends_at desc, d.id
            """;
    Tuple values =
        Tuple.of(about.kind().name(), Times.utc(about.at()), about.areaCode())
            .addString(about.organisationId())
            .addString(about.type())
            .addString(about.language());
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(DutyStore::duty).toList());
  }

  Future<Optional<Duty>> find(SqlClient client, String shiftId) {
    return client
        .preparedQuery(SELECT + " where s.id = $1")
        .execute(Tuple.of(shiftId))
        .map(rows -> rows.stream().map(DutyStore::duty).findFirst());
  }

  /** Holds the shift for the rest of the transaction: its places are given away one by one. */
  Future<Void> hold(SqlClient client, String shiftId) {
    return client
        .preparedQuery("select id from shifts where id = $1 for update")
        .execute(Tuple.of(shiftId))
        .mapEmpty();
  }

  /** Others on the same roster who stay longer, or come within half a day of its end. */
  Future<List<Duty>> successors(SqlClient client, Duty going) {
    String sql =
        "select * from ("
            + SELECT
            + """
             where s.organisation_id = $1 and s.kind = $2 and s.holder_id <> $3
              and s.ends_at > $4 and s.starts_at <= $4 + interval '12 hours') d
            where d.covered order by d.starts_at, d.name, d.id limit 50
            """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                going.organisationId(),
                going.kind().name(),
                going.holderId(),
                Times.utc(going.endsAt())))
        .map(rows -> rows.stream().map(DutyStore::duty).toList());
  }

  private static JsonObject line(Row row) {
    Duty duty = duty(row);
    JsonObject line =
        ShiftStore.fromRow(row)
            .toJson()
            .put("name", duty.name())
            .put("organisation", duty.organisation())
            .put("covered", row.getBoolean("covered"))
            .put("busy", duty.busy());
    return duty.holderId().equals(row.getString("person_id"))
        ? line
        : line.put("holderId", duty.holderId()).put("insteadOf", row.getString("own_name"));
  }

  private static Duty duty(Row row) {
    return new Duty(
        row.getString("id"),
        row.getString("holder_id"),
        row.getString("name"),
        row.getString("organisation_id"),
        row.getString("organisation"),
        ShiftKind.valueOf(row.getString("kind")),
        Times.of(row, "starts_at"),
        Times.of(row, "ends_at"),
        row.getInteger("capacity"),
        row.getLong("busy").intValue(),
        List.of(row.getArrayOfStrings("languages")),
        row.getString("phone"));
  }
}
