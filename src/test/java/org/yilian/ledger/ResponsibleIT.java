package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** Rules that name people of the leading unit as responsible. */
class ResponsibleIT extends LedgerTests {
  private static final String TABLE = "/rule-tables/990001001";
  private final Actor admin = staff("hua");
  private final String shen = build.personId();

  @AfterEach
  void asItWas() {
    SERVER.sql("delete from substitutions");
    SERVER.sql("update people set active = true");
    SERVER.sql("delete from rule_tables");
  }

  private JsonObject naming(String... ids) {
    JsonObject table = admin.get(TABLE).expect(200).json().put("note", "点名负责人");
    rule(table).put("responsible", new JsonArray(List.of(ids)));
    return table;
  }

  private static JsonObject rule(JsonObject table) {
    return objects(table.getJsonArray("rules")).get(index(table));
  }

  private static int index(JsonObject table) {
    List<JsonObject> rules = objects(table.getJsonArray("rules"));
    int at = 0;
    while (!"MIGRANT_WAGE".equals(rules.get(at).getString("type"))) {
      at++;
    }
    return at;
  }

  private static JsonObject lead(Actor by, String id) {
    return objects(story(by, id).getJsonArray("assignments")).stream()
        .filter(one -> "LEAD".equals(one.getString("part")))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonObject> tasks(Actor by, String id) {
    return objects(by.get("/assignments").expect(200).items()).stream()
        .filter(task -> id.equals(task.getString("disputeId")))
        .toList();
  }

  private JsonObject handedOn(String id) {
    return objects(story(street, id).getJsonArray("facts")).stream()
        .filter(fact -> "dispute-handed-on".equals(fact.getString("kind")))
        .findFirst()
        .orElseThrow()
        .getJsonObject("data");
  }

  @Test
  void whomTheRuleNamesIsResponsibleAndNobodyElseHearsOfIt() {
    grid.post("/disputes", wages()).expect(201);
    JsonObject table = naming(shen);
    JsonObject trial = admin.post(TABLE + "/trial", table).expect(200).json();
    assertEquals(0, trial.getInteger("changed"));
    assertTrue(trial.getInteger("otherPeople") > 0, trial.encode());
    JsonObject saved = admin.put(TABLE, table, 0).expect(200).json();
    assertEquals(JsonArray.of(shen), rule(saved).getJsonArray("responsible"));
    String id = reported(grid, wages());
    JsonArray named = JsonArray.of(JsonObject.of("name", "沈岗位（演示市政）"));
    assertEquals(named, lead(street, id).getJsonArray("responsible"));
    assertEquals(named, tasks(build, id).get(0).getJsonArray("responsible"));
    assertEquals(JsonArray.of("沈岗位（演示市政）"), handedOn(id).getJsonArray("responsible"));
    assertFalse(tasks(labour, id).get(0).containsKey("responsible"), "only helps");
    for (Actor outsider : List.of(department, staff("cao"), staff("yang"))) {
      assertEquals(List.of(), tasks(outsider, id));
      outsider.get("/disputes/" + id + "/story").expect(404);
    }
  }

  @Test
  void aSubstituteStandsInForWhoeverIsAwayAndSigns() {
    Actor yang = staff("yang");
    admin.put(TABLE, naming(shen), 0).expect(200);
    SERVER.sql(
        "insert into substitutions (id, person_id, substitute_id, starts_on, ends_on) values"
            + " ('away', '%s', '%s', current_date - 1, current_date + 1)"
                .formatted(shen, yang.personId()));
    String id = reported(grid, wages());
    JsonArray named = JsonArray.of(JsonObject.of("name", "杨岗位（演示法治）", "insteadOf", "沈岗位（演示市政）"));
    assertEquals(named, tasks(yang, id).get(0).getJsonArray("responsible"));
    assertEquals(JsonArray.of("杨岗位（演示法治）（代沈岗位（演示市政））"), handedOn(id).getJsonArray("responsible"));
    assertEquals(List.of(), tasks(department, id), "no task of another unit");
    sign(yang, id);
    assertEquals("SIGNED_FOR", dispute(street, id).getString("status"));
  }

  @Test
  void whoeverLeavesLaterStopsNothing() {
    admin.put(TABLE, naming(shen), 0).expect(200);
    String before = reported(grid, wages());
    SERVER.sql("update people set active = false where id = '" + shen + "'");
    assertFalse(lead(street, before).containsKey("responsible"), "it is the unit's");
    String id = reported(grid, wages());
    assertEquals("演示街道市政建管岗", lead(street, id).getString("organisation"));
    assertFalse(lead(street, id).containsKey("responsible"));
    JsonObject gone = objects(admin.get(TABLE).json().getJsonArray("people")).get(0);
    assertEquals(shen, gone.getString("id"));
    assertTrue(gone.getBoolean("gone"));
    SERVER.sql("update people set active = true");
    assertFalse(lead(street, id).containsKey("responsible"), "was not handed to him");
    sign(build, id);
  }

  @Test
  void whoDoesNotServeInTheLeadIsRefusedByRuleAndField() {
    String field = "rules[" + index(naming()) + "].responsible[1]";
    for (String wrong : List.of("nobody", labour.personId(), street.personId())) {
      refused(field, naming(shen, wrong));
    }
    SERVER.sql("update people set active = false where id = '" + shen + "'");
    refused(field.replace("[1]", "[0]"), naming(shen));
    SERVER.sql("update people set active = true");
    JsonObject elsewhere = naming(shen);
    rule(elsewhere).put("area", "990001002");
    JsonObject rest = rule(naming());
    elsewhere.getJsonArray("rules").add(rest);
    refused(field.replace("[1]", "[0]"), elsewhere);
    staff("cao").put(TABLE, naming(shen), 0).expect(404);
  }

  private void refused(String field, JsonObject table) {
    for (Answer answer : List.of(admin.put(TABLE, table, 0), admin.post(TABLE + "/trial", table))) {
      assertEquals(List.of(field), answer.expect(400).fields());
      assertTrue(answer.text().contains("拖欠农民工工资"), answer.text());
    }
  }
}
