package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Line;
import org.yilian.client.Scene;

/** A room from its first member to its end, and what each step refuses. */
class ProcedureIT {
  private static TestServer server;
  private Scene scene;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void hangUp() {
    if (scene != null) {
      scene.close();
    }
  }

  private static List<String> codes(Answer answer) {
    return answer.json().getJsonArray("fields").stream()
        .map(field -> ((JsonObject) field).getString("name"))
        .distinct()
        .toList();
  }

  private String status(Actor actor) {
    return scene.view(actor).getString("status");
  }

  private Answer consent(Actor party, String kind, boolean given) {
    return scene.consent(party, JsonObject.of("kind", kind, "given", given));
  }

  @Test
  void openingIsRefusedWithAllThatIsMissingTheWeightiestFirst() {
    scene = Scene.divorce(server.port()).room().enter();
    Answer all = scene.mediator.post(scene.room("/open")).expect(409, "mediator-absent");
    assertEquals(
        List.of(
            "mediator-absent",
            "lawyer-absent",
            "identity-unverified",
            "consent-missing",
            "safety-unanswered"),
        codes(all));
    scene.line(scene.mediator);
    scene.mediator.post(scene.room("/open")).expect(409, "lawyer-absent");
    scene.line(scene.lawyer);
    scene.mediator.post(scene.room("/open")).expect(409, "identity-unverified");
    scene.prepare();
    scene.mediator.post(scene.room("/open")).expect(200);
    assertEquals("LIVE_SEPARATED", status(scene.mediator));
    scene.mediator.post(scene.room("/open")).expect(409, "wrong-state");
  }

  @Test
  void whoKnowsARelationIsConsentedToAnew() {
    scene = Scene.leak(server.port()).room().enter().prepare();
    scene.line(scene.mediator);
    scene.line(scene.lawyer);
    String path = scene.room("/members/" + scene.lawyerSeat + "/disclosures");
    scene.lawyer.post(path, JsonObject.of("relation", "OTHER")).expect(400, "invalid-fields");
    scene.lawyer.post(path, JsonObject.of("relation", "OTHER", "text", "曾与公司有业务往来")).expect(201);
    Answer refused = scene.mediator.post(scene.room("/open")).expect(409, "consent-missing");
    assertEquals(2, refused.json().getJsonArray("fields").size());
    JsonObject again =
        JsonObject.of("kind", "LAWYER_PRESENT", "memberId", scene.lawyerSeat, "given", true);
    scene.parties.values().forEach(party -> scene.consent(party, again).expect(200));
    scene.mediator.post(scene.room("/open")).expect(200);
    scene.mediator.post(path, JsonObject.of("relation", "NONE")).expect(404);
  }

  @Test
  void aRevokedConsentPausesOrEndsAndTheOtherSideLearnsNoCause() {
    scene = Scene.liveLeak(server.port());
    Actor a = scene.parties.get("A");
    Actor b = scene.parties.get("B");
    Line other = scene.line(b);
    scene
        .consent(
            a,
            JsonObject.of("kind", "LAWYER_PRESENT", "memberId", scene.lawyerSeat, "given", false))
        .expect(200);
    other.await("roomStatus", frame -> "PAUSED".equals(frame.getString("status")));
    assertFalse(other.received().contains("律师在场"));
    assertFalse(other.received().contains("另请一位律师"));
    scene.mediator.post(scene.room("/resume")).expect(409, "consent-missing");
    consent(a, "ONLINE_MEDIATION", false).expect(200);
    other.await("roomStatus", frame -> "ENDED".equals(frame.getString("status")));
    assertFalse(other.received().contains("ONE_SIDE_REFUSES"));
    assertFalse(b.get("/rooms/" + scene.roomId).text().contains("ONE_SIDE"));
    other.await("message", frame -> frame.encode().contains("\"ended\""));
    scene.mediator.post(scene.room("/resume")).expect(409, "wrong-state");
    assertEquals(
        "TERMINATED",
        scene
            .mediator
            .get("/disputes/" + scene.dispute.getString("id"))
            .json()
            .getString("status"));
  }

  @Test
  void aFirstNoEndsNothing() {
    scene = Scene.leak(server.port()).room().enter();
    Actor a = scene.parties.get("A");
    consent(a, "ONLINE_MEDIATION", false).expect(200);
    assertEquals("CREATED", status(a));
    consent(a, "ONLINE_MEDIATION", true).expect(200);
    consent(a, "ONLINE_MEDIATION", false).expect(200);
    assertEquals("ENDED", status(a));
  }

