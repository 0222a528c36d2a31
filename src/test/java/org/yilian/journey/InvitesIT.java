package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.yilian.Gate;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Line;

/** The way in: link, code, name and ID tail; and who stays outside. */
class InvitesIT extends InviteTests {
  private String phone(String side) {
    return visitor.get("/demo/outbox").json().getJsonArray("messages").stream()
        .map(message -> ((JsonObject) message).getString("phone"))
        .filter(phone -> phone.endsWith(scene.party(side).getString("phone").replace("*", "")))
        .findFirst()
        .orElseThrow();
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

  /** The invitation was looked at before it was revoked, and the seat would be taken after. */
  @Test
  void whoIsShutOutWhileHeEntersStaysOutside() {
    leak();
    JsonObject invite = invite("A");
    JsonObject entered =
        enter(invite, code(invite, phone("A")), "杨演示", tail("A")).expect(201).json();
    Actor a = Actor.entered(server.port(), entered);
    String seat = scene.view(a).getJsonObject("self").getString("memberId");
    String code = code(invite, phone("A"));
    try (Gate gate = Gate.closed(server, "invites", "select id, room_id, party_id")) {
      CompletableFuture<Answer> coming =
          CompletableFuture.supplyAsync(() -> enter(invite, code, "杨演示", tail("A")));
      gate.awaitHeld(1);
      scene.mediator.delete(scene.room("/members/" + seat)).expect(204);
      gate.open();
      coming.join().expect(410, "invite-revoked");
    }
    a.get(scene.room("")).expect(401);
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
