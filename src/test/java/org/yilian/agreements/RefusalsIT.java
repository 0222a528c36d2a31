package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;

/** A party does not want the agreement after all. */
class RefusalsIT extends AgreementTests {
  @Test
  void returnsToTheRoomAndTellsTheOtherSideNoReason() {
    JsonObject agreement = stage.proposed();
    stage.sign(stage.a, Stage.A_PHONE, agreement).expect(201);
    stage.a.post(at(agreement) + "/refusals", new JsonObject()).expect(400);
    JsonObject reason = JsonObject.of("reason", "金额太少，逼我跳楼的私下原因");
    JsonObject returned = stage.a.post(at(agreement) + "/refusals", reason).expect(201).json();
    assertEquals("RETURNED", returned.getString("status"));
    assertTrue(returned.encode().contains("私下原因"));
    assertTrue(stage.mediator.get(at(agreement)).text().contains("私下原因"));
    assertFalse(stage.b.get(at(agreement)).expect(200).text().contains("私下原因"));
    String dispute = "/disputes/" + stage.dispute;
    assertEquals("轻生（跳楼）", stage.mediator.get(dispute).json().getString("alarm"));
    assertFalse(stage.b.get(dispute).expect(200).text().contains("跳楼"));
    String lane = stage.lane("B");
    String told =
        stage.b.get("/rooms/" + stage.room + "/lanes/" + lane + "/messages").expect(200).text();
    assertTrue(told.contains("退回调解员修改"), told);
    assertFalse(told.contains("私下原因"), told);
    JsonObject values = new JsonObject().put("values", stage.values());
    JsonObject again = stage.mediator.put(at(agreement), values, 1).expect(200).json();
    assertEquals("DRAFT", again.getString("status"));
    assertTrue(again.getJsonArray("signatures").isEmpty());
    stage.a.get(at(agreement)).expect(404);
  }

  @Test
  void canStillBeDeclinedWhenAllHaveSigned() {
    JsonObject agreement = stage.signed();
    JsonObject reason = JsonObject.of("reason", "想清楚了，不同意");
    JsonObject returned = stage.b.post(at(agreement) + "/refusals", reason).expect(201).json();
    assertEquals("RETURNED", returned.getString("status"));
    stage.clerk.post(at(agreement) + "/seal").expect(409);
  }

  @Test
  void cannotBeDeclinedOnceItIsEffective() {
    JsonObject agreement = stage.sealed();
    stage
        .a
        .post(at(agreement) + "/refusals", JsonObject.of("reason", "x"))
        .expect(409, "wrong-state");
  }
}
