package org.yilian.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;

/** What follows from an agreement: instalments, proofs, counter-confirmation. */
class PerformanceIT extends PerformanceTests {
  private static final byte[] SLIP = "%PDF-1.7 a bank slip".getBytes();

  @Test
  void theScheduleIsMadeOfTheTermsAlone() {
    fresh();
    JsonArray all = schedule(stage.a).getJsonArray("obligations");
    assertEquals(2, all.size(), "a clause that binds nobody is no obligation");
    assertEquals(350_000, all.getJsonObject(0).getInteger("amountFen"));
    assertEquals(1, all.getJsonObject(0).getInteger("part"));
    assertEquals("PERFORMING", schedule(stage.a).getString("status"));
    assertEquals(List.of("CONFIRM"), may(stage.a, 0));
    assertEquals(List.of("CLAIM"), may(stage.b, 0));
    assertEquals(List.of(), may(stage.lawyer, 0));
  }

  @Test
  void whatTheDebtorClaimsTheCreditorConfirmsOrDenies() {
    fresh();
    int recovered = recovered();
    stage.b.post(steps(0), step("CLAIM")).expect(400);
    String slip = stage.b.upload("/files", "slip.pdf", "application/pdf", SLIP).expect(201).id();
    JsonObject claim = step("CLAIM").put("fileIds", JsonArray.of(slip));
    stage.a.post(steps(0), claim).expect(404);
    stage.b.post(steps(0), claim).expect(201);
    stage.a.get("/files/" + slip).expect(200);
    assertEquals(List.of("CONFIRM", "DENY"), may(stage.a, 0));

    stage.a.post(steps(0), step("DENY")).expect(400);
    stage.a.post(steps(0), step("DENY").put("note", "只到了一半，不付清就同归于尽")).expect(201);
    JsonObject told = obligation(stage.b, 0);
    assertEquals("DENIED", told.getString("status"));
    JsonArray said = told.getJsonArray("steps");
    assertEquals("只到了一半，不付清就同归于尽", said.getJsonObject(said.size() - 1).getString("note"));
    JsonObject dispute = stage.clerk.get("/disputes/" + stage.dispute).expect(200).json();
    assertEquals("威胁（同归于尽）", dispute.getString("alarm"), "as anywhere else");

    stage.b.post(steps(0), step("CLAIM").put("note", "余款已补")).expect(201);
    stage.a.post(steps(0), step("CONFIRM")).expect(201);
    stage.a.post(steps(0), step("CONFIRM")).expect(409, "wrong-state");
    assertEquals(recovered + 350_000, recovered());
  }

  private static int recovered() {
    return stage.mediator.get("/disputes/" + stage.dispute).json().getInteger("recoveredFen");
  }

  @Test
  void whoeverIsNotConcernedIsToldNothing() {
    fresh();
    String slip = stage.b.upload("/files", "slip.pdf", "application/pdf", SLIP).expect(201).id();
    stage.b.post(steps(1), step("CLAIM").put("fileIds", JsonArray.of(slip))).expect(201);
    third.get("/agreements/" + agreement).expect(200);
    assertEquals(new JsonArray(), schedule(third).getJsonArray("obligations"));
    assertEquals("NONE", schedule(third).getString("status"));
    assertNull(schedule(third).getJsonArray("roads"));
    third.post(steps(1), step("CONFIRM")).expect(404);
    third.get("/files/" + slip).expect(404);
    stage.clerk.get("/files/" + slip).expect(200);
    for (String stranger : List.of("luo", "cao", "zhou")) {
      Actor other = Stage.staff(stage.server, stranger);
      other.get("/agreements/" + agreement + "/performance").expect(404);
      other.post(steps(1), step("CONFIRM").put("note", "x")).expect(404);
      other.get("/files/" + slip).expect(404);
      assertFalse(other.get("/obligations").expect(200).text().contains(agreement));
    }
    stage.a.get("/obligations").expect(404);
    assertTrue(stage.clerk.get("/obligations").expect(200).text().contains(agreement));
  }

  @Test
  void staffEnterWhatAPartySaidAndSayHowTheyKnow() {
    fresh();
    stage.clerk.post(steps(0), step("CLAIM")).expect(400);
    stage.clerk.post(steps(0), step("CLAIM").put("note", "电话告知已转账")).expect(201);
    JsonArray said = obligation(stage.a, 0).getJsonArray("steps");
    JsonObject last = said.getJsonObject(said.size() - 1);
    assertEquals("演示建筑工程有限公司", last.getString("for"));
    assertTrue(last.getString("by").startsWith("赵文书"));
    stage.lawyer.post(steps(0), step("CONFIRM").put("note", "x")).expect(404);
  }
}
