package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Line;
import org.yilian.client.Scene;

/** A party's safety: who learns of a private no and of a silent call, and who does not. */
class SafetyIT extends SceneTests {

  @Test
  void aNoOfSafetyIsForMediatorsAlone() {
    scene = Scene.leak(server.port()).room().enter();
    Actor officer = Actor.staff(server.port(), "zhang");
    scene.addStaff(officer, "COMMUNITY_POLICE");
    Line other = scene.line(scene.parties.get("B"));
    scene
        .parties
        .get("A")
        .post(
            scene.room("/safety-answers"),
            JsonObject.of("voluntary", true, "alone", true, "safe", false))
        .expect(200);
    assertTrue(scene.view(scene.mediator).getBoolean("flagged"));
    for (Actor others : List.of(scene.lawyer, officer, scene.parties.get("B"))) {
      String view = scene.view(others).encode();
      assertFalse(view.contains("flagged") || view.contains("voluntary"), view);
      assertFalse(view.contains("identity-unverified"), view);
    }
    assertFalse(scene.view(scene.parties.get("A")).encode().contains("flagged"));
    assertEquals(List.of(), other.untilNowFrames("changed"));
    scene
        .mediator
        .post(scene.room("/safety-answers"), JsonObject.of("voluntary", true))
        .expect(400);
  }

  @Test
  void aMediatorClearsTheFlagForAReasonThatStaysAndNobodyElseNotices() {
    scene = Scene.leak(server.port()).room().enter();
    Actor a = scene.parties.get("A");
    Actor officer = Actor.staff(server.port(), "zhang");
    scene.addStaff(officer, "COMMUNITY_POLICE");
    Actor colleague = Actor.staff(server.port(), "chen");
    scene.addStaff(colleague, "MEDIATOR");
    clear(scene.mediator, "无").expect(409, "wrong-state");
    JsonObject unsafe = JsonObject.of("voluntary", true, "alone", true, "safe", false);
    a.post(scene.room("/safety-answers"), unsafe).expect(200);
    assertTrue(scene.view(colleague).encode().contains("identity-unverified"));
    List<Line> deaf =
        List.of(
            scene.line(a),
            scene.line(scene.parties.get("B")),
            scene.line(scene.lawyer),
            scene.line(officer));
    for (Actor other : List.of(a, scene.lawyer, officer, scene.clerk)) {
      clear(other, "不该能解除").expect(404);
    }
    clear(scene.mediator, "").expect(400, "invalid-fields");
    Line hears = scene.line(colleague);
    clear(scene.mediator, "已单独电话核实，当事人安全").expect(200);
    hears.await("changed", frame -> scene.roomId.equals(frame.getString("id")));
    JsonObject seen = scene.view(colleague);
    assertFalse(seen.getBoolean("flagged"));
    assertFalse(seen.encode().contains("identity-unverified"));
    JsonObject clearing = seen.getJsonArray("safetyClearings").getJsonObject(0);
    assertEquals("已单独电话核实，当事人安全", clearing.getString("reason"));
    assertEquals("王调解（演示）", clearing.getString("name"));
    assertTrue(clearing.containsKey("at"));
    deaf.forEach(line -> assertEquals(List.of(), line.untilNowFrames("changed")));
    for (Actor other : List.of(a, scene.parties.get("B"), scene.lawyer, officer)) {
      assertFalse(scene.view(other).encode().contains("电话核实"));
    }
    a.post(scene.room("/safety-answers"), unsafe).expect(200);
    assertTrue(scene.view(colleague).getBoolean("flagged"));
  }

  private Answer clear(Actor who, String reason) {
    return who.post(scene.room("/safety-clearings"), JsonObject.of("reason", reason));
  }

  @Test
  void silentHelpLeavesNothingInTheOwnLane() {
    scene = Scene.leak(server.port()).room().enter();
    Actor a = scene.parties.get("A");
    Actor officer = Actor.staff(server.port(), "zhang");
    scene.addStaff(officer, "COMMUNITY_POLICE");
    Line own = scene.line(a);
    Line lawyer = scene.line(scene.lawyer);
    Line other = scene.line(scene.parties.get("B"));
    List<Line> alarmed = List.of(scene.line(scene.mediator), scene.line(officer));
    a.post(scene.room("/calls"), JsonObject.of("kind", "HELP")).expect(204);
    for (Line hears : alarmed) {
      JsonObject notice = hears.await("staffNotice", f -> "help".equals(f.getString("code")));
      assertTrue(notice.getString("text").contains("杨演示"), notice::encode);
    }
    for (Actor hears : List.of(scene.mediator, officer)) {
      JsonArray help = scene.view(hears).getJsonArray("help");
      assertEquals("A", help.getJsonObject(0).getString("side"));
    }
    for (Line deaf : List.of(own, lawyer, other)) {
      String heard = deaf.untilNow();
      assertFalse(heard.contains("staffNotice") || heard.contains("help"), heard);
    }
    for (Actor deaf : List.of(a, scene.lawyer, scene.parties.get("B"))) {
      assertFalse(scene.view(deaf).containsKey("help"));
    }
    String staffLane = scene.lane(scene.lawyer, "STAFF", null);
    assertFalse(
        scene
            .lawyer
            .get(scene.room("/lanes/" + staffLane + "/messages"))
            .json()
            .encode()
            .contains("帮助"));
    a.post(scene.room("/calls"), JsonObject.of("kind", "NEED_BREAK")).expect(204);
    own.await("message", f -> "NEED_BREAK".equals(f.getJsonObject("body").getString("call")));
    assertEquals(List.of(), other.untilNowFrames("message"));
    scene.mediator.post(scene.room("/calls"), JsonObject.of("kind", "HELP")).expect(404);
  }
}
