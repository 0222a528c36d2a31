package org.yilian.statistics;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.yilian.disputes.DisputeType;

/**
 * The counts of a week by place and type beside those of the terms that it is compared with. Each
 * statement reads the days of these terms and no other, however many disputes there are.
 */
final class RiseStore {
  /** Whether the area reported anything on such days, by the index of the counters. */
  private static final String USED =
      """
      exists (select 1 from tallies u where u.area_code = t.code and u.measure = 'REPORTED'
        and u.key = 'ALL' and u.n > 0 and u.day %s)
      """;

  private static final String TERMS =
      """
      coalesce(sum(n) filter (where day between $1 and $2), 0)::bigint as now,
        coalesce(sum(n) filter (where day between $3 and $4), 0)::bigint as week_before,
        coalesce(sum(n) filter (where day between $5 and $6), 0)::bigint as year_before
      """;

  /** Cities and districts: from the counters, and from the changes that are not in them yet. */
  Future<List<Rise>> wide(SqlClient client, Tally.Term week) {
    String sql =
        """
        select t.code, t.type, t.now, t.week_before, t.year_before,
          %s as week_known, %s as year_known
        from (
          select a.code, k.type, %s
          from areas a cross join unnest($7::text[]) k (type), lateral (
            select day, n from tallies where area_code = a.code and measure = 'REPORTED'
              and key = 'TYPE:' || k.type and day between $3 and $2
            union all
            select day, n from tallies where area_code = a.code and measure = 'REPORTED'
              and key = 'TYPE:' || k.type and day between $5 and $6
            union all
            select day, n from tally_changes where left(district_code, length(a.code)) = a.code
              and measure = 'REPORTED' and key = 'TYPE:' || k.type) c
          where length(a.code) in (4, 6)
          group by a.code, k.type) t
        where t.now >= $8
        """
            .formatted(USED.formatted("<= $4"), USED.formatted("between $5 and $6"), TERMS);
    String[] types = Arrays.stream(DisputeType.values()).map(Enum::name).toArray(String[]::new);
    return rises(client, sql, week, terms(week).addArrayOfString(types).addInteger(Rise.LEAST));
  }

  /**
   * Streets, which have no counters: from the rows of these weeks, by the day of their report. A
   * street was counted in a week if it reported anything in it; in the week before this one also if
   * it entered its first before that week was over.
   */
  Future<List<Rise>> streets(SqlClient client, Tally.Term week) {
    String rows =
        """
        select left(area_code, 9) as code, type, 1 as n,
          (created_at at time zone 'Asia/Shanghai')::date as day
        from disputes where length(area_code) >= 9 and status <> 'MERGED'
          and created_at >= %s::date::timestamp at time zone 'Asia/Shanghai'
          and created_at < (%s::date + 1)::timestamp at time zone 'Asia/Shanghai'
        """;
    String sql =
        """
        select t.code, t.type, t.now, t.week_before, t.year_before,
          t.all_week > 0 or f.created_at < ($4::date + 1)::timestamp at time zone 'Asia/Shanghai'
            as week_known,
          t.all_year > 0 as year_known
        from (
          select c.*, sum(week_before) over (partition by code) as all_week,
            sum(year_before) over (partition by code) as all_year
          from (select code, type, %s from (%s union all %s) r group by code, type) c) t,
          lateral (select u.created_at from disputes u where left(u.area_code, 9) = t.code
            order by u.ordinal limit 1) f
        where t.now >= $7
        """
            .formatted(TERMS, rows.formatted("$3", "$2"), rows.formatted("$5", "$6"));
    return rises(client, sql, week, terms(week).addInteger(Rise.LEAST));
  }

  private static Tuple terms(Tally.Term week) {
    Tuple days = Tuple.tuple();
    for (Tally.Term term : List.of(week, week.before(), week.yearBefore())) {
      for (LocalDate day : List.of(term.from(), term.to())) {
        days.addLocalDate(day);
      }
    }
    return days;
  }

  private static Future<List<Rise>> rises(
      SqlClient client, String sql, Tally.Term week, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(row -> rise(row, week)).toList());
  }

  private static Rise rise(Row row, Tally.Term week) {
    return new Rise(
        row.getString("code"),
        DisputeType.valueOf(row.getString("type")),
        week,
        row.getLong("now"),
        new Rise.Past(week.before(), row.getLong("week_before"), row.getBoolean("week_known")),
        new Rise.Past(week.yearBefore(), row.getLong("year_before"), row.getBoolean("year_known")));
  }
}
