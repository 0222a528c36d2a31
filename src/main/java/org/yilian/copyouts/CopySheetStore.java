package org.yilian.copyouts;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yilian.calendar.WorkingDays;
import org.yilian.db.Parameters;
import org.yilian.db.Times;
import org.yilian.identity.AreaLevel;

/** What disputes hold that another platform asks for, and what was copied of it. */
final class CopySheetStore {
  private static final String SELECT =
      """
      select d.id, d.number, d.type, d.subtype, d.cause, d.description, d.address, d.area_code,
        d.source, d.channel, d.people_count, d.amount_fen, d.risk, d.level, d.status,
        d.recovered_fen, d.occurred_on, d.created_at, d.resolved_at,
        (select string_agg(a.name, ' ' order by length(a.code)) from areas a
          where a.code in (d.area_code, left(d.area_code, 12), left(d.area_code, 9),
            left(d.area_code, 6), left(d.area_code, 4))) as area,
        (select json_agg(json_build_object('side', p.side, 'name', coalesce(p.name, p.description),
            'phoneTail', p.phone_tail, 'idTail', p.id_tail, 'home', coalesce(p.domicile, p.address))
            order by p.position)
          from parties p where p.dispute_id = d.id)::text as parties,
        (select string_agg(o.name, '、' order by h.ordinal) from assignments h
          join organisations o on o.id = h.organisation_id
          where h.dispute_id = d.id and h.part = 'LEAD'
            and h.status in ('OFFERED', 'SIGNED_FOR', 'DONE')) as lead,
        (select string_agg(o.name, '、' order by h.ordinal) from assignments h
          join organisations o on o.id = h.organisation_id
          where h.dispute_id = d.id and h.part = 'COOPERATE'
            and h.status in ('OFFERED', 'SIGNED_FOR', 'DONE')) as helpers,
        last.n as rounds, last.held_at, last.outcome, last.terms,
        m.n as mark, m.digests::text as digests, c.name as copied_by, m.copied_at
      from disputes d
        left join lateral (select r.n, r.held_at, r.outcome, r.terms from rounds r
          where r.dispute_id = d.id order by r.n desc limit 1) last on true
        left join lateral (select k.n, k.digests, k.copied_by, k.copied_at from copy_marks k
          where k.form_id = $1 and k.dispute_id = d.id order by k.n desc limit 1) m on true
        left join people c on c.id = m.copied_by
      where d.status <> 'MERGED'
      """;

  /** The disputes of an area that were reported in a term, in the order of their reports. */
  Future<List<CopyLine>> within(
      SqlClient client, CopyForm form, String area, LocalDate from, LocalDate to, int limit) {
    Parameters values = new Parameters();
    values.add(form.id());
    String sql =
        SELECT
            + " and "
            + place(area, values)
            + " and d.created_at >= "
            + values.add(startOf(from))
            + " and d.created_at < "
            + values.add(startOf(to.plusDays(1)))
            + " order by d.ordinal limit "
            + values.add(limit);
    return lines(client, form, sql, values.values());
  }

  /** Those of these disputes that are in any of the areas, held until the transaction ends. */
  Future<List<CopyLine>> held(
      SqlClient client, CopyForm form, List<String> areas, List<String> disputeIds) {
    Parameters values = new Parameters();
    values.add(form.id());
    String ids = values.add(disputeIds.toArray(String[]::new));
    String places = String.join(" or ", areas.stream().map(area -> place(area, values)).toList());
    String sql = SELECT + " and d.id = any(" + ids + ") and (" + places + ") for update of d";
    return lines(client, form, sql, values.values());
  }

  /** That the dispute is in the area; an index of each level serves it. */
  private static String place(String area, Parameters values) {
    String value = values.add(area);
    AreaLevel level = AreaLevel.ofCode(area).orElse(AreaLevel.GRID);
    return level == AreaLevel.GRID
        ? "d.area_code = " + value
        : "left(d.area_code, %d) = %s".formatted(level.digits(), value);
  }

  private static Object startOf(LocalDate day) {
    return day.atStartOfDay(WorkingDays.ZONE).toOffsetDateTime();
  }

  private static Future<List<CopyLine>> lines(
      SqlClient client, CopyForm form, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(row -> CopyLine.of(form, matter(row), mark(row))).toList());
  }

  Future<Void> mark(
      SqlClient client, CopyLine line, JsonObject digests, String personId, Instant at) {
    String sql =
        """
        insert into copy_marks (form_id, dispute_id, n, digests, copied_by, copied_at)
        values ($1, $2, $3, $4::text::json, $5, $6)
        """;
    int n = line.mark() == null ? 1 : line.mark().n() + 1;
    Tuple values =
        Tuple.of(line.form().id(), line.disputeId(), n)
            .addString(digests == null ? null : digests.encode())
            .addString(personId)
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  private static CopyMark mark(Row row) {
    Integer n = row.getInteger("mark");
    String digests = row.getString("digests");
    return n == null
        ? null
        : new CopyMark(
            n,
            digests == null ? null : new JsonObject(digests),
            row.getString("copied_by"),
            Times.of(row, "copied_at"));
  }

  private static JsonObject matter(Row row) {
    String parties = row.getString("parties");
    return new JsonObject()
        .put("id", row.getString("id"))
        .put("number", row.getString("number"))
        .put("type", row.getString("type"))
        .put("subtype", row.getString("subtype"))
        .put("cause", row.getString("cause"))
        .put("description", row.getString("description"))
        .put("address", row.getString("address"))
        .put("area", row.getString("area"))
        .put("areaCode", row.getString("area_code"))
        .put("source", row.getString("source"))
        .put("channel", row.getString("channel"))
        .put("peopleCount", row.getInteger("people_count"))
        .put("amountFen", row.getLong("amount_fen"))
        .put("risk", row.getString("risk"))
        .put("level", row.getString("level"))
        .put("status", row.getString("status"))
        .put("recoveredFen", row.getLong("recovered_fen"))
        .put("occurredOn", day(row.getLocalDate("occurred_on")))
        .put("reportedOn", dayOf(row, "created_at"))
        .put("resolvedOn", dayOf(row, "resolved_at"))
        .put("lead", row.getString("lead"))
        .put("helpers", row.getString("helpers"))
        .put("rounds", row.getInteger("rounds"))
        .put("lastRoundOn", dayOf(row, "held_at"))
        .put("outcome", row.getString("outcome"))
        .put("terms", row.getString("terms"))
        .put("parties", parties == null ? new JsonArray() : new JsonArray(parties));
  }

  private static String day(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static String dayOf(Row row, String column) {
    Instant at = Times.of(row, column);
    return at == null ? null : LocalDate.ofInstant(at, WorkingDays.ZONE).toString();
  }
}
