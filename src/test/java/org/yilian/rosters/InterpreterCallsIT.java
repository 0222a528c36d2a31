package org.yilian.rosters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;
import org.yilian.client.Outbox;

/** The room asks for an interpreter on duty, who sits on one side and hears nothing of another. */
class InterpreterCallsIT extends RosterTests {
  private static final String LANGUAGE = "苗语";
  private static final JsonObject ID = JsonObject.of("idType", "PASSPORT", "idNumber", "E87654321");

  private void interprets(Actor whom) {
    interprets(whom, 3);
  }

  private void interprets(Actor whom, int rooms) {
    JsonObject shift =
        shift(whom, rooms)
            .put("kind", "INTERPRETER")
            .put("languages", JsonArray.of(LANGUAGE, "手语"));
    clerk.post("/shifts", shift).expect(201);
  }

  private static JsonObject wanted(String partyId) {
    return JsonObject.of("kind", "INTERPRETER", "partyId", partyId, "language", LANGUAGE);
  }

  private String call(String partyId) {
    return stage
        .mediator
        .post(room() + "/duty-calls", wanted(partyId))
        .expect(201)
        .json()
        .getJsonObject("call")
        .getString("id");
  }

  private JsonObject state() {
    return stage.mediator.get(room() + "/on-duty?kind=INTERPRETER").expect(200).json();
  }

  private String lane(String side) {
    return room() + "/lanes/" + stage.lane(side) + "/messages";
  }

  /** Through the door by the link that was sent to the phone. */
  private Actor entered(String phone, String name, String tail) {
    String link = sms(phone);
    String token = link.replaceAll("(?s).*/i/([A-Za-z0-9_-]+).*", "$1");
    Actor visitor = Actor.stranger(server.port());
    visitor.post("/invites/" + token + "/code").expect(204);
    JsonObject typed =
        JsonObject.of("code", Outbox.code(server.port(), phone), "name", name, "idTail", tail);
    JsonObject session = visitor.post("/invites/" + token + "/enter", typed).expect(201).json();
    return Actor.entered(server.port(), session);
  }

  @Test
  void whoAcceptsSitsOnTheSideSheWasCalledForAndReadsNoOther() {
    stage.said("A", stage.partyA, "甲方密语");
    stage.said("B", stage.partyB, "乙方密语");
    interprets(qian);
    String roomOfB = stage.b.get(room()).expect(200).text();
    String laneOfB = stage.b.get(lane("B")).expect(200).text();
    String call = call(stage.partyA);
    String asked = sms(QIAN_PHONE);
    assertTrue(asked.contains("翻译") && !asked.contains("漏水") && !asked.contains("杨"), asked);
    assertFalse(stage.a.get(lane("A")).text().contains("翻译"), "nobody has accepted");
    assertEquals(
        List.of("idNumber"), qian.post("/duty-calls/" + call + "/acceptance").expect(400).fields());
    JsonObject taken = qian.post("/duty-calls/" + call + "/acceptance", ID).expect(201).json();
    assertFalse(taken.containsKey("roomId"), "her account has no desk in this room");
    qian.get(room()).expect(404);
    qian.get(lane("A")).expect(404);

    Actor interpreter = entered(QIAN_PHONE, "钱律师（演示）", "4321");
    assertTrue(interpreter.get(lane("A")).expect(200).text().contains("甲方密语"));
    interpreter.get(lane("B")).expect(404);
    interpreter.get(lane("STAFF")).expect(404);
    String seen = interpreter.get(room()).expect(200).text();
    assertFalse(seen.contains(stage.lane("B")) || seen.contains(stage.lane("STAFF")), seen);
    assertTrue(stage.a.get(lane("A")).text().contains("钱律师"), "her side is told");
    assertEquals(roomOfB, stage.b.get(room()).text(), "the other side learns nothing");
    assertEquals(laneOfB, stage.b.get(lane("B")).text(), "the other side is told nothing");
    JsonObject last = state().getJsonObject("call");
    assertEquals("ACCEPTED", last.getString("status"));
    assertEquals(stage.partyA, last.getString("partyId"));
  }

  @Test
  void whoHasHeardOneSideIsNotCalledForAnother() {
    interprets(qian);
    interprets(li);
    String forA = call(stage.partyA);
    assertEquals(
        List.of("钱律师（演示）"),
        names(state().getJsonObject("call").getJsonArray("offers"), "name"),
        "whoever sat in the room has heard all of it");
    String forB = call(stage.partyB);
    qian.post("/duty-calls/" + forA + "/acceptance", ID).expect(201);
    qian.post("/duty-calls/" + forB + "/acceptance", ID).expect(409, "recused");
    assertTrue(state().getJsonArray("items").isEmpty(), state().encode());
    stage.mediator.delete(room() + "/duty-calls/" + forB).expect(204);
    stage.mediator.post(room() + "/duty-calls", wanted(stage.partyB)).expect(409, "nobody-on-duty");
    assertFalse(stage.b.get(lane("B")).expect(200).text().contains("翻译"));
  }

  @Test
  void sheIsInNoMoreRoomsThanShePromised() {
    interprets(qian, 1);
    qian.post("/duty-calls/" + call(stage.partyA) + "/acceptance", ID).expect(201);
    Stage other = Stage.leak(server);
    String path = "/rooms/" + other.room;
    other.mediator.post(path + "/duty-calls", wanted(other.partyA)).expect(409, "nobody-on-duty");
    JsonObject there = other.mediator.get(path + "/on-duty?kind=INTERPRETER").expect(200).json();
    assertEquals(1, there.getInteger("full"));
  }

  @Test
  void sheIsCalledForOnePartyOfThisDisputeAndOneLanguage() {
    interprets(qian);
    String path = room() + "/duty-calls";
    JsonObject none = JsonObject.of("kind", "INTERPRETER");
    assertEquals(
        List.of("partyId", "language"), stage.mediator.post(path, none).expect(400).fields());
    JsonObject lawyer = JsonObject.of("partyId", stage.partyA);
    assertEquals(List.of("partyId"), stage.mediator.post(path, lawyer).expect(400).fields());
    stage.mediator.post(path, wanted(Stage.leak(server).partyA)).expect(404);
    JsonObject other = wanted(stage.partyA).put("language", "藏语");
    stage.mediator.post(path, other).expect(409, "nobody-on-duty");
    String call = call(stage.partyA);
    stage.mediator.post(path, wanted(stage.partyA)).expect(409, "already-called");
    for (String outsider : List.of("chen", "zhao", "fang", "li")) {
      staff(outsider).post("/duty-calls/" + call + "/acceptance", ID).expect(404);
      assertFalse(staff(outsider).get("/duty-calls").text().contains(call), outsider);
    }
    stage.a.post(path, wanted(stage.partyA)).expect(404);
  }
}
