package org.yilian.separation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Line;
import org.yilian.client.Scene;
import org.yilian.journey.Terms;

/** Member kind × lane kind × event kind: what each is sent, asks for, and is told. */
class WhoIsSentWhatIT {
  private static final TestServer SERVER = TestServer.shared();
  private static Scene scene;
  private static final Map<String, Actor> MEMBERS = new LinkedHashMap<>();
  private static final Map<String, Line> LINES = new LinkedHashMap<>();

  /** Who reads a lane, in a live room whose joint session has not been opened. */
  private static final Map<String, Set<String>> READERS =
      Map.of(
          "SIDE A", Set.of("A", "mediator", "lawyer", "police"),
          "SIDE B", Set.of("B", "mediator", "lawyer"),
          "STAFF", Set.of("mediator", "lawyer", "police"),
          "NOTICE", Set.of("A", "B", "mediator", "lawyer", "police", "recorder"));

  @BeforeAll
  static void gather() {
    scene = Scene.liveLeak(SERVER.port());
    Actor police = Actor.staff(SERVER.port(), "zhang");
    Actor recorder = Actor.staff(SERVER.port(), "he");
    String seat = scene.addStaff(police, "COMMUNITY_POLICE");
    scene.addStaff(recorder, "RECORDER");
    JsonObject consent = JsonObject.of("kind", "PARTICIPANT", "memberId", seat, "given", true);
    scene.consent(scene.parties.get("A"), consent).ok();
    MEMBERS.put("A", scene.parties.get("A"));
    MEMBERS.put("B", scene.parties.get("B"));
    MEMBERS.put("mediator", scene.mediator);
    MEMBERS.put("lawyer", scene.lawyer);
    MEMBERS.put("police", police);
    MEMBERS.put("recorder", recorder);
    MEMBERS.forEach((name, actor) -> LINES.put(name, scene.line(actor)));
  }

  @AfterAll
  static void leave() {
    if (scene != null) {
      scene.close();
    }
  }

  @Test
  void aMessageReachesTheReadersOfItsLaneAndNobodyElse() {
    for (String lane : READERS.keySet()) {
      String canary = "密语 " + lane;
      sayByHttp(laneId(lane), canary);
      barrier(lane);
      LINES.forEach(
          (name, line) ->
              assertEquals(
                  READERS.get(lane).contains(name),
                  line.received().contains(canary),
                  name + " and " + lane));
    }
  }

  @Test
  void historyIsGivenToTheReadersOfItsLaneAndToNobodyElse() {
    for (String lane : READERS.keySet()) {
      String path = scene.room("/lanes/" + laneId(lane) + "/messages");
      MEMBERS.forEach(
          (name, actor) ->
              assertEquals(
                  READERS.get(lane).contains(name) ? 200 : 404,
                  actor.get(path).status(),
                  name + " and " + lane));
    }
  }

  @Test
  void aLaneOfOthersAndALaneThatDoesNotExistAreTheSame() {
    for (String lane : new String[] {laneId("SIDE A"), laneId("STAFF"), "no-such-lane-at-all"}) {
      LINES.get("B").sayUnanswered(lane, "probe-" + lane, "你好");
      JsonObject refused =
          LINES
              .get("B")
              .await("refused", frame -> ("probe-" + lane).equals(frame.getString("clientId")));
      assertEquals("no-such-lane", refused.getString("code"));
    }
  }

  @Test
  void typingSeenAndRecallStayInTheirLane() {
    Line ofA = LINES.get("A");
    String lane = laneId("SIDE A");
    JsonObject said = ofA.say(lane, "这句话我马上收回");
    LINES.get("mediator").awaitText("这句话我马上收回");
    ofA.send(JsonObject.of("type", "typing", "lane", lane));
    LINES.get("mediator").await("typing", frame -> lane.equals(frame.getString("lane")));
    long seq = said.getLong("seq");
    ofA.send(JsonObject.of("type", "seen", "lane", lane, "seq", seq));
    LINES.get("mediator").await("seen", frame -> lane.equals(frame.getString("lane")));
    scene.parties.get("A").post(scene.room("/lanes/" + lane + "/messages/" + seq + "/recall")).ok();
    LINES.get("mediator").await("recalled", frame -> lane.equals(frame.getString("lane")));
    barrier("events");
    for (String name : new String[] {"B", "recorder"}) {
      assertFalse(LINES.get(name).received().contains(lane), name + " was told of the lane");
    }
    assertFalse(ofA.received().contains("\"type\":\"seen\""), "a party was shown seen marks");
  }

