package org.yilian.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;

/** What the court decides, and who may say so. */
class CourtDecisionsIT extends ConfirmationTests {
  @Test
  void goesFromTheApplicationToTheRuling() {
    JsonObject confirmation = submitted();
    assertEquals("SUBMITTED", confirmation.getString("status"));
    assertNotNull(confirmation.getString("receivedAt"));
    JsonObject asked =
        decide(
                courtClerk,
                confirmation,
                decision("REQUEST_SUPPLEMENT").put("items", new JsonArray().add("房产证明")))
            .expect(201)
            .json();
    assertEquals("SUPPLEMENT", asked.getString("status"));
    assertTrue(asked.getJsonObject("courtTerm").getBoolean("suspended"));
    assertFalse(stage.a.get(at(confirmation)).expect(200).json().containsKey("courtTerm"));
    assertEquals(new JsonArray().add("房产证明"), asked.getJsonArray("supplementItems"));
    JsonObject supply =
        JsonObject.of("note", "补充房产证明", "fileIds", new JsonArray().add(ruling(stage.clerk)));
    stage.clerk.post(at(confirmation) + "/supplements", supply).expect(201);
    JsonObject accepted = decide(judge, confirmation, decision("ACCEPT")).expect(201).json();
    assertEquals("DECISION", accepted.getJsonObject("courtTerm").getString("kind"));
    assertTrue(
        accepted.getJsonObject("courtTerm").getJsonObject("extended").containsKey("safeDate"));
    JsonObject confirm =
        decision("CONFIRM")
            .put("rulingNumber", "（2026）示0000诉前调确1号")
            .put("rulingFileId", ruling(judge));
    JsonObject confirmed = decide(judge, confirmation, confirm).expect(201).json();
    assertEquals("CONFIRMED", confirmed.getString("status"));
    assertFalse(confirmed.getJsonObject("ruling").getBoolean("enteredFromPaper"));
    String file = confirmed.getJsonObject("ruling").getString("fileId");
    for (Actor one : List.of(stage.a, stage.b, stage.clerk, judge)) {
      assertEquals("CONFIRMED", one.get(at(confirmation)).expect(200).json().getString("status"));
      one.get("/files/" + file).expect(200);
    }
    Stage.leak(server).a.get("/files/" + file).expect(404);
    stage.a.post(at(confirmation) + "/objections", JsonObject.of("reason", "有误")).expect(201);
    assertFalse(stage.b.get(at(confirmation)).text().contains("有误"));
    JsonObject upheld =
        decide(judge, confirmation, decision("OBJECTION_UPHELD")).expect(201).json();
    assertEquals("REVOKED", upheld.getString("status"));
  }

  @Test
  void isKnownToThatCourtAloneAndOnlyOnceSubmitted() {
    JsonObject confirmation = ready();
    judge.get(at(confirmation)).expect(404);
    decide(judge, confirmation, decision("ACCEPT")).expect(404);
    assertFalse(
        judge.get("/confirmations").expect(200).text().contains(confirmation.getString("id")));
    stage.clerk.post(at(confirmation) + "/submit").expect(200);
    judge.get(at(confirmation)).expect(200);
    assertTrue(
        judge.get("/confirmations?status=SUBMITTED").text().contains(confirmation.getString("id")));
    stage.sql(
        "update confirmations set court_id = 'demo-court-next' where id = $1",
        confirmation.getString("id"));
    judge.get(at(confirmation)).expect(404);
    decide(judge, confirmation, decision("ACCEPT")).expect(404);
    Stage.leak(server).a.get(at(confirmation)).expect(404);
  }

  @Test
  void skipsNoStateAndLetsNobodyElseDecide() {
    JsonObject confirmation = submitted();
    String path = at(confirmation);
    assertEquals(
        List.of("rulingNumber", "rulingFileId"),
        decide(judge, confirmation, decision("CONFIRM")).expect(400).fields());
    JsonObject confirm =
        decision("CONFIRM").put("rulingNumber", "1").put("rulingFileId", ruling(judge));
    decide(judge, confirmation, confirm).expect(409, "wrong-state");
    decide(judge, confirmation, decision("OBJECTION_UPHELD")).expect(409, "wrong-state");
    decide(courtClerk, confirmation, decision("ACCEPT")).expect(404);
    for (Actor other : List.of(stage.a, stage.mediator, stage.clerk)) {
      decide(other, confirmation, decision("ACCEPT")).expect(404);
    }
    stage.clerk.post(path + "/supplements", JsonObject.of("note", "x")).expect(409, "wrong-state");
    stage.a.post(path + "/supplements", JsonObject.of("note", "x")).expect(404);
    decide(judge, confirmation, decision("DANCE")).expect(400);
    decide(judge, confirmation, decision("REFUSE").put("reason", "无管辖")).expect(201);
    decide(judge, confirmation, decision("ACCEPT")).expect(409, "wrong-state");
  }

  @Test
  void entersARulingFromPaperAsTheClerksOwnWord() {
    JsonObject confirmation = submitted();
    JsonObject accept = decision("ACCEPT").put("enteredFromPaper", true);
    assertEquals(
        List.of("rulingFileId"), decide(stage.clerk, confirmation, accept).expect(400).fields());
    decide(stage.clerk, confirmation, accept.put("rulingFileId", ruling(stage.clerk))).expect(201);
    JsonObject confirm =
        decision("CONFIRM")
            .put("enteredFromPaper", true)
            .put("rulingNumber", "（2026）示0000诉前调确2号")
            .put("rulingFileId", ruling(stage.clerk));
    JsonObject confirmed = decide(stage.clerk, confirmation, confirm).expect(201).json();
    assertTrue(confirmed.getJsonObject("ruling").getBoolean("enteredFromPaper"));
    assertTrue(confirmed.getJsonArray("history").encode().contains("调委会录入，未经法院核对"));
  }
}