  @Test
  void consentsNameTheirFaultsAndStaffGiveNone() {
    scene = Scene.leak(server.port()).room().enter();
    Actor a = scene.parties.get("A");
    Answer faults =
        a.post(
                scene.room("/consents"),
                JsonObject.of(
                    "items",
                    JsonArray.of(
                        JsonObject.of("kind", "NOTHING", "given", true),
                        JsonObject.of("kind", "LAWYER_PRESENT", "given", true),
                        JsonObject.of("kind", "E_SIGNATURE"))))
            .expect(400, "invalid-fields");
    assertEquals(List.of("items[0].kind", "items[1].memberId", "items[2].given"), codes(faults));
    JsonObject unknown =
        JsonObject.of("kind", "LAWYER_PRESENT", "memberId", scene.mediatorSeat, "given", true);
    scene.consent(a, unknown).expect(400, "invalid-fields");
    consent(scene.mediator, "ONLINE_MEDIATION", true).expect(404);
    consent(scene.clerk, "ONLINE_MEDIATION", true).expect(404);
  }

  @Test
  void theJointSessionOpensWhenAllHaveConsentedAndAnyoneEndsIt() {
    scene = Scene.liveLeak(server.port());
    Actor a = scene.parties.get("A");
    Actor b = scene.parties.get("B");
    Line other = scene.line(b);
    scene.lawyer.post(scene.room("/joint")).expect(404);
    scene.mediator.post(scene.room("/joint")).expect(200);
    consent(a, "JOINT_SESSION", true).expect(200);
    assertEquals("LIVE_SEPARATED", status(b));
    assertFalse(other.untilNow().contains("JOINT_SESSION"));
    assertFalse(scene.view(b).encode().contains("myConsent"));
    consent(a, "JOINT_SESSION", false).expect(200);
    assertTrue(scene.view(b).getJsonObject("joint").getBoolean("proposed"));
    consent(a, "JOINT_SESSION", true).expect(200);
    consent(b, "JOINT_SESSION", true).expect(200);
    other.await("roomStatus", frame -> "JOINT".equals(frame.getString("status")));
    consent(a, "JOINT_SESSION", false).expect(200);
    assertEquals("LIVE_SEPARATED", status(b));
    scene.mediator.post(scene.room("/joint")).expect(200);
    consent(a, "JOINT_SESSION", true).expect(200);
    assertEquals("LIVE_SEPARATED", status(b));
    consent(b, "JOINT_SESSION", true).expect(200);
    scene.mediator.delete(scene.room("/joint")).expect(200);
    assertEquals("LIVE_SEPARATED", status(a));
  }

  @Test
  void aPauseTakesTheJointSessionWithItAndWhatWasConsentedToIt() {
    scene = Scene.liveLeak(server.port());
    scene.mediator.post(scene.room("/joint")).expect(200);
    scene.parties.values().forEach(party -> consent(party, "JOINT_SESSION", true).expect(200));
    assertEquals("JOINT", status(scene.mediator));
    scene.mediator.post(scene.room("/pause")).expect(200);
    scene.mediator.post(scene.room("/resume")).expect(200);
    scene.mediator.post(scene.room("/joint")).expect(200);
    assertEquals("LIVE_SEPARATED", status(scene.mediator));
  }

  @Test
  void theEndTellsEachSideTheRoadsThatRemain() {
    scene = Scene.liveLeak(server.port());
    Line a = scene.line(scene.parties.get("A"));
    Line b = scene.line(scene.parties.get("B"));
    scene.lawyer.post(scene.room("/end"), JsonObject.of("cause", "OTHER")).expect(404);
    scene.mediator.post(scene.room("/end"), new JsonObject()).expect(400);
    scene.mediator.post(scene.room("/end"), JsonObject.of("cause", "TOO_FAR_APART")).expect(200);
    for (Line line : List.of(a, b)) {
      JsonObject told =
          line.await("message", f -> "ended".equals(f.getJsonObject("body").getString("code")));
      assertTrue(told.getJsonObject("body").getString("text").contains("仲裁"));
      assertFalse(line.received().contains("TOO_FAR_APART"));
    }
    consent(scene.parties.get("A"), "E_SIGNATURE", true).expect(200);
    scene.mediator.post(scene.room("/proposals"), proposal("A")).expect(409, "not-in-session");
  }

  private JsonObject proposal(String side) {
    String lane = scene.lane(scene.mediator, "SIDE", side);
    return JsonObject.of("lanes", JsonArray.of(lane), "text", "先付一半");
  }

