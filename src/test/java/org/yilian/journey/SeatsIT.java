package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Scene;

/** Who may sit in a room, on which side, and what a seat shows. */
class SeatsIT extends InviteTests {
  @Test
  void onePhoneIsNeverTwoSides() {
    leak();
    String disputes = "/disputes/" + scene.dispute.getString("id");
    String id = scene.addAgent("B", "SPECIAL", "丁演示", "13911112222");
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
    String id = scene.addAgent("A", "GENERAL", "阿依古丽·演示", "13911113333");
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
}
