package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
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
    assertTrue(refused.text().contains("MEDICAL"), refused.text());
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
    assertEquals(1, trial.getInteger("changed"));
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
}
