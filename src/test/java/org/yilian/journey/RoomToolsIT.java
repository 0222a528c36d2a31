package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Line;
import org.yilian.client.Scene;

/** What the mediator works with beside the talk, and what each side sees of it. */
class RoomToolsIT extends SceneTests {
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
    JsonObject summary = JsonObject.of("text", "只给工作人员看：他说过要持刀");
    scene.mediator.post(scene.room("/meetings/2/summary"), summary).expect(204);
    String dispute = "/disputes/" + scene.dispute.getString("id");
    assertEquals("凶器（持刀）", scene.mediator.get(dispute).json().getString("alarm"));
    assertFalse(scene.parties.get("A").get(dispute).text().contains("持刀"), "staff alone");
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
