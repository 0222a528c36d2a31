package org.yilian.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** Who may apply, for what, and how often. */
class ApplicationsIT extends ConfirmationTests {
  @Test
  void beginsOnlyOnAnEffectiveAgreementAndByThoseConcerned() {
    JsonObject signed = stage.signed();
    begin(stage.a, signed, "demo-court").expect(409, "wrong-state");
    begin(stage.a, signed, "").expect(409, "wrong-state");
    begin(Stage.leak(server).a, signed, "demo-court").expect(404);
    begin(stage.mediator, signed, "demo-court").expect(404);
    begin(judge, signed, "demo-court").expect(404);
  }

  @Test
  void isTheSameApplicationHoweverOftenItIsBegun() {
    JsonObject agreement = stage.sealed();
    begin(stage.a, agreement, "").expect(400);
    JsonObject first = begin(stage.a, agreement, "demo-court").expect(201).json();
    assertEquals("CO_SIGNING", first.getString("status"));
    JsonObject again = begin(stage.b, agreement, "demo-court-next").expect(200).json();
    assertEquals(first.getString("id"), again.getString("id"));
    assertEquals("demo-court", again.getString("courtId"));
    assertNotNull(first.getJsonObject("deadline").getString("safeDate"));
    JsonObject shown = stage.a.get("/agreements/" + agreement.getString("id")).json();
    assertEquals(first.getString("id"), shown.getJsonObject("confirmation").getString("id"));
  }

  @Test
  void isAppliedForAgainAfterAWithdrawal() {
    JsonObject agreement = stage.sealed();
    JsonObject first = begin(stage.a, agreement, "demo-court").expect(201).json();
    sign(stage.a, Stage.A_PHONE, first).expect(201);
    stage.a.post(at(first) + "/withdrawals", JsonObject.of("reason", "再想想")).expect(201);
    JsonObject second = begin(stage.b, agreement, "demo-court-next").expect(201).json();
    assertEquals("CO_SIGNING", second.getString("status"));
    assertEquals(0, second.getJsonArray("signatures").size());
    assertEquals(second.getString("id"), begin(stage.a, agreement, "demo-court").expect(200).id());
    JsonObject shown = stage.a.get("/agreements/" + agreement.getString("id")).json();
    assertEquals(second.getString("id"), shown.getJsonObject("confirmation").getString("id"));
    assertEquals("WITHDRAWN", stage.a.get(at(first)).expect(200).json().getString("status"));
    sign(stage.a, Stage.A_PHONE, second).expect(201);
    sign(stage.b, Stage.B_PHONE, second).expect(201);
    stage.clerk.post(at(second) + "/submit").expect(200);
  }

  @Test
  void standsOnceHoweverManyApplyAgainAtOnce() {
    JsonObject agreement = stage.sealed();
    JsonObject first = begin(stage.a, agreement, "demo-court").expect(201).json();
    stage.a.post(at(first) + "/withdrawals", JsonObject.of("reason", "x")).expect(201);
    List<CompletableFuture<Answer>> calls =
        java.util.stream.Stream.of(stage.a, stage.b, stage.clerk, stage.a)
            .map(who -> CompletableFuture.supplyAsync(() -> begin(who, agreement, "demo-court")))
            .toList();
    List<Integer> statuses = calls.stream().map(call -> call.join().status()).sorted().toList();
    assertEquals(List.of(200, 200, 200, 201), statuses);
    assertEquals(1, calls.stream().map(call -> call.join().id()).distinct().count());
  }

  @Test
  void goesToAnotherCourtWhereOneDidNotTakeItAndNowhereAfterADismissal() {
    JsonObject refused = submitted();
    decide(judge, refused, decision("REFUSE").put("reason", "无管辖")).expect(201);
    JsonObject agreement = new JsonObject().put("id", refused.getString("agreementId"));
    begin(stage.a, agreement, "demo-court").expect(409, "court-refused");
    begin(stage.a, agreement, "demo-court-next").expect(201);
    stage = Stage.leak(server);
    JsonObject dismissed = submitted();
    decide(judge, dismissed, decision("ACCEPT")).expect(201);
    decide(judge, dismissed, decision("DISMISS").put("reason", "内容不明确")).expect(201);
    JsonObject ruledOn = new JsonObject().put("id", dismissed.getString("agreementId"));
    Answer closed = begin(stage.a, ruledOn, "demo-court-next").expect(409, "application-closed");
    assertTrue(closed.text().contains("第二百零六条"), closed.text());
  }