  @Test
  void aProposalIsAnsweredInTheOwnLaneAndSeenByNoOtherSide() {
    scene = Scene.liveLeak(server.port());
    Line other = scene.line(scene.parties.get("B"));
    Line own = scene.line(scene.parties.get("A"));
    String id = scene.mediator.post(scene.room("/proposals"), proposal("A")).expect(201).id();
    own.awaitText("先付一半");
    String answers = scene.room("/proposals/" + id + "/answers");
    scene.parties.get("B").post(answers, JsonObject.of("answer", "AGREE")).expect(404);
    scene.parties.get("A").post(answers, JsonObject.of("answer", "AGREE")).expect(204);
    own.await("message", f -> "AGREE".equals(f.getJsonObject("body").getString("answer")));
    assertEquals(
        "AGREE",
        scene
            .mediator
            .get(scene.room("/proposals"))
            .items()
            .getJsonObject(0)
            .getJsonArray("answers")
            .getJsonObject(0)
            .getString("answer"));
    assertEquals(0, scene.parties.get("B").get(scene.room("/proposals")).items().size());
    assertFalse(other.untilNow().contains("先付一半"));
    scene.clerk.get(scene.room("/proposals")).expect(404);
  }

  @Test
  void aMeetingWithOneSideLeavesNoTraceAtTheOther() {
    scene = Scene.leak(server.port()).room().enter();
    Line other = scene.line(scene.parties.get("B"));
    JsonObject alone =
        JsonObject.of(
            "startsAt", "2026-08-27T09:00:00Z", "mode", "BY_TURNS", "sides", JsonArray.of("A"));
    JsonObject both = JsonObject.of("startsAt", "2026-08-28T09:00:00Z", "mode", "TOGETHER");
    scene.mediator.post(scene.room("/meetings"), alone).expect(201);
    assertFalse(other.untilNow().contains("8月27日"));
    scene.mediator.post(scene.room("/meetings"), both).expect(201);
    JsonArray seen = scene.view(scene.parties.get("B")).getJsonArray("meetings");
    assertEquals(1, seen.size());
    assertEquals(1, seen.getJsonObject(0).getInteger("n"));
    JsonObject summary = JsonObject.of("text", "只给工作人员看");
    scene.mediator.post(scene.room("/meetings/2/summary"), summary).expect(204);
    assertFalse(scene.view(scene.parties.get("A")).encode().contains("只给工作人员看"));
    scene.mediator.post(scene.room("/meetings/2/summary"), summary.put("shared", true)).expect(204);
    assertTrue(scene.view(scene.parties.get("A")).encode().contains("只给工作人员看"));
    scene.mediator.post(scene.room("/meetings/3/summary"), summary).expect(404);
    scene.parties.get("A").post(scene.room("/meetings"), both).expect(404);
  }

  @Test
  void aConfirmedFactIsToldOnlyWhenAllHaveConfirmed() {
    scene = Scene.leak(server.port()).room().enter();
    Line other = scene.line(scene.parties.get("B"));
    String fact =
        scene.mediator.post(scene.room("/facts"), JsonObject.of("text", "水从楼上来")).expect(201).id();
    other.await("changed", f -> fact.equals(f.getString("id")));
    int before = other.untilNowFrames("changed").size();
    String confirm = scene.room("/facts/" + fact + "/confirmations");
    scene.parties.get("A").post(confirm).expect(204);
    assertEquals(before, other.untilNowFrames("changed").size());
    assertEquals(0, confirmations(scene.parties.get("B")));
    assertEquals(1, confirmations(scene.parties.get("A")));
    assertEquals(1, confirmations(scene.mediator));
    scene.parties.get("B").post(confirm).expect(204);
    assertEquals(2, confirmations(scene.parties.get("A")));
    scene.lawyer.post(confirm).expect(404);
    scene.clerk.get(scene.room("/facts")).expect(404);
  }

  private int confirmations(Actor actor) {
    return actor
        .get(scene.room("/facts"))
        .items()
        .getJsonObject(0)
        .getJsonArray("confirmations")
        .size();
  }

  @Test
  void theStripIsForOneSide() {
    scene = Scene.leak(server.port()).room().enter();
    Line a = scene.line(scene.parties.get("A"));
    Line b = scene.line(scene.parties.get("B"));
    JsonObject line = JsonObject.of("side", "A", "text", "调解员正在和对方谈");
    scene.mediator.post(scene.room("/status-line"), line).expect(204);
    a.await("statusLine", f -> f.encode().contains("正在和对方谈"));
    assertFalse(b.untilNow().contains("正在和对方谈"));
    assertTrue(scene.view(scene.parties.get("A")).containsKey("statusLine"));
    assertFalse(scene.view(scene.parties.get("B")).containsKey("statusLine"));
    scene.mediator.post(scene.room("/status-line"), JsonObject.of("side", "A")).expect(204);
    assertFalse(scene.view(scene.parties.get("A")).containsKey("statusLine"));
    scene.parties.get("A").post(scene.room("/status-line"), line).expect(404);
  }
}
