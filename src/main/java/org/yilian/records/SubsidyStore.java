package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;

/** Counts what each mediator brought about. */
final class SubsidyStore {
  /**
   * Mediators of one organisation, or of all in some areas, with what they brought about in a term.
   *
   * @param organisationId whose mediators, or null
   */
  Future<List<JsonObject>> of(
      SqlClient client, LocalDate from, LocalDate to, String organisationId, List<String> areas) {
    String sql =
        """
        with written as (
            select s.principal_id as who, count(distinct a.id) as n
            from agreements a join agreement_signatures s
              on s.agreement_id = a.id and s.version = a.version and s.role = 'MEDIATOR'
            where a.status = 'EFFECTIVE' and a.form = 'WRITTEN' and a.effective_on between $1 and $2
            group by 1),
          spoken as (
            select a.created_by as who, count(*) as n from agreements a
            where a.status = 'EFFECTIVE' and a.form = 'ORAL' and a.effective_on between $1 and $2
            group by 1),
          held as (
            select r.recorded_by as who, count(*) filter (where r.outcome = 'SETTLED') as settled,
              count(*) filter (where r.outcome <> 'SETTLED') as others
            from rounds r
            where (r.held_at at time zone 'Asia/Shanghai')::date between $1 and $2 group by 1)
        select p.name, o.name as organisation, coalesce(w.n, 0) as written,
          coalesce(s.n, 0) + coalesce(h.settled, 0) as spoken, coalesce(h.others, 0) as others
        from people p join organisations o on o.id = p.organisation_id
          left join written w on w.who = p.id
          left join spoken s on s.who = p.id
          left join held h on h.who = p.id
        where p.active and exists (select 1 from person_roles r where r.person_id = p.id
            and r.role in ('MEDIATOR', 'INVITED_MEDIATOR'))
          and (o.id = $3 or exists (select 1 from unnest($4::text[]) a
            where a <> '' and starts_with(coalesce(o.area_code, ''), a)))
        order by o.name, p.name, p.id
        """;
    Tuple values =
        Tuple.of(from, to).addString(organisationId).addArrayOfString(areas.toArray(String[]::new));
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(SubsidyStore::line).toList());
  }

  private static JsonObject line(Row row) {
    return new JsonObject()
        .put("name", row.getString("name"))
        .put("organisation", row.getString("organisation"))
        .put("written", row.getLong("written"))
        .put("spoken", row.getLong("spoken"))
        .put("others", row.getLong("others"));
  }
}
