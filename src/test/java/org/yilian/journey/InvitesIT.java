package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

/** The way in: link, code, name and ID tail; and who stays outside. */
class InvitesIT {
  private static TestServer server;
  private Scene scene;
  private Actor visitor;

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
    scene.close();
  }

  private void leak() {
    scene = Scene.leak(server.port()).room();
    visitor = Actor.stranger(server.port());
  }

  private JsonObject invite(String side) {
    JsonObject whom = JsonObject.of("partyId", scene.partyId(side));
    return scene.mediator.post(scene.room("/invites"), whom).expect(201).json();
  }

  private Answer enter(JsonObject invite, String code, String name, String idTail) {
    JsonObject typed = JsonObject.of("code", code);
    if (name != null) {
      typed.put("name", name).put("idTail", idTail);
    }
    return visitor.post("/invites/" + invite.getString("token") + "/enter", typed);
  }

  private String code(JsonObject invite, String phone) {
    visitor.post("/invites/" + invite.getString("token") + "/code").expect(204);
    return scene.code(phone);
  }

  private String phone(String side) {
    return visitor.get("/demo/outbox").json().getJsonArray("messages").stream()
        .map(message -> ((JsonObject) message).getString("phone"))
        .filter(phone -> phone.endsWith(scene.party(side).getString("phone").replace("*", "")))
        .findFirst()
        .orElseThrow();
  }

  private String tail(String side) {
    return scene.party(side).getString("idNumber").replace("*", "");
  }

  private JsonArray messagesOf(String phone) {
    return visitor.get("/demo/outbox?phone=" + phone).json().getJsonArray("messages");
  }

  @Test
  void theLinkAndItsMessageSayNothingOfTheMatter() {
    leak();
    JsonObject invite = invite("A");
    assertTrue(invite.getString("url").endsWith("/i/" + invite.getString("token")));
    String path = "/invites/" + invite.getString("token");
    JsonObject card = visitor.get(path).expect(200).json();
    assertTrue(card.getString("organisationName").contains("调解委员会"));
    assertTrue(card.getString("mediatorName").contains("王调解"));
    assertFalse(card.getString("contactPhone").isBlank());
    assertTrue(card.getString("maskedPhone").matches("\\*+\\d{4}"));
    assertEquals(4, card.size());
    visitor.get(path).expect(200);

    String text = messagesOf(phone("A")).getJsonObject(0).getString("text");
    assertTrue(text.contains(invite.getString("url")));
    for (String secret : List.of("杨演示", "漏水", "拆违", "邓演示")) {
      assertFalse(text.contains(secret) || card.encode().contains(secret), secret);
    }
    visitor.get("/invites/unknown").expect(404);
    visitor.post("/invites/unknown/code").expect(404);
  }

  @Test
  void aSilentInvitationSendsNothing() {
    leak();
    invite("A");
    int before = messagesOf(phone("A")).size();
    JsonObject whom = JsonObject.of("partyId", scene.partyId("A"), "send", false);
    scene.mediator.post(scene.room("/invites"), whom).expect(201);
    assertEquals(before, messagesOf(phone("A")).size());
  }

  @Test
  void nameAndTailAreCheckedOnlyBehindTheRightCode() {
    leak();
    JsonObject invite = invite("A");
    enter(invite, "000000", "杨演示", tail("A")).expect(400, "code-expired");
    String code = code(invite, phone("A"));
    String wrong = code.equals("111111") ? "222222" : "111111";
    enter(invite, wrong, "某某", "0000").expect(400, "code-wrong");
    Answer missing = enter(invite, code, null, null).expect(400, "invalid-fields");
    assertEquals(2, missing.json().getJsonArray("fields").size());
    enter(invite, code, "某某", tail("A")).expect(400, "identity-mismatch");
    enter(invite, code, "杨演示", "zzzz").expect(400, "identity-mismatch");
    JsonObject entered = enter(invite, code, " 杨 演示 ", tail("A")).expect(201).json();
    assertEquals(scene.roomId, entered.getString("roomId"));
    assertEquals("杨演示", entered.getJsonObject("person").getString("name"));
    enter(invite, code, "杨演示", tail("A")).expect(400, "code-expired");
  }

  @Test
  void guessingEndsInAThrottle() {
    leak();
    JsonObject invite = invite("A");
    String code = code(invite, phone("A"));
    for (int i = 0; i < 5; i++) {
      enter(invite, code, "某某" + i, "0000").expect(400, "identity-mismatch");
    }
    enter(invite, code, "杨演示", tail("A")).expect(429, "too-many-tries");
    JsonObject other = invite("B");
    String second = code(other, phone("B"));
    String wrong = second.equals("111111") ? "222222" : "111111";
    for (int i = 0; i < 5; i++) {
      enter(other, wrong, "邓演示", tail("B")).expect(400, "code-wrong");
    }
    enter(other, second, "邓演示", tail("B")).expect(429, "too-many-tries");
  }

  @Test
  void whoHasBeenInComesBackByLinkAndCodeIntoTheSameSeat() {
    leak();
    JsonObject invite = invite("B");
    Actor first =
        Actor.entered(
            server.port(),
            enter(invite, code(invite, phone("B")), "演示拆违施工有限公司", tail("B")).expect(201).json());
    String seat = scene.view(first).getJsonObject("self").getString("memberId");
    JsonObject again = enter(invite, code(invite, phone("B")), null, null).expect(201).json();
    Actor second = Actor.entered(server.port(), again);
    assertEquals(seat, scene.view(second).getJsonObject("self").getString("memberId"));
    enter(invite, code(invite, phone("B")), "某某", tail("B")).expect(400, "identity-mismatch");
  }

  @Test
  void anotherPhoneHasToShowNameAndTailAnew() {
    leak();
    JsonObject invite = invite("A");
    enter(invite, code(invite, phone("A")), "杨演示", tail("A")).expect(201);
    String path = "/disputes/" + scene.dispute.getString("id") + "/parties/" + scene.partyId("A");
    scene.mediator.patch(path, JsonObject.of("phone", "13911114444")).expect(200);
    String code = code(invite, "13911114444");
    enter(invite, code, null, null).expect(400, "invalid-fields");
    enter(invite, code, "杨演示", tail("A")).expect(201);
    enter(invite, code(invite, "13911114444"), null, null).expect(201);
  }

  @Test
  void aRevokedLinkAndAnEndedMembershipLeadNowhere() {
    leak();
    JsonObject invite = invite("A");
    scene.mediator.delete(scene.room("/invites/" + invite.getString("id"))).expect(204);
    String path = "/invites/" + invite.getString("token");
    visitor.get(path).expect(410, "invite-revoked");
    visitor.post(path + "/code").expect(410, "invite-revoked");
    scene.mediator.delete(scene.room("/invites/" + invite.getString("id"))).expect(404);

    scene.enter();
    Actor a = scene.parties.get("A");
    Line line = scene.line(a);
    scene.lawyer.delete(scene.room("/members/" + scene.seats.get("A"))).expect(404);
    scene.mediator.delete(scene.room("/members/" + scene.seats.get("A"))).expect(204);
    assertEquals(4403, line.awaitClose());
    a.get("/rooms/" + scene.roomId).expect(401);
    assertEquals(401, a.post("/socket-tickets", JsonObject.of("roomId", scene.roomId)).status());
  }

  @Test
  void onePhoneIsNeverTwoSides() {
    leak();
    String disputes = "/disputes/" + scene.dispute.getString("id");
    JsonObject agent =
        JsonObject.of(
            "partyId", scene.partyId("B"),
            "kind", "AGENT",
            "authority", "SPECIAL",
            "name", "丁演示",
            "phone", "13911112222",
            "idType", "PASSPORT",
            "idNumber", "E12345678");
    String id = scene.mediator.post(disputes + "/representatives", agent).expect(201).id();
    scene
        .mediator
        .patch(disputes + "/parties/" + scene.partyId("A"), JsonObject.of("phone", "139 1111 2222"))
        .expect(200);
    JsonObject a = JsonObject.of("partyId", scene.partyId("A"));
    scene.mediator.post(scene.room("/invites"), a).expect(409, "phone-shared");
    JsonObject other = JsonObject.of("representativeId", id);
    scene.mediator.post(scene.room("/invites"), other).expect(409, "phone-shared");
    scene.mediator.post(scene.room("/invites"), new JsonObject()).expect(400);
    JsonObject stranger = JsonObject.of("partyId", Scene.leak(server.port()).partyId("A"));
    scene.mediator.post(scene.room("/invites"), stranger).expect(404);
  }

  @Test
  void anAgentSitsOnHisPartysSideAndDecidesForIt() {
    leak();
    JsonObject agent =
        JsonObject.of(
            "partyId", scene.partyId("A"),
            "kind", "AGENT",
            "authority", "GENERAL",
            "name", "阿依古丽·演示",
            "phone", "13911113333",
            "idType", "PASSPORT",
            "idNumber", "E12345678");
    String path = "/disputes/" + scene.dispute.getString("id") + "/representatives";
    String id = scene.mediator.post(path, agent).expect(201).id();
    JsonObject invite =
        scene
            .mediator
            .post(scene.room("/invites"), JsonObject.of("representativeId", id))
            .expect(201)
            .json();
    JsonObject session =
        enter(invite, code(invite, "13911113333"), "阿依古丽•演示", "5678").expect(201).json();
    Actor entered = Actor.entered(server.port(), session);
    JsonObject self = scene.view(entered).getJsonObject("self");
    assertEquals("AGENT", self.getString("role"));
    assertEquals("A", self.getString("side"));
    JsonObject yes = JsonObject.of("kind", "ONLINE_MEDIATION", "given", true);
    scene.consent(entered, yes).expect(200);
    String missing = scene.view(scene.mediator).getJsonArray("missingToOpen").encode();
    assertFalse(missing.contains("杨演示 还没有同意线上调解"), missing);
    JsonObject seen = entered.get("/disputes/" + scene.dispute.getString("id")).json();
    assertTrue(seen.getJsonArray("parties").getJsonObject(0).containsKey("idNumber"));
  }

  @Test
  void aPartySeesItsOwnWholeAndOfOthersSideAndName() {
    scene = Scene.leak(server.port()).room().enter();
    Actor a = scene.parties.get("A");
    JsonObject seen = a.get("/disputes/" + scene.dispute.getString("id")).expect(200).json();
    JsonObject other = seen.getJsonArray("parties").getJsonObject(1);
    assertEquals(JsonObject.of("side", "B", "name", "演示拆违施工有限公司"), other);
    JsonObject own = seen.getJsonArray("parties").getJsonObject(0);
    assertEquals("****" + tail("A"), own.getString("idNumber"));
    assertFalse(seen.encode().contains("天花板"));

    String view = scene.view(a).encode();
    assertFalse(view.contains("邓演示") || view.contains("演示拆违"), view);
    assertFalse(view.contains(scene.seats.get("B")), view);
    assertFalse(view.contains(scene.lane(scene.mediator, "SIDE", "B")), view);
    assertFalse(view.contains("JOINT\"") && view.contains("\"kind\":\"JOINT\""), view);
    a.get("/rooms").expect(404);
    a.get("/disputes").expect(404);
    a.get("/people?role=MEDIATOR").expect(404);

    Scene another = Scene.leak(server.port()).room().enter();
    a.get("/rooms/" + another.roomId).expect(404);
    a.get("/disputes/" + another.dispute.getString("id")).expect(404);
    Actor twin = another.parties.get("A");
    assertNotEquals(another.roomId, scene.roomId);
    twin.get("/rooms/" + scene.roomId).expect(404);
  }

  @Test
  void onlyStaffWithTheRoleTakeASeat() {
    leak();
    Actor lawyer = Actor.staff(server.port(), "qian");
    JsonObject asMediator = JsonObject.of("personId", lawyer.personId(), "role", "MEDIATOR");
    scene.mediator.post(scene.room("/members"), asMediator).expect(400, "invalid-fields");
    JsonObject asParty = JsonObject.of("personId", lawyer.personId(), "role", "PARTY");
    scene.mediator.post(scene.room("/members"), asParty).expect(400, "invalid-fields");
    JsonObject right = JsonObject.of("personId", lawyer.personId(), "role", "NEUTRAL_LAWYER");
    lawyer.post(scene.room("/members"), right).expect(404);
    scene.lawyer.post(scene.room("/members"), right).expect(404);
    String seat =
        scene.mediator.post(scene.room("/members"), right).expect(201).json().getString("memberId");
    assertEquals(
        seat,
        scene
            .mediator
            .post(scene.room("/members"), right)
            .expect(201)
            .json()
            .getString("memberId"));
    lawyer.get("/rooms/" + scene.roomId).expect(200);
    lawyer.delete(scene.room("/members/" + seat)).expect(204);
    lawyer.get("/rooms/" + scene.roomId).expect(404);
    scene
        .mediator
        .delete(scene.room("/members/" + scene.mediatorSeat))
        .expect(409, "last-mediator");
    scene.clerk.get("/rooms/" + scene.roomId).expect(404);
    assertEquals(0, scene.clerk.get("/rooms").items().size());
    scene.clerk.get("/disputes/" + scene.dispute.getString("id")).expect(200);
  }

  @Test
  void hostAndTrackFitTheDispute() {
    scene = Scene.divorce(server.port());
    String path = "/disputes/" + scene.dispute.getString("id") + "/rooms";
    Actor officer = Actor.staff(server.port(), "zhang");
    JsonObject police =
        JsonObject.of("hostOrganisationId", "demo-police", "track", "PEOPLES_MEDIATION");
    scene.mediator.post(path, police).expect(409, "host-not-lawful");
    JsonObject commercial =
        JsonObject.of("hostOrganisationId", "demo-committee", "track", "COMMERCIAL");
    scene.mediator.post(path, commercial).expect(409, "track-not-allowed");
    scene.mediator.post(path, JsonObject.of("track", "NOTHING")).expect(400, "invalid-fields");
    JsonObject right =
        JsonObject.of("hostOrganisationId", "demo-committee", "track", "PEOPLES_MEDIATION");
    scene.clerk.post(path, right).expect(404);
    JsonObject room = officer.post(path, right).expect(201).json();
    assertEquals("COMMUNITY_POLICE", room.getJsonObject("self").getString("role"));
    assertEquals(
        List.of("SIDE", "SIDE", "STAFF", "JOINT", "NOTICE"),
        room.getJsonArray("lanes").stream()
            .map(lane -> ((JsonObject) lane).getString("kind"))
            .toList());
  }

  @Test
  void aSideMayJoinUntilTheRoomOpens() {
    leak();
    String disputes = "/disputes/" + scene.dispute.getString("id");
    JsonObject third = JsonObject.of("side", "C", "name", "戊演示");
    scene.mediator.post(disputes + "/parties", third).expect(201);
    JsonObject view = scene.mediator.post(scene.room("/sides")).expect(200).json();
    assertEquals(6, view.getJsonArray("lanes").size());
    scene.mediator.post(scene.room("/sides")).expect(200);
    assertEquals(6, scene.view(scene.mediator).getJsonArray("lanes").size());
    JsonObject whom =
        JsonObject.of(
            "partyId",
            scene
                .mediator
                .get(disputes)
                .json()
                .getJsonArray("parties")
                .getJsonObject(2)
                .getString("id"));
    scene.mediator.post(scene.room("/invites"), whom).expect(409, "phone-missing");
    scene.close();
    scene = Scene.liveLeak(server.port());
    scene
        .mediator
        .post("/disputes/" + scene.dispute.getString("id") + "/parties", third)
        .expect(409, "wrong-state");
  }

  @Test
  void whoIsInvitedAgainAfterLeavingComesBackOnlyByTheNewLink() {
    leak();
    scene.enter("A");
    Actor before = scene.parties.get("A");
    scene.mediator.delete(scene.room("/members/" + scene.seats.get("A"))).expect(204);
    before.get(scene.room("")).expect(401);
    scene.enter("A");
    scene.parties.get("A").get(scene.room("")).expect(200);
    before.get(scene.room("")).expect(401);
  }
}
