package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** The rules by which disputes are handed on, as data. */
class RuleTablesIT extends LedgerTests {
  @Test
  void aRuleTableWithAGapOrACircleIsRefusedAndAnEditionHasItsDryRun() {
    Actor admin = staff("hua");
    JsonObject table = admin.get("/rule-tables/990001001").expect(200).json();
    JsonArray rules = table.getJsonArray("rules");
    JsonObject gap = table.copy().put("note", "试");
    gap.put(
        "rules",
        new JsonArray(
            objects(rules).stream()
                .filter(rule -> !"MEDICAL".equals(rule.getString("type")))
                .toList()));
    Answer refused = admin.put("/rule-tables/990001001", gap, 0).expect(400);
    assertTrue(refused.text().contains("“医疗”"), refused.text());
    JsonObject circle = table.copy().put("note", "试");
    circle.getJsonArray("standIns").add(JsonObject.of("duty", "街道中心", "by", "司法所"));
    assertTrue(
        admin.put("/rule-tables/990001001", circle, 0).expect(400).fields().contains("standIns"));

    JsonObject changed = table.copy().put("note", "旅游纠纷改由司法所牵头").put("after", 0);
    objects(changed.getJsonArray("rules")).stream()
        .filter(rule -> "TOURISM".equals(rule.getString("type")))
        .forEach(rule -> rule.put("lead", "司法所"));
    grid.post("/disputes", wages().put("type", "TOURISM")).expect(201);
    JsonObject trial = admin.post("/rule-tables/990001001/trial", changed).expect(200).json();
    assertEquals(trial.getLong("disputes"), trial.getLong("of"), "all of them");
    int of = counted(trial, "byLead", "lead", "司法所", "after");
    assertTrue(of > counted(trial, "byLead", "lead", "司法所", "before"));
    int touched = trial.getInteger("changed");
    assertTrue(touched > 0, trial.encode());
    assertEquals(
        List.of(0, 0), List.of(trial.getInteger("otherHelpers"), trial.getInteger("otherClocks")));
    JsonObject slower = changed.copy();
    objects(slower.getJsonArray("rules")).stream()
        .filter(rule -> "TOURISM".equals(rule.getString("type")))
        .forEach(rule -> rule.put("cooperating", JsonArray.of("派出所")).put("signHours", 48));
    JsonObject other = admin.post("/rule-tables/990001001/trial", slower).expect(200).json();
    assertEquals(touched, other.getInteger("otherHelpers"), other.encode());
    assertEquals(touched, other.getInteger("otherClocks"));
    assertEquals(touched, counted(other, "byClock", "signHours", 48L, "after"));
    assertEquals(0, counted(other, "byClock", "signHours", 48L, "before"));
    int police = counted(other, "byHelper", "helper", "派出所", "after");
    assertEquals(touched, police - counted(other, "byHelper", "helper", "派出所", "before"));
    assertEquals(
        1,
        admin
            .put("/rule-tables/990001001", changed, 0)
            .expect(200)
            .json()
            .getJsonArray("editions")
            .size());
    admin.put("/rule-tables/990001001", changed, 0).expect(409, "changed-meanwhile");
    String id = reported(grid, wages().put("type", "TOURISM"));
    assertTrue(
        objects(story(street, id).getJsonArray("assignments")).stream()
            .anyMatch(one -> "演示街道司法所".equals(one.getString("organisation"))));
    staff("cao").get("/rule-tables/990001001").expect(404);
    build.get("/rule-tables/990001001").expect(404);
  }

  private static int counted(
      JsonObject trial, String lines, String name, Object value, String when) {
    return objects(trial.getJsonArray(lines)).stream()
        .filter(line -> value.toString().equals(String.valueOf(line.getValue(name))))
        .mapToInt(line -> line.getInteger(when))
        .sum();
  }

