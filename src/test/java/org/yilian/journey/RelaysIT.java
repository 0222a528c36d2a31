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

/** What one side said reaches another only in words that it allowed, and without its trace. */
class RelaysIT extends SceneTests {
  private static final String SAID = "我最多能接受六千五百元";

  private Actor a;
  private Actor b;
  private String laneA;
  private String laneB;
  private long seq;

  private void live() {
    scene = Scene.liveLeak(server.port());
    a = scene.parties.get("A");
    b = scene.parties.get("B");
    laneA = scene.lane(scene.mediator, "SIDE", "A");
    laneB = scene.lane(scene.mediator, "SIDE", "B");
    seq = scene.line(a).say(laneA, SAID).getLong("seq");
  }

  private Answer relay(Actor actor, String text, String mode) {
    JsonObject body =
        JsonObject.of("fromLane", laneA, "seq", seq, "toLane", laneB, "text", text, "mode", mode);
    return actor.post(scene.room("/relays"), body);
  }

  private Answer decide(Actor actor, JsonObject consent) {
    String path = "/messages/" + laneA + "/" + seq + "/relay-consent";
    return actor.post(scene.room(path), consent);
  }

  @Test
  void nothingIsPassedOnWithoutItsAuthor() {
    live();
    relay(scene.mediator, SAID, "VERBATIM").expect(409, "author-consent-missing");
    relay(scene.mediator, "对方愿意谈", "REWORDED").expect(409, "author-consent-missing");
    decide(a, JsonObject.of("allow", "VERBATIM")).expect(200);
    relay(scene.mediator, SAID + "。", "VERBATIM").expect(409, "not-verbatim");
    relay(scene.mediator, "对方愿意谈", "REWORDED").expect(409, "author-consent-missing");
    decide(a, JsonObject.of("allow", "REWORDED")).expect(400, "invalid-fields");
    decide(a, JsonObject.of("allow", "REWORDED", "text", "对方愿意谈")).expect(200);
    relay(scene.mediator, SAID, "VERBATIM").expect(409, "author-consent-missing");
    relay(scene.mediator, "对方很愿意谈", "REWORDED").expect(409, "wording-not-approved");
    relay(scene.mediator, "对方愿意谈", "REWORDED").expect(201);
    decide(a, JsonObject.of("allow", "NONE")).expect(200);
    relay(scene.mediator, "对方愿意谈", "REWORDED").expect(409, "author-consent-missing");
    decide(a, JsonObject.of("allow", "REWORDED", "anyWording", true)).expect(200);
    relay(scene.mediator, "数额上有余地", "REWORDED").expect(201);
  }

  @Test
  void theReceivingSideSeesNothingOfWhereItCameFrom() {
    live();
    Line other = scene.line(b);
    Line staff = scene.line(scene.lawyer);
    decide(a, JsonObject.of("allow", "VERBATIM")).expect(200);
    JsonObject relayed = relay(scene.mediator, SAID, "VERBATIM").expect(201).json();
    assertEquals(laneB, relayed.getString("lane"));
    JsonObject received = other.awaitText(SAID);
    assertEquals(scene.mediatorSeat, received.getJsonObject("author").getString("memberId"));
    assertFalse(received.containsKey("relayOf"));
    String everything = other.untilNow();
    assertFalse(everything.contains(laneA) || everything.contains(scene.seats.get("A")));
    String history = b.get(scene.room("/lanes/" + laneB + "/messages")).expect(200).text();
    assertFalse(history.contains(laneA) || history.contains("relayOf"));
    assertTrue(staff.awaitText(SAID).getString("lane").equals(laneA));
    JsonObject listed = scene.lawyer.get(scene.room("/relays")).items().getJsonObject(0);
    assertEquals(laneA, listed.getString("fromLane"));
    assertEquals("VERBATIM", listed.getString("mode"));
    for (Actor outsider : List.of(a, b, scene.clerk)) {
      outsider.get(scene.room("/relays")).expect(404);
    }
  }

  @Test
  void onlyTheAuthorDecidesAndOnlyTheMediatorPassesOn() {
    live();
    for (Actor other : List.of(b, scene.mediator, scene.lawyer, scene.clerk)) {
      decide(other, JsonObject.of("allow", "VERBATIM")).expect(404);
    }
    decide(a, JsonObject.of("allow", "VERBATIM")).expect(200);
    for (Actor other : List.of(a, b, scene.lawyer, scene.clerk)) {
      relay(other, SAID, "VERBATIM").expect(404);
    }
    String consents = scene.room("/lanes/" + laneA + "/relay-consents");
    assertEquals(1, a.get(consents).expect(200).items().size());
    assertEquals(1, scene.mediator.get(consents).expect(200).items().size());
    b.get(consents).expect(404);
    seq = 999;
    relay(scene.mediator, SAID, "VERBATIM").expect(404);
    decide(a, JsonObject.of("allow", "VERBATIM")).expect(404);
  }

  @Test
  void whoSitsOnTheSameSideDoesNotDecideForTheAuthor() {
    live();
    Actor agent = agentOfA();
    JsonObject yes = JsonObject.of("allow", "VERBATIM");
    assertTrue(agent.get(scene.room("/lanes/" + laneA + "/messages")).text().contains(SAID));
    decide(agent, yes).expect(404);
    relay(scene.mediator, SAID, "VERBATIM").expect(409, "author-consent-missing");
  }

