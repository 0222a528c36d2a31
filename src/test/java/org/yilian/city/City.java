package org.yilian.city;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Loads a city into a migrated database of a server in demo mode: areas, units, one person at each
 * kind of desk, and disputes. Rows go past triggers and indexes, which are made anew at the end.
 */
public final class City implements AutoCloseable {
  private static final int BATCH = 5_000;
  private static final String[] DUTIES = {
    "街道中心", "市政建管岗", "政务劳保岗", "平安法治岗", "司法所", "派出所", "综合执法大队"
  };
  private static final String[] DEPARTMENTS = {"人力社保局", "公安局", "交通局", "市场监管局"};

  private final PgConnection connection;
  private final CityPlan plan;

  private City(PgConnection connection, CityPlan plan) {
    this.connection = connection;
    this.plan = plan;
  }

  /** Loads the plan's city. Blocks. The people sign in with the demo's password. */
  public static void load(Vertx vertx, PgConnectOptions database, CityPlan plan) {
    PgConnectOptions options = new PgConnectOptions(database).setCachePreparedStatements(true);
    try (City city = new City(PgConnection.connect(vertx, options).await(), plan)) {
      city.load();
    }
  }

  @Override
  public void close() {
    connection.close().await();
  }

  private void load() {
    run("set session_replication_role = replica");
    run("set statement_timeout = 0");
    List<String> indexes = dropIndexes();
    areas();
    units();
    departments();
    people();
    Random random = new Random(plan.seed());
    for (int from = 0; from < plan.disputes(); from += BATCH) {
      new Batch(plan, random, from, Math.min(BATCH, plan.disputes() - from)).insert(connection);
    }
    run(
        """
        insert into assignments (id, dispute_id, ordinal, organisation_id, part, status, level,
          handed_by, handed_at, sign_by, handle_by, signed_at, ended_at, raised_at)
        select 'a-' || d.id, d.id, d.ordinal, 'u-' || left(d.area_code, 9) || '-' || (d.ordinal % 5 + 1),
          'LEAD', case when d.resolved_at is null then 'SIGNED_FOR' else 'DONE' end, 'STREET',
          'system', d.created_at, d.created_at + interval '1 day', d.created_at + interval '20 days',
          d.signed_for_at, d.resolved_at, d.due_at
        from disputes d where d.id like 'g-%'
        """);
    indexes.forEach(this::run);
    run("select recount_tallies()");
    run("set session_replication_role = default");
    run("analyze");
  }

  private List<String> dropIndexes() {
    List<String> definitions = new ArrayList<>();
    String plain =
        """
        select i.indexname, i.indexdef from pg_indexes i
        where i.schemaname = 'public' and i.tablename in ('disputes', 'parties', 'assignments')
          and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
        """;
    for (Row row : connection.query(plain).execute().await()) {
      definitions.add(row.getString("indexdef"));
      run("drop index " + row.getString("indexname"));
    }
    return definitions;
  }

  private void areas() {
    List<String[]> all = plan.areas();
    for (int from = 0; from < all.size(); from += BATCH) {
      List<String[]> some = all.subList(from, Math.min(all.size(), from + BATCH));
      String sql = "insert into areas (code, name) select * from unnest($1::text[], $2::text[])";
      connection
          .preparedQuery(sql)
          .execute(
              Tuple.tuple()
                  .addArrayOfString(some.stream().map(one -> one[0]).toArray(String[]::new))
                  .addArrayOfString(some.stream().map(one -> one[1]).toArray(String[]::new)))
          .await();
    }
  }

  private void units() {
    for (int i = 0; i < DUTIES.length; i++) {
      run(
          """
          insert into organisations (id, name, kind, area_code, duty)
          select 'u-' || code || '-%1$d', name || '%2$s', 'POST', code, '%2$s'
          from areas where length(code) = 9 and starts_with(code, '%3$s')
          """
              .formatted(i, DUTIES[i], CityPlan.CITY));
    }
    run(
        """
        insert into organisations (id, name, kind, area_code, duty)
        select 'u-' || code, name || '中心', case length(code) when 4 then 'CITY' else 'DISTRICT' end,
          code, case length(code) when 4 then '市中心' else '区中心' end
        from areas where length(code) in (4, 6) and starts_with(code, '%s')
        """
            .formatted(CityPlan.CITY));
  }

  /** The departments of each district, by which the article's cases come to their ends. */
  private void departments() {
    for (int i = 0; i < DEPARTMENTS.length; i++) {
      run(
          """
          insert into organisations (id, name, kind, area_code, duty)
          select 'u-' || code || '-%1$d', name || '%2$s', 'DEPARTMENT', code, '%2$s'
          from areas where length(code) = 6 and starts_with(code, '%3$s')
          """
              .formatted(i, DEPARTMENTS[i], CityPlan.CITY));
    }
  }

  /** One at each kind of desk, of the first district and street. */
  private void people() {
    String street = plan.street(0, 0);
    person("city", "CITY_CENTER", "u-" + CityPlan.CITY, null);
    person("district", "DISTRICT_CENTER", "u-" + plan.district(0), null);
    person("street", "STREET_CENTER", "u-" + street + "-0", null);
    person("community", "COMMUNITY_HEAD", "u-" + street + "-0", plan.community(0, 0, 0));
    person("grid", "GRID_WORKER", "u-" + street + "-0", plan.grid(0, 0, 0, 0));
    person("post", "STREET_POST", "u-" + street + "-1", null);
    person("labour", "STREET_POST", "u-" + street + "-2", null);
    person("order", "STREET_POST", "u-" + street + "-3", null);
    person("police", "COMMUNITY_POLICE", "u-" + street + "-5", null);
    person("enforcers", "ENFORCER", "u-" + street + "-6", null);
    person("bureau", "STREET_POST", "u-" + plan.district(0) + "-0", null);
  }

  private void person(String name, String role, String unit, String area) {
    run(
        """
        insert into people (id, username, password_hash, name, organisation_id, area_code)
        select 'p-%1$s', 'city-%1$s', password_hash, '%1$s演示', '%2$s', %3$s from people limit 1
        """
            .formatted(name, unit, area == null ? "null" : "'" + area + "'"));
    run("insert into person_roles values ('p-%s', '%s')".formatted(name, role));
  }

  private void run(String sql) {
    connection.query(sql).execute().await();
  }
}
