package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a socket is sent, and what it is not. */
class RoomSocketIT extends SocketTests {

  @Test
  void helloIsAnsweredWithWelcomeBacklogAndLive() throws IOException {
    post(partyA, "A", "m1", "先前的话");
    TestSocket a = scene.enter(partyA, JsonObject.of());
    JsonObject welcome = a.next();
    assertEquals("welcome", welcome.getString("type"));
    assertEquals(
        JsonObject.of("memberId", partyA.id(), "role", "PARTY", "side", "A"),
        welcome.getJsonObject("self"));
    assertEquals(
        JsonObject.of("id", room.lane("A"), "kind", "SIDE", "side", "A", "lastSeq", 1),
        welcome.getJsonArray("lanes").getJsonObject(0));
    assertEquals(2, welcome.getJsonArray("lanes").size());
    JsonObject message = a.next();
    assertEquals("先前的话", text(message));
    assertEquals("m1", message.getString("clientId"));
    assertEquals(live("A"), a.next());
    assertEquals(live("NOTICE"), a.next());
  }

  @Test
  void whatASideSaysReachesItsLaneAndNobodyElse() throws IOException {
    TestSocket a = scene.enter(partyA);
    TestSocket a2 = scene.enter(partyA);
    TestSocket b = scene.enter(partyB);
    TestSocket m = scene.enter(mediator);
    TestSocket x = scene.enter(outsider);
    m.untilNow();
    a.send(say("A", "c1", "我只和您说"));
    JsonObject ack = a.next();
    assertEquals(List.of("ack", "c1", 1), values(ack, "type", "clientId", "seq"));
    JsonObject received = m.next();
    assertEquals("我只和您说", text(received));
    assertEquals(ack.getString("sentAt"), received.getString("sentAt"));
    assertEquals(author(partyA), received.getJsonObject("author"));
    assertFalse(received.containsKey("clientId"));
    assertEquals("c1", a2.next().getString("clientId"));
    assertEquals(List.of(), a.untilNow());
    assertEquals(List.of(), b.untilNow());
    assertEquals(List.of(), x.untilNow());
  }

  @Test
  void saidAgainIsAcknowledgedAgainAndNotDeliveredAgain() throws IOException {
    TestSocket a = scene.enter(partyA);
    TestSocket m = scene.enter(mediator);
    a.untilNow();
    a.send(say("A", "c1", "一句话"));
    JsonObject ack = a.next();
    m.next("message");
    a.send(say("A", "c1", "一句话"));
    assertEquals(ack, a.next());
    a.send(say("A", "c1", "另一句话"));
    assertEquals(
        List.of("refused", "c1", "client-id-reused"), values(a.next(), "type", "clientId", "code"));
    assertEquals(List.of(), m.untilNow());
  }

  @Test
  void aLaneOfOthersAndNoLaneAreRefusedAlike() throws IOException {
    TestSocket a = scene.enter(partyA);
    a.send(say("B", "c1", "偷听"));
    JsonObject ofOthers = a.next();
    assertEquals("no-such-lane", ofOthers.getString("code"));
    a.send(
        JsonObject.of("type", "say", "lane", "nowhere", "clientId", "c1")
            .put("body", JsonObject.of("kind", "text", "text", "偷听")));
    assertEquals(ofOthers, a.next());
  }

  @Test
  void aFrameThatCannotBeUsedIsRefusedAndTheSocketGoesOn() throws IOException {
    TestSocket a = scene.enter(partyA);
    a.send(JsonObject.of("type", "dance", "clientId", "c1"));
    JsonObject unknown = a.next();
    assertEquals("unknown-type", unknown.getString("code"));
    assertTrue(unknown.containsKey("clientId"));
    assertNull(unknown.getValue("clientId"));
    a.send(say("A", "no spaces", "话"));
    assertEquals("invalid-client-id", a.next().getString("code"));
    String lone = say("A", "c2", "X").encode().replace("X", "\\ud800");
    a.send(TestSocket.TEXT, true, lone.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("c2", "invalid-text"), values(a.next(), "clientId", "code"));
    a.send(say("A", "c3", "好"));
    assertEquals("ack", a.next().getString("type"));
  }

  @Test
  void oneSideNoticesNothingOfTheOther() throws IOException {
    TestSocket a = scene.enter(partyA);
    TestSocket m = scene.enter(mediator, JsonObject.of());
    m.next("welcome");
    assertEquals(List.of("presence", mediator.id()), values(a.next(), "type", "memberId"));
    assertEquals(partyA.id(), m.next("presence").getString("memberId"));
    TestSocket b = scene.enter(partyB);
    assertEquals(
        List.of("presence", partyB.id(), true),
        values(m.next("presence"), "type", "memberId", "online"));
    b.send(JsonObject.of("type", "typing", "lane", room.lane("B")));
    assertEquals(partyB.id(), m.next("typing").getString("memberId"));
    b.send(JsonObject.of("type", "typing", "lane", room.lane("A")));
    m.send(JsonObject.of("type", "typing", "lane", room.lane("A")));
    assertEquals(mediator.id(), a.next("typing").getString("memberId"));
    assertEquals(List.of(), b.untilNow());
    post(mediator, "B", "m1", "给乙的话");
    assertEquals("给乙的话", text(b.next()));
    b.send(JsonObject.of("type", "seen", "lane", room.lane("B"), "seq", 1));
    assertEquals(List.of(partyB.id(), 1), values(m.next("seen"), "memberId", "seq"));
    scene.leave(b);
    assertEquals(List.of(partyB.id(), false), values(m.next("presence"), "memberId", "online"));
    assertEquals(List.of(), a.untilNow());
  }

  @Test
  void aRepetitionIsHeldUntilItIsConfirmed() throws IOException {
    post(partyA, "A", "m1", "我最多能出三万元，不能再多了");
    TestSocket m = scene.enter(mediator);
    TestSocket b = scene.enter(partyB);
    JsonObject say = say("B", "h1", "他最多能出三万元，不能再多了");
    m.send(say);
    assertEquals(
        List.of("held", "h1", "repeats-other-side"),
        values(m.next("held"), "type", "clientId", "reason"));
    assertEquals(List.of(), b.untilNow());
    m.send(say.copy().put("confirmed", true));
    assertEquals("h1", m.next("ack").getString("clientId"));
    assertEquals("message", b.next().getString("type"));
  }
}
