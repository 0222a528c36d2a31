package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.city.City;
import org.yilian.city.CityPlan;
import org.yilian.client.Actor;

/** Figures of a small generated city, held against counts of its plain rows. */
class FiguresIT {
  private static final String TERM = "from=2026-02-07&to=2026-08-31";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    City.load(server.vertx(), server.database(), CityPlan.small(2_000));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Actor desk(String kind) {
    return Actor.staff(server.port(), "city-" + kind);
  }

  private static Row plain(String sql) {
    PgConnection connection = PgConnection.connect(server.vertx(), server.database()).await();
    try {
      return connection.query(sql).execute().await().iterator().next();
    } finally {
      connection.close().await();
    }
  }

  private static long count(String where) {
    return plain("select count(*) as n from disputes where " + where).getLong("n");
  }

  @Test
  void everyLevelCountsItsRowsExactly() {
    Map<String, String> areas = new LinkedHashMap<>();
    areas.put("city", "5099");
    areas.put("district", "509901");
    areas.put("street", "509901001");
    areas.put("community", "509901001001");
    areas.put("grid", "509901001001001");
    areas.forEach(
        (kind, code) -> {
          String own =
              "area_code like '" + code + "%' and created_at < '2026-09-01T00:00:00+08:00'";
          JsonObject figures = desk(kind).get("/statistics?" + TERM).expect(200).json();
          assertEquals(count(own), figures.getLong("reported"), kind);
          assertEquals(
              count(own + " and resolved_at is not null"), figures.getLong("resolved"), kind);
          assertEquals(count(own + " and resolved_at is null"), figures.getLong("open"), kind);
          assertEquals(
              plain("select sum(recovered_fen)::bigint as n from disputes where " + own)
                  .getLong("n"),
              figures.getLong("recoveredFen"),
              kind);
          assertEquals(
              figures.getLong("reported"), sumOf(figures.getJsonArray("reportedByType")), kind);
          assertEquals(
              figures.getLong("resolved"), sumOf(figures.getJsonArray("resolvedByLevel")), kind);
          if (!kind.equals("grid")) {
            assertEquals(figures.getLong("reported"), parts(figures), kind);
          }
        });
  }

  private static long sumOf(JsonArray shares) {
    return shares.stream().mapToLong(one -> ((JsonObject) one).getLong("part")).sum();
  }

  private static long parts(JsonObject figures) {
    return figures.getJsonArray("parts").stream()
        .mapToLong(one -> ((JsonObject) one).getLong("reported"))
        .sum();
  }

  /** A report counts at once, before it is folded into the counters, and afterwards the same. */
  @Test
  void whatIsReportedAndResolvedCountsAtEveryMoment() {
    Actor city = desk("city");
    Actor grid = desk("grid");
    JsonObject before = city.get("/statistics").expect(200).json();
    JsonObject report =
        JsonObject.of(
            "type",
            "NEIGHBOUR",
            "cause",
            "楼道堆物",
            "source",
            "INITIATIVE",
            "handling",
            "SELF",
            "parties",
            JsonArray.of(JsonObject.of("side", "A", "description", "三楼住户")));
    String id = grid.post("/disputes", report).expect(201).id();
    assertEquals(1, grown(before, city, "reported"));
    JsonObject settled =
        JsonObject.of(
            "mode",
            "ON_SITE",
            "attendees",
            "双方",
            "minutes",
            "已清走",
            "outcome",
            "SETTLED",
            "terms",
            "不再堆放",
            "recoveredFen",
            100);
    grid.post("/disputes/" + id + "/rounds", settled).expect(201);
    assertEquals(1, grown(before, city, "resolved"));
    server.server().features().disputes.walls.fold().await();
    assertEquals(1, grown(before, city, "reported"));
    assertEquals(1, grown(before, city, "resolved"));
    assertEquals(100, grown(before, city, "recoveredFen"));
    Row recounted =
        plain(
            """
            with kept as (select * from tallies where n <> 0 or amount <> 0),
              fresh as (
                select a.code, t.day, t.measure, t.key, sum(t.n)::bigint, sum(t.amount)::bigint
                from disputes d, lateral tallies_of(d) t,
                  lateral (values (left(d.area_code, 6)), (left(d.area_code, 4))) a (code)
                where length(d.area_code) >= 6 group by 1, 2, 3, 4),
              kept_plain as (select area_code, day, measure, key, n, amount from kept)
            select (select count(*) from (select * from kept_plain except select * from fresh) x)
              + (select count(*) from (select * from fresh except select * from kept_plain) y) as n
            """);
    assertEquals(0, recounted.getLong("n"), "the counters are what a recount would be");
  }