  /** Whether the other side ever talked with the lawyer is nothing that a side may notice. */
  @Test
  void tellsTheSidesAndTheCourtOfTheTextAndNotOfTheTalks() {
    JsonObject confirmation = submitted();
    for (Actor outside : List.of(stage.a, stage.b, judge, courtClerk)) {
      List<String> told = codes(outside.get(at(confirmation)).expect(200).json());
      assertFalse(told.contains("lawyer-not-heard") || told.contains("too-quick"), told::toString);
    }
    String agreement = "/agreements/" + confirmation.getString("agreementId");
    List<String> ofClerk = codes(stage.clerk.get(at(confirmation)).expect(200).json());
    assertTrue(ofClerk.contains("too-quick"), ofClerk::toString);
    assertFalse(ofClerk.contains("lawyer-not-heard"), "a clerk reads no side's lane");
    assertFalse(codes(stage.clerk.get(agreement).json()).contains("lawyer-not-heard"));
    assertTrue(codes(stage.mediator.get(agreement).json()).contains("lawyer-not-heard"));
  }

  private static List<String> codes(JsonObject told) {
    return told.getJsonArray("findings").stream()
        .map(finding -> ((JsonObject) finding).getString("code"))
        .toList();
  }

  @Test
  void warnsPastTheLastDayAndEndsNothing() {
    JsonObject agreement = stage.sealed();
    stage.sql(
        "update agreements set effective_on = '2026-08-01' where id = $1",
        agreement.getString("id"));
    JsonObject late = begin(stage.a, agreement, "demo-court").expect(201).json();
    assertEquals("CO_SIGNING", late.getString("status"));
    JsonObject warned =
        late.getJsonArray("findings").stream()
            .map(JsonObject.class::cast)
            .filter(finding -> "late".equals(finding.getString("code")))
            .findFirst()
            .orElseThrow();
    assertEquals("WARN", warned.getString("severity"));
    assertTrue(warned.getString("article").contains("第八十六条"), warned::encode);
  }

  @Test
  void theWayToTheCourtIsClosedToWhatThePoliceMediated() {
    JsonObject agreement = stage.sealed();
    stage.sql("update rooms set track = 'PUBLIC_SECURITY' where id = $1", stage.room);
    JsonObject stopped = begin(stage.a, agreement, "demo-court").expect(201).json();
    assertEquals("INELIGIBLE", stopped.getString("status"));
    JsonObject why = stopped.getJsonArray("findings").getJsonObject(0);
    assertEquals("police-track", why.getString("code"));
    assertEquals("STOP", why.getString("severity"));
    assertTrue(why.getString("article").contains("第二百零五条"), why::encode);
    assertTrue(why.getString("alternative").contains("人民调解委员会"), why::encode);
  }

  @Test
  void tellsADivorceWhyNotAndWhereTo() {
    Stage family = Stage.of(server, "MARRIAGE_FAMILY");
    JsonObject values = family.values();
    values.getJsonArray("terms").add(JsonObject.of("text", "双方同意离婚，并于2027年1月15日前共同申请离婚登记。"));
    JsonObject agreement =
        family
            .mediator
            .post("/agreements/" + family.begin(values).getString("id") + "/propose")
            .expect(200)
            .json();
    String path = "/agreements/" + agreement.getString("id");
    String hash = agreement.getString("textHash");
    for (String who : List.of(family.partyA, family.partyB, family.person("wang"))) {
      JsonArray scans = new JsonArray().add(ruling(family.clerk));
      family
          .clerk
          .post(
              path + "/signatures",
              new JsonObject()
                  .put("textHash", hash)
                  .put("method", "FINGERPRINT_PAPER")
                  .put("onBehalfOf", who)
                  .put("scanIds", scans))
          .expect(201);
    }
    family.clerk.post(path + "/seal").expect(200);
    JsonObject stopped = begin(family.a, agreement, "demo-court").expect(201).json();
    assertEquals("INELIGIBLE", stopped.getString("status"));
    assertTrue(stopped.getJsonArray("findings").encode().contains("divorce-intended"));
    assertTrue(stopped.getJsonArray("alternatives").encode().contains("婚姻登记机关"));
    family.a.post(at(stopped) + "/signature-code").expect(409, "wrong-state");
  }
}
