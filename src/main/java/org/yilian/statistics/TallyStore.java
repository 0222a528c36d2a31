package org.yilian.statistics;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.yilian.identity.AreaLevel;

/** Reads counts: of districts and cities from the counters, of smaller areas from their rows. */
final class TallyStore {
  /** A whole statement each, so that counters and changes not yet folded are of one moment. */
  private static final String COUNTED =
      """
      select measure, key, sum(n)::bigint as n, sum(amount)::bigint as amount from (
        select measure, key, n, amount from tallies
        where area_code = $1 and day between $2 and $3
        union all
        select measure, key, n, amount from tally_changes
        where left(district_code, length($1)) = $1 and day between $2 and $3) t
      group by measure, key
      """;

  Future<Tally> of(SqlClient client, String area, Tally.Term term) {
    String sql =
        isCounted(area)
            ? COUNTED
            : """
              select t.measure, t.key, sum(t.n)::bigint as n, sum(t.amount)::bigint as amount
              from disputes d, lateral tallies_of(d) t
              where %s = $1 and t.day between $2 and $3 group by t.measure, t.key
              """
                .formatted(codeOf(area));
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(area, term.from(), term.to()))
        .map(
            rows -> {
              Tally tally = new Tally();
              rows.forEach(
                  row ->
                      tally.add(
                          row.getString("measure"),
                          row.getString("key"),
                          row.getLong("n"),
                          row.getLong("amount")));
              return tally;
            });
  }

  /** Reported and resolved of each day, by the day on which it happened. */
  Future<List<JsonObject>> days(SqlClient client, String area, Tally.Term term) {
    String counts =
        isCounted(area)
            ? """
              select day, measure, key, n from tallies where area_code = $1
                and measure in ('REPORTED', 'RESOLVED_ON') and key = 'ALL'
              union all select day, measure, key, n from tally_changes
                where left(district_code, length($1)) = $1 and key = 'ALL'
              """
            : "select t.day, t.measure, t.key, t.n from disputes d, lateral tallies_of(d) t where "
                + codeOf(area)
                + " = $1";
    String sql =
        """
        select g.day::date as day,
          coalesce(sum(t.n) filter (where t.measure = 'REPORTED'), 0)::bigint as reported,
          coalesce(sum(t.n) filter (where t.measure = 'RESOLVED_ON'), 0)::bigint as resolved
        from generate_series($2::date, $3::date, interval '1 day') g (day)
          left join (%s) t on t.day = g.day and t.key = 'ALL'
        group by g.day order by g.day
        """
            .formatted(counts);
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(area, term.from(), term.to()))
        .map(rows -> rows.stream().map(TallyStore::day).toList());
  }

  private static JsonObject day(Row row) {
    return new JsonObject()
        .put("day", row.getLocalDate("day").toString())
        .put("reported", row.getLong("reported"))
        .put("resolved", row.getLong("resolved"));
  }

  /** Reported and resolved of each area directly within this one. */
  Future<List<JsonObject>> within(SqlClient client, String area, Tally.Term term) {
    boolean city = area.length() == AreaLevel.CITY.digits();
    String counts =
        city
            ? """
              select t.area_code as code, t.measure, t.n from areas p join tallies t
                on t.area_code = p.code and t.measure in ('REPORTED', 'RESOLVED', 'REFUSED')
                and t.key = 'ALL' and t.day between $2 and $3
              where p.parent_code = $1
              union all
              select district_code, measure, n from tally_changes where key = 'ALL'
                and starts_with(district_code, $1) and day between $2 and $3
              """
            : """
              select left(d.area_code, %d) as code, v.measure, count(*) as n
              from disputes d, lateral (values ('REPORTED', true),
                ('RESOLVED', d.resolved_at is not null),
                ('REFUSED', d.status in ('REJECTED', 'WITHDRAWN'))) v (measure, counts)
              where %s = $1 and v.counts and d.status <> 'MERGED'
                and d.created_at >= $2::date::timestamp at time zone 'Asia/Shanghai'
                and d.created_at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai'
              group by 1, 2
              """
                .formatted(digitsBelow(area), codeOf(area));
    String sql =
        """
        select a.code, a.name,
          coalesce(sum(c.n) filter (where c.measure = 'REPORTED'), 0)::bigint
            - coalesce(sum(c.n) filter (where c.measure = 'REFUSED'), 0)::bigint as reported,
          coalesce(sum(c.n) filter (where c.measure = 'RESOLVED'), 0)::bigint as resolved
        from areas a left join (%s) c on c.code = a.code
        where a.parent_code = $1 group by a.code, a.name order by reported desc, a.code
        """
            .formatted(counts);
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(area, term.from(), term.to()))
        .map(rows -> rows.stream().map(TallyStore::part).toList());
  }

  private static JsonObject part(Row row) {
    Ratio ratio = new Ratio(row.getLong("resolved"), row.getLong("reported"));
    return new JsonObject()
        .put("code", row.getString("code"))
        .put("name", row.getString("name"))
        .put("reported", ratio.whole())
        .put("resolved", ratio.part())
        .put("rate", ratio.toJson());
  }

  /** {@code {open, overdue, alarms, liveRooms}} of this moment. */
  Future<JsonObject> now(SqlClient client, String area, Instant now) {
    String code = codeOf(area);
    String sql =
        """
        select
          (select count(*) from disputes d where d.due_at < $2 and %1$s = $1) as overdue,
          (select count(*) from disputes d where d.alarm is not null and d.resolved_at is null
            and d.status not in ('MERGED', 'CLOSED', 'REJECTED', 'WITHDRAWN') and %1$s = $1) as alarms,
          (select count(*) from rooms r join disputes d on d.id = r.dispute_id
            where r.status in ('LIVE_SEPARATED', 'JOINT') and %1$s = $1) as live_rooms
        """
            .formatted(code);
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(area, now.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new JsonObject()
                    .put("overdue", row.getLong("overdue"))
                    .put("alarms", row.getLong("alarms"))
                    .put("liveRooms", row.getLong("live_rooms")));
  }

  Future<Optional<Ratio>> baseline(SqlClient client, String area, String name) {
    return client
        .preparedQuery(
            "select resolved, reported from baselines where area_code = $1 and name = $2")
        .execute(Tuple.of(area, name))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Ratio(row.getLong("resolved"), row.getLong("reported")))
                    .findFirst());
  }

  Future<Void> fold(SqlClient client) {
    String sql =
        """
        select case when pg_try_advisory_xact_lock(hashtextextended('org.yilian.tallies', 0))
          then fold_tallies() end
        """;
    return client.preparedQuery(sql).execute().mapEmpty();
  }

  static boolean isCounted(String area) {
    return area.length() == AreaLevel.CITY.digits() || area.length() == AreaLevel.DISTRICT.digits();
  }

  static int digitsBelow(String area) {
    return AreaLevel.ofCode(area)
        .flatMap(AreaLevel::below)
        .map(AreaLevel::digits)
        .orElse(AreaLevel.GRID.digits());
  }

  private static String codeOf(String area) {
    AreaLevel level = AreaLevel.ofCode(area).orElse(AreaLevel.GRID);
    return level == AreaLevel.GRID
        ? "d.area_code"
        : "left(d.area_code, %d)".formatted(level.digits());
  }
}