  @Test
  void aSideIsToldOfNoOtherSidesPeopleLanesOrDoings() {
    Actor b = scene.parties.get("B");
    Line ofB = LINES.get("B");
    int before = ofB.frames().size();
    Actor a = scene.parties.get("A");
    a.post(scene.room("/calls"), JsonObject.of("kind", "CALL_MEDIATOR")).ok();
    a.post(scene.room("/calls"), JsonObject.of("kind", "HELP")).ok();
    scene.consent(a, JsonObject.of("kind", "E_SIGNATURE", "given", false)).ok();
    scene.consent(a, JsonObject.of("kind", "E_SIGNATURE", "given", true)).ok();
    Line again = scene.line(a);
    again.cut();
    barrier("doings");
    assertEquals(
        before + 1, ofB.frames().size(), () -> "B was sent more than the notice: " + ofB.frames());
    String view = scene.view(b).encode();
    assertFalse(view.contains(scene.seats.get("A")), "A's seat");
    assertFalse(view.contains(laneId("SIDE A")), "A's lane");
    assertFalse(view.contains(laneId("STAFF")), "the staff's lane");
  }

  @Test
  void aDraftIsNoticedAtOnceByThoseWhoMayReadItAndByNobodyElse() {
    Actor colleague = Actor.staff(SERVER.port(), "chen");
    String seat = scene.addStaff(colleague, "MEDIATOR");
    Line ofColleague = scene.line(colleague);
    JsonObject terms = Terms.leak(scene);
    JsonObject draft = scene.mediator.post(scene.room("/agreements"), terms).expect(201).json();
    String id = draft.getString("id");
    ofColleague.await("changed", frame -> id.equals(frame.getString("id")));
    LINES.get("lawyer").await("changed", frame -> id.equals(frame.getString("id")));
    JsonObject values = JsonObject.of("values", terms.getJsonObject("values"));
    scene.mediator.put("/agreements/" + id, values, 1).expect(200);
    barrier("draft");
    for (String name : new String[] {"A", "B", "police", "recorder"}) {
      assertFalse(LINES.get(name).received().contains(id), name + " was told of the draft");
    }
    colleague.delete(scene.room("/members/" + seat)).ok();
  }

  @Test
  void anOutsiderWhoExistsGetsNothing() {
    for (String name : new String[] {"chen", "qian", "zhao", "xu", "zhou", "zheng", "feng"}) {
      Actor outsider = Actor.staff(SERVER.port(), name);
      outsider.get("/rooms/" + scene.roomId).expect(404);
      outsider.post("/socket-tickets", JsonObject.of("roomId", scene.roomId)).expect(404);
      outsider.get(scene.room("/lanes/" + laneId("NOTICE") + "/messages")).expect(404);
      assertFalse(outsider.get("/rooms").text().contains(scene.roomId), name);
    }
  }

  @Test
  void whoWasRemovedReadsNothingAndIsClosedAtOnce() {
    Actor second = Actor.staff(SERVER.port(), "qian");
    String seat = scene.addStaff(second, "NEUTRAL_LAWYER");
    Line line = scene.line(second);
    scene.mediator.delete(scene.room("/members/" + seat)).ok();
    assertEquals(4403, line.awaitClose());
    second.get("/rooms/" + scene.roomId).expect(404);
    sayByHttp(laneId("STAFF"), "她已经离开");
    barrier("removed");
    assertFalse(line.received().contains("她已经离开"));
  }

  /** Everybody has been sent what came before once the notice is there. */
  private static void barrier(String name) {
    String notice = "告知 " + name;
    sayByHttp(laneId("NOTICE"), notice);
    LINES.values().forEach(line -> line.awaitText(notice));
    assertTrue(LINES.get("recorder").received().contains(notice));
  }

  /** Over HTTP, so that the mediator's own socket is sent it too. */
  private static void sayByHttp(String lane, String text) {
    JsonObject message =
        JsonObject.of(
            "clientId", UUID.randomUUID().toString(),
            "body", JsonObject.of("kind", "text", "text", text));
    scene.mediator.post(scene.room("/lanes/" + lane + "/messages"), message).ok();
  }

  private static String laneId(String lane) {
    String[] parts = lane.split(" ");
    return scene.lane(scene.mediator, parts[0], parts.length > 1 ? parts[1] : null);
  }
}
