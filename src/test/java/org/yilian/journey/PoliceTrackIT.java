package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Line;
import org.yilian.client.Scene;

/** A mediation by the police: two officers, their checklist, and nobody in the suspect's place. */
class PoliceTrackIT extends SceneTests {
  private static final List<String> QUESTIONS =
      List.of(
          "hiredHarm",
          "groupFight",
          "repeatedViolations",
          "unwilling",
          "newViolation",
          "suspectFled",
          "otherwiseUnfit");

  private static TestServer impatient;

  private Actor first;
  private Actor second;

  PoliceTrackIT() {
    super(impatient);
  }

  @BeforeAll
  static void start() {
    impatient = TestServer.start(Map.of("LAWYER_GRACE_SECONDS", "1"));
  }

  @AfterAll
  static void stop() {
    impatient.close();
  }

  @BeforeEach
  void convene() {
    scene = Scene.leak(server.port()).room("demo-police", "PUBLIC_SECURITY");
    first = Actor.staff(server.port(), "zhang");
    second = Actor.staff(server.port(), "qi");
    scene.addStaff(first, "COMMUNITY_POLICE");
    scene.addStaff(second, "COMMUNITY_POLICE");
  }

  private JsonObject answers() {
    JsonObject answers = new JsonObject();
    QUESTIONS.forEach(question -> answers.put(question, false));
    return answers.put("suspects", JsonArray.of(scene.partyId("B")));
  }

  private Answer answer(Actor who, JsonObject answers) {
    return who.post(scene.room("/police-checklist"), answers);
  }

  /** Everybody is there, and the talks have begun; returns the second officer's line. */
  private Line open() {
    scene.enter().prepare();
    connect();
    Line line = scene.line(second);
    answer(first, answers()).expect(200);
    scene.mediator.post(scene.room("/open")).expect(200);
    return line;
  }

  @Test
  void restsWhenAnOfficerIsGoneAndLeftAloneAndTellsTheSidesNoReason() {
    Line ofSecond = open();
    Line ofA = scene.line(scene.parties.get("A"));
    ofSecond.cut();
    ofA.await("roomStatus", frame -> "PAUSED".equals(frame.getString("status")));
    JsonObject told = ofA.await("message", frame -> frame.encode().contains("\"paused\""));
    assertFalse(told.encode().contains("民警"), told::encode);
    String staff = scene.lane(first, "STAFF", null);
    String heard = first.get(scene.room("/lanes/" + staff + "/messages")).expect(200).text();
    assertTrue(heard.contains("officers-left"), heard);
    scene.mediator.post(scene.room("/resume")).expect(409, "officers-absent");
    scene.line(second);
    scene.mediator.post(scene.room("/resume")).expect(200);
    second.delete(scene.room("/members/" + seatOf(second))).ok();
    assertEquals("PAUSED", scene.view(first).getString("status"));
  }

  private String seatOf(Actor officer) {
    return scene.view(officer).getJsonObject("self").getString("memberId");
  }

  private void connect() {
    List.of(scene.mediator, scene.lawyer, first).forEach(scene::line);
  }

  @Test
  void opensWithTwoOfficersOnceNothingRulesItOut() {
    scene.enter().prepare();
    connect();
    scene.mediator.post(scene.room("/open")).expect(409, "officers-absent");
    scene.line(second);
    scene.mediator.post(scene.room("/open")).expect(409, "police-checklist-missing");
    answer(first, answers().put("unwilling", true)).expect(200);
    Answer excluded = scene.mediator.post(scene.room("/open")).expect(409, "police-excluded");
    assertTrue(excluded.json().getString("detail").contains("第一百七十九条"));
    answer(first, answers()).expect(200);
    scene.mediator.post(scene.room("/open")).expect(200);
    answer(second, answers().put("newViolation", true)).expect(200);
    assertEquals("PAUSED", scene.view(scene.mediator).getString("status"));
    scene.mediator.post(scene.room("/resume")).expect(409, "police-excluded");
    String seen = scene.view(scene.parties.get("A")).encode();
    assertFalse(seen.contains("policeChecklist") || seen.contains("newViolation"), seen);
  }

  @Test
  void everyQuestionIsAnsweredByAnOfficer() {
    Answer faults = answer(first, JsonObject.of("suspects", JsonArray.of())).expect(400);
    List<String> named =
        faults.json().getJsonArray("fields").stream()
            .map(field -> ((JsonObject) field).getString("name"))
            .toList();
    assertTrue(named.containsAll(QUESTIONS) && named.contains("suspects"), named::toString);
    answer(first, answers().put("suspects", JsonArray.of("nobody"))).expect(400);
    answer(scene.mediator, answers()).expect(404);
    answer(scene.lawyer, answers()).expect(404);
    Scene other = Scene.leak(server.port()).room();
    other.addStaff(first, "COMMUNITY_POLICE");
    first.post(other.room("/police-checklist"), answers()).expect(409, "wrong-track");
  }

  @Test
  void nobodyComesInTheSuspectsPlace() {
    answer(first, answers()).expect(200);
    String agentOfB = agent("B");
    Answer refused = invite(agentOfB).expect(409, "suspect-may-not-delegate");
    assertTrue(refused.json().getString("detail").contains("第一百八十一条"));
    invite(agent("A")).expect(201);
  }

  private String agent(String side) {
    return scene.addAgent(side, "SPECIAL", "代演示", "1990000888" + (side.charAt(0) - 'A'));
  }

  private Answer invite(String representativeId) {
    return scene.mediator.post(
        scene.room("/invites"), JsonObject.of("representativeId", representativeId));
  }
}
