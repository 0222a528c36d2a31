package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Line;
import org.yilian.client.Scene;

/** A live room: joint sessions, pauses and its end. */
class SessionIT extends SceneTests {
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
  void theEndTellsEachSideTheRoadsThatRemain() {
    scene = Scene.liveLeak(server.port());
    Line a = scene.line(scene.parties.get("A"));
    Line b = scene.line(scene.parties.get("B"));
    scene.lawyer.post(scene.room("/end"), JsonObject.of("cause", "OTHER")).expect(404);
    scene.mediator.post(scene.room("/end"), new JsonObject()).expect(400);
    JsonObject end = JsonObject.of("cause", "TOO_FAR_APART", "note", "临走说要跳楼");
    scene.mediator.post(scene.room("/end"), end).expect(200);
    String dispute = "/disputes/" + scene.dispute.getString("id");
    assertEquals("轻生（跳楼）", scene.mediator.get(dispute).json().getString("alarm"));
    for (Line line : List.of(a, b)) {
      JsonObject told =
          line.await("message", f -> "ended".equals(f.getJsonObject("body").getString("code")));
      assertTrue(told.getJsonObject("body").getString("text").contains("仲裁"));
      assertFalse(line.received().contains("TOO_FAR_APART"));
    }
    consent(scene.parties.get("A"), "E_SIGNATURE", true).expect(200);
    scene.mediator.post(scene.room("/proposals"), proposal("A")).expect(409, "not-in-session");
  }
}