  /** A leader who decides by a dry run knows what it was made on. At a server of its own. */
  @Test
  void aDryRunSaysOfHowManyItTriedHowMany() {
    try (TestServer own = TestServer.start()) {
      Actor admin = Actor.staff(own.port(), "hua");
      JsonObject table = admin.get("/rule-tables/990001001").expect(200).json();
      own.sql(
          "insert into disputes (id, number, type, cause, source, status, area_code, level, channel,"
              + " handling, created_by, created_at)"
              + " select 'tried' || n, 'tried' || n,"
              + " case when n <= 30 then 'MEDICAL' else 'OTHER' end, '试算', 'INITIATIVE', 'CLOSED',"
              + " '990001001', 'STREET', 'DESK', 'TOGETHER', (select min(id) from people), now()"
              + " from generate_series(1, 20005) n");
      JsonObject trial = admin.post("/rule-tables/990001001/trial", table).expect(200).json();
      assertEquals(20_000, trial.getInteger("disputes"));
      assertTrue(trial.getInteger("of") >= 20_005, trial.getInteger("of").toString());
      String lead = leadOf(table, "MEDICAL");
      assertNotEquals(lead, leadOf(table, "OTHER"));
      assertEquals(25, counted(trial, "byLead", "lead", lead, "before"), "none of them twice");
      Actor outsider = Actor.staff(own.port(), "cao");
      outsider.post("/rule-tables/990001001/trial", table).expect(404);
    }
  }

  private static String leadOf(JsonObject table, String type) {
    return objects(table.getJsonArray("rules")).stream()
        .filter(rule -> type.equals(rule.getString("type")))
        .findFirst()
        .orElseThrow()
        .getString("lead");
  }

  @Test
  void aRuleWhoseLeadNobodyAnswersForIsRefusedWithItsType() {
    Actor admin = staff("hua");
    JsonObject table = admin.get("/rule-tables/990001001").expect(200).json().put("note", "试");
    objects(table.getJsonArray("rules")).stream()
        .filter(rule -> "FOREST_LAND".equals(rule.getString("type")))
        .forEach(rule -> rule.put("lead", "林长办"));
    for (Answer refused :
        List.of(
            admin.put("/rule-tables/990001001", table, 0),
            admin.post("/rule-tables/990001001/trial", table))) {
      assertEquals(List.of("rules"), refused.expect(400).fields());
      assertTrue(refused.text().contains("“山林土地”"), refused.text());
      assertTrue(refused.text().contains("林长办"), refused.text());
    }
    table.getJsonArray("standIns").add(JsonObject.of("duty", "林长办", "by", "平安法治岗"));
    admin.post("/rule-tables/990001001/trial", table).expect(200);
  }

  /** The second street of the demo city has no unit at all. */
  @Test
  void whereAPlaceHasNoneOfTheUnitsTheNearestCentreLeads() {
    JsonObject there = wages().put("areaCode", "990001002").put("handling", "TOGETHER");
    String id = reported(district, there);
    JsonObject lead = objects(story(district, id).getJsonArray("assignments")).get(0);
    assertEquals("LEAD", lead.getString("part"));
    assertEquals("演示区城市运行和治理中心", lead.getString("organisation"));
    assertEquals("DISTRICT", dispute(district, id).getString("level"));
    street.get("/disputes/" + id).expect(404);
    staff("cao").get("/disputes/" + id).expect(404);
    String task = story(district, id).getJsonObject("may").getJsonArray("sign").getString(0);
    JsonObject reason = JsonObject.of("reason", "应由街道先办");
    district.post("/assignments/" + task + "/return", reason).expect(204);
    centreIsLate(id);
    assertEquals("CITY", dispute(district, id).getString("level"), "nobody else has a clock");

    String signed = reported(district, there);
    sign(district, signed);
    centreIsLate(signed);
    assertEquals("DISTRICT", dispute(district, signed).getString("level"), "it is in hand");
  }
}