  private Actor agentOfA() {
    String id = scene.addAgent("A", "SPECIAL", "丁演示", "13911115555");
    JsonObject whom = JsonObject.of("representativeId", id);
    JsonObject invite = scene.mediator.post(scene.room("/invites"), whom).expect(201).json();
    String door = "/invites/" + invite.getString("token");
    Actor visitor = Actor.stranger(server.port());
    visitor.post(door + "/code").expect(204);
    JsonObject typed =
        JsonObject.of("code", scene.code("13911115555"), "name", "丁演示", "idTail", "5678");
    return Actor.entered(server.port(), visitor.post(door + "/enter", typed).expect(201).json());
  }

  @Test
  void whatIsPassedOnIsNotTakenBackAndWhatWasTakenBackIsNotPassedOn() {
    live();
    decide(a, JsonObject.of("allow", "VERBATIM")).expect(200);
    relay(scene.mediator, SAID, "VERBATIM").expect(201);
    String recall = scene.room("/lanes/" + laneA + "/messages/" + seq + "/recall");
    a.post(recall).expect(409, "already-relayed");
    seq = scene.line(a).say(laneA, "这句话我收回").getLong("seq");
    decide(a, JsonObject.of("allow", "VERBATIM")).expect(200);
    a.post(scene.room("/lanes/" + laneA + "/messages/" + seq + "/recall")).expect(204);
    relay(scene.mediator, "这句话我收回", "VERBATIM").expect(404);
  }

  @Test
  void outOfSessionNothingIsPassedOnOrProposed() {
    live();
    decide(a, JsonObject.of("allow", "VERBATIM")).expect(200);
    scene.mediator.post(scene.room("/pause"), JsonObject.of("reason", "冷静一下")).expect(200);
    relay(scene.mediator, SAID, "VERBATIM").expect(409, "not-in-session");
    scene.mediator.post(scene.room("/joint")).expect(409, "not-in-session");
    JsonObject proposal = JsonObject.of("lanes", JsonArray.of(laneA), "text", "先付一半");
    scene.mediator.post(scene.room("/proposals"), proposal).expect(409, "not-in-session");
    scene.line(a).say(laneA, "我想补充一点");
    assertFalse(scene.line(b).untilNow().contains("冷静一下"));
    scene.mediator.post(scene.room("/resume")).expect(200);
    relay(scene.mediator, SAID, "VERBATIM").expect(201);
  }

  @Test
  void theAuthorIsAskedByACardInTheOwnLane() {
    live();
    Line own = scene.line(a);
    Line other = scene.line(b);
    JsonObject ask = JsonObject.of("lane", laneA, "seq", seq, "mode", "REWORDED", "text", "对方愿意谈");
    scene.mediator.post(scene.room("/relay-requests"), ask).expect(201);
    JsonObject card =
        own.await("message", f -> "relayRequest".equals(f.getJsonObject("body").getString("kind")));
    assertEquals(seq, card.getJsonObject("body").getLong("ofSeq"));
    assertFalse(other.untilNow().contains("relayRequest"));
    scene.lawyer.post(scene.room("/relay-requests"), ask).expect(404);
  }

  @Test
  void aHandoverIsToldToTheSideAndOpensTheLaneFromItsStart() {
    live();
    Actor second = Actor.staff(server.port(), "chen");
    String seat = scene.addStaff(second, "MEDIATOR");
    String history = scene.room("/lanes/" + laneA + "/messages");
    assertFalse(second.get(history).expect(200).text().contains(SAID));
    decide(a, JsonObject.of("allow", "VERBATIM")).expect(200);
    relay(second, SAID, "VERBATIM").expect(404);
    Line own = scene.line(a);
    Line other = scene.line(b);
    JsonObject why = JsonObject.of("lane", laneA, "reason", "王调解员出差");
    String path = scene.room("/members/" + seat + "/handover");
    scene.lawyer.post(path, why).expect(404);
    scene.mediator.post(path, new JsonObject()).expect(400);
    scene.mediator.post(path, why).expect(200);
    own.await("message", f -> f.encode().contains("王调解员出差"));
    assertFalse(other.untilNow().contains("王调解员出差"));
    assertTrue(second.get(history).expect(200).text().contains(SAID));
    assertEquals(
        0, second.get(scene.room("/lanes/" + laneB + "/messages?limit=1")).items().size() / 2);
  }

  @Test
  void anOfficerReadsASideOnlyWhileItConsents() {
    live();
    Actor officer = Actor.staff(server.port(), "zhang");
    String seat = scene.addStaff(officer, "COMMUNITY_POLICE");
    String history = scene.room("/lanes/" + laneA + "/messages");
    officer.get(history).expect(404);
    JsonObject why = JsonObject.of("lane", laneA, "reason", "了解情况");
    scene.mediator.post(scene.room("/members/" + seat + "/handover"), why).expect(404);
    JsonObject yes = JsonObject.of("kind", "PARTICIPANT", "memberId", seat, "given", true);
    scene.consent(a, yes).expect(200);
    officer.get(history).expect(200);
    officer.get(scene.room("/lanes/" + laneB + "/messages")).expect(404);
    Line line = scene.line(officer);
    scene.consent(a, yes.copy().put("given", false)).expect(200);
    officer.get(history).expect(404);
    scene.line(a).say(laneA, "只给调解员听");
    assertFalse(line.untilNow().contains("只给调解员听"));
    officer.post(scene.room("/end"), JsonObject.of("cause", "OTHER")).expect(404);
    officer.post(scene.room("/pause"), new JsonObject()).expect(200);
  }
}