  private static long grown(JsonObject before, Actor city, String name) {
    return city.get("/statistics").expect(200).json().getLong(name) - before.getLong(name);
  }

  @Test
  void aRateIsComparedInPercentagePointsAndCountsInPercent() {
    server.sql(
        "insert into baselines values ('5099', 'BEFORE_LAUNCH', 993900, 1000000, '启用前统计年报')");
    JsonObject figures =
        desk("city").get("/statistics?" + TERM + "&compare=BEFORE_LAUNCH").expect(200).json();
    JsonObject comparison = figures.getJsonObject("comparison");
    assertEquals("99.39", comparison.getJsonObject("rate").getString("percent"));
    assertTrue(comparison.getString("percentagePoints").matches("-?0\\.\\d\\d"));
    JsonObject year = desk("city").get("/statistics?" + TERM + "&compare=LAST_YEAR").json();
    assertEquals("2025-02-07", year.getJsonObject("comparison").getString("from"));
    assertTrue(
        desk("city").get("/statistics?compare=EVER").expect(400).fields().contains("compare"));
    assertEquals(
        List.of("to"), desk("city").get("/statistics?from=2026-02-02&to=2026-02-01").fields());
  }

  @Test
  void whatWasBeforeTheLaunchIsEnteredWithItsSourceByWhoeverKeepsTheArea() {
    Actor district = desk("district");
    JsonObject before = JsonObject.of("reported", 2000, "resolved", 1900, "source", "2025 年统计年报");
    assertEquals(
        List.of("reported", "resolved", "source"),
        district.put("/baselines/509901", new JsonObject(), 0).expect(400).fields());
    JsonObject wrong = before.copy().put("resolved", 2001);
    assertEquals(
        List.of("resolved"), district.put("/baselines/509901", wrong, 0).expect(400).fields());
    for (String kind : List.of("grid", "street")) {
      desk(kind).put("/baselines/509901", before, 0).expect(404);
      desk(kind).get("/baselines/509901").expect(404);
    }
    Actor.staff(server.port(), "cao").put("/baselines/509901", before, 0).expect(404);
    assertEquals(
        JsonObject.of("area", "509901", "may", true),
        district.get("/baselines/509901").expect(200).json());
    JsonObject kept = district.put("/baselines/509901", before, 0).expect(200).json();
    assertEquals("2025 年统计年报", kept.getString("source"));
    assertFalse(kept.getString("by").isBlank());
    JsonObject comparison =
        district
            .get("/statistics?" + TERM + "&compare=BEFORE_LAUNCH")
            .json()
            .getJsonObject("comparison");
    assertEquals("95.00", comparison.getJsonObject("rate").getString("percent"));
    String file =
        district.get("/statistics.csv?" + TERM + "&compare=BEFORE_LAUNCH").expect(200).text();
    assertTrue(file.contains("对比应用启用前：化解率,1900,2000,95.00"), file);
    assertTrue(file.contains("化解率升降（百分点）,,," + comparison.getString("percentagePoints")), file);
  }

  @Test
  void everyTypeSaysHowManyOfItAreResolvedAndEveryFigureWhatItIs() {
    JsonObject figures = desk("district").get("/statistics?" + TERM).expect(200).json();
    assertEquals(figures.getLong("resolved"), sumOf(figures.getJsonArray("resolvedByType")));
    JsonObject share = figures.getJsonArray("resolvedByType").getJsonObject(0);
    assertEquals(
        count(
            "area_code like '509901%' and created_at < '2026-09-01T00:00:00+08:00'"
                + " and resolved_at is not null and type = '"
                + share.getString("key")
                + "'"),
        share.getLong("part"));
    JsonObject definitions = figures.getJsonObject("definitions");
    for (String shown :
        List.of("resolvedByLevel", "reportedByType", "reportedByChannel", "parts", "comparison")) {
      assertFalse(definitions.getString(shown, "").isBlank(), shown);
    }
  }
}
