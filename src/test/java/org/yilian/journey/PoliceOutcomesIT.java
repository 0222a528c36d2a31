package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Scene;

/** How a public-security case goes on after its mediation: spared, or decided by the law. */
class PoliceOutcomesIT extends SceneTests {
  private static final byte[] SCAN = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private Actor officer;

  private void live(String host, String track) {
    scene = Scene.leak(server.port()).room(host, track);
    officer = Actor.staff(server.port(), "zhang");
    Actor second = Actor.staff(server.port(), "qi");
    scene.addStaff(officer, "COMMUNITY_POLICE");
    scene.addStaff(second, "COMMUNITY_POLICE");
    scene.enter().prepare();
    List.of(officer, second).forEach(scene::line);
    if (track.equals("PUBLIC_SECURITY")) {
      JsonObject answers = JsonObject.of("suspects", JsonArray.of(scene.partyId("B")));
      List.of(
              "hiredHarm",
              "groupFight",
              "repeatedViolations",
              "unwilling",
              "newViolation",
              "suspectFled",
              "otherwiseUnfit")
          .forEach(question -> answers.put(question, false));
      officer.post(scene.room("/police-checklist"), answers).expect(200);
    }
    scene.open();
  }

  /** Drafted, signed by all, and sealed by the host's clerk; returns its id. */
  private String effective(Actor clerk) {
    String id = scene.mediator.post(scene.room("/agreements"), Terms.leak(scene)).expect(201).id();
    String at = "/agreements/" + id;
    String hash = scene.mediator.post(at + "/propose").expect(200).json().getString("textHash");
    for (String side : List.of("A", "B")) {
      Actor party = scene.parties.get(side);
      party.post(at + "/signature-code").expect(204);
      JsonObject ink = Terms.ink("textHash", hash, scene.codeOf(side));
      party.post(at + "/signatures", ink).expect(201);
    }
    scene.mediator.post(at + "/signatures", Terms.ink("textHash", hash, null)).expect(201);
    clerk.post(at + "/seal").ok();
    return id;
  }

  private Answer say(Actor who, JsonObject outcome) {
    return who.post(scene.room("/police-outcomes"), outcome);
  }

  private static JsonObject spared(String agreement) {
    return JsonObject.of(
        "outcome",
        "NO_PENALTY",
        "agreementId",
        agreement,
        "performedOn",
        TODAY.toString(),
        "withinScope",
        true,
        "undecided",
        true);
  }

  private static JsonObject handled(String failure) {
    return JsonObject.of("outcome", "HANDLING", "failure", failure, "since", TODAY.toString());
  }

  private JsonArray scan() {
    return JsonArray.of(officer.upload("/files", "s.pdf", "application/pdf", SCAN).ok().id());
  }

  private boolean told(String side, String words) {
    String lane = scene.lane(scene.parties.get(side), "SIDE", side);
    return scene
        .parties
        .get(side)
        .get(scene.room("/lanes/" + lane + "/messages?limit=200"))
        .text()
        .contains(words);
  }

  private static List<String> fields(Answer answer) {
    return answer.json().getJsonArray("fields").stream()
        .map(field -> ((JsonObject) field).getString("name"))
        .toList();
  }

  @Test
  void noPenaltyOnceTheStationSealedItIsPerformedAndTheOfficerSaysSo() {
    live("demo-police", "PUBLIC_SECURITY");
    Actor station = Actor.staff(server.port(), "tang");
    say(officer, handled("NO_AGREEMENT")).expect(409, "wrong-state");
    String id = effective(station);
    scene.mediator.post(scene.room("/end"), JsonObject.of("cause", "AGREEMENT")).expect(200);
    assertTrue(told("A", "调解机关印章") && told("B", "调解机关印章"));
    assertFalse(told("A", "调委会") || told("B", "司法确认"));
    JsonObject outcome = spared(id);
    say(scene.mediator, outcome).expect(404);
    say(scene.parties.get("A"), outcome).expect(404);
    Answer faults =
        say(officer, JsonObject.of("outcome", "NO_PENALTY", "undecided", false)).expect(400);
    assertEquals(List.of("agreementId", "performedOn", "withinScope", "undecided"), fields(faults));
    assertEquals(List.of("performanceFileIds"), fields(say(officer, outcome).expect(400)));
    say(officer, spared("another").put("performanceFileIds", scan())).expect(400);
    String tomorrow = TODAY.plusDays(1).toString();
    assertEquals(
        List.of("performedOn"),
        fields(say(officer, outcome.copy().put("performedOn", tomorrow)).expect(400)));
    JsonArray proof = scan();
    JsonObject recorded =
        say(officer, outcome.put("performanceFileIds", proof)).expect(201).items().getJsonObject(0);
    assertEquals("NO_PENALTY", recorded.getString("outcome"));
    assertTrue(recorded.getString("words").contains("第九条"));
    assertTrue(told("A", "不予处罚") && told("B", "不予处罚"));
    scene.mediator.get("/files/" + proof.getString(0)).expect(200);
    scene.parties.get("A").get("/files/" + proof.getString(0)).expect(404);
    say(officer, outcome).expect(409, "wrong-state");
    say(officer, handled("NOT_PERFORMED").put("agreementId", id)).expect(409, "wrong-state");
    assertEquals(1, scene.lawyer.get(scene.room("/police-outcomes")).expect(200).items().size());
    scene.parties.get("B").get(scene.room("/police-outcomes")).expect(404);
    scene.clerk.get(scene.room("/police-outcomes")).expect(404);
  }

  @Test
  void whatFailedIsDecidedByTheLawAndBothAreToldThatTheyMaySue() {
    live("demo-police", "PUBLIC_SECURITY");
    scene.mediator.post(scene.room("/end"), JsonObject.of("cause", "TOO_FAR_APART")).expect(200);
    assertEquals(
        List.of("failure", "since"),
        fields(say(officer, JsonObject.of("outcome", "HANDLING")).expect(400)));
    JsonObject recorded =
        say(officer, handled("NO_AGREEMENT")).expect(201).items().getJsonObject(0);
    assertTrue(recorded.getString("words").contains("处理决定"), recorded::encode);
    assertEquals(
        TODAY.plusDays(30).toString(), recorded.getJsonObject("deadline").getString("safeDate"));
    for (String side : List.of("A", "B")) {
      assertTrue(told(side, "公安机关将依法对本案作出处理"));
      assertFalse(told(side, "TOO_FAR_APART"));
    }
  }

  @Test
  void beforeACommitteeBothHaveToAskInWriting() {
    live("demo-committee", "PEOPLES_MEDIATION");
    String id = effective(scene.clerk);
    say(officer, handled("NOT_PERFORMED").put("agreementId", id)).expect(201);
    JsonObject outcome = spared(id).put("performanceFileIds", scan());
    assertEquals(List.of("requestFileIds"), fields(say(officer, outcome).expect(400)));
    JsonArray both = say(officer, outcome.put("requestFileIds", scan())).expect(201).items();
    assertEquals("HANDLING", both.getJsonObject(0).getString("outcome"));
    assertEquals("NO_PENALTY", both.getJsonObject(1).getString("outcome"));
  }
}
