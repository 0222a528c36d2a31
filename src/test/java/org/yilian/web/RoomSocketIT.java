package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Member;
import org.yilian.rooms.MemberRole;
import org.yilian.rooms.Posted;
import org.yilian.rooms.RoomStatus;
import org.yilian.rooms.TestRoom;

/**
 * What each socket is sent, and what it is not. In every test of a delivery there is somebody who
 * is connected and must get nothing.
 */
class RoomSocketIT {
  private static SocketScene scene;

  private TestRoom room;
  private Member partyA;
  private Member partyB;
  private Member mediator;
  private Member outsider;

  @BeforeAll
  static void start() {
    scene = new SocketScene(SocketLimits.DEFAULT);
  }

  @AfterAll
  static void stop() {
    scene.stop();
  }

  @BeforeEach
  void people() {
    room = TestRoom.create(scene.database, "NEIGHBOUR", RoomStatus.CREATED);
    partyA = room.party("A");
    partyB = room.party("B");
    mediator = room.staff(MemberRole.MEDIATOR);
    outsider =
        TestRoom.create(scene.database, "NEIGHBOUR", RoomStatus.CREATED).staff(MemberRole.MEDIATOR);
  }

  @AfterEach
  void closeSockets() throws IOException {
    scene.closeSockets();
  }

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
  void aSocketThatComesBackGetsWhatItMissed() throws IOException {
    for (int i = 1; i <= 450; i++) {
      post(partyA, "A", "m" + i, "第" + i);
    }
    JsonObject after = JsonObject.of("after", JsonObject.of(room.lane("A"), 41));
    TestSocket a = scene.enter(partyA, after);
    a.next("welcome");
    for (int i = 42; i <= 450; i++) {
      assertEquals(i, a.next().getInteger("seq"));
    }
    assertEquals(live("A"), a.next());
    TestSocket tail = scene.enter(mediator, JsonObject.of("tail", 50));
    tail.next("welcome");
    assertEquals(401, tail.next("message").getInteger("seq"));
    TestSocket ahead =
        scene.enter(partyA, JsonObject.of("after", JsonObject.of(room.lane("A"), 9_999)));
    ahead.untilNow();
    post(mediator, "A", "n1", "新的");
    assertEquals(451, ahead.next("message").getInteger("seq"));
  }

  @Test
  void nothingIsLostOrDoubledWhileTheBacklogIsRead() throws IOException {
    for (int i = 1; i <= 300; i++) {
      post(partyA, "A", "m" + i, "第" + i);
    }
    TestSocket writer = scene.enter(partyA);
    TestSocket m = scene.enter(mediator, JsonObject.of());
    for (int i = 1; i <= 40; i++) {
      writer.send(say("A", "w" + i, "新" + i));
    }
    for (int i = 1; i <= 340; i++) {
      assertEquals(i, m.next("message").getInteger("seq"));
    }
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
  void anEndedMembershipClosesItsSocketsWithinASecond() throws IOException {
    TestSocket m = scene.enter(mediator);
    TestSocket a = scene.enter(partyA);
    room.end(mediator);
    await(scene.hub.refresh(room.id));
    assertEquals(4403, m.closed().code());
    a.send(say("A", "c1", "还有人吗"));
    assertEquals("ack", a.next("ack").getString("type"));
    assertThrows(Refusal.class, () -> scene.ticket(mediator));
  }

  @Test
  void aSessionThatEndsTakesItsSocketsAlong() throws IOException {
    org.yilian.identity.Caller caller = caller(partyA);
    String ticket = await(scene.tickets.issue(caller, room.id)).value();
    TestSocket a = scene.connect();
    a.send(JsonObject.of("type", "hello", "ticket", ticket));
    a.next("welcome");
    TestSocket other = scene.enter(partyA);
    scene.hub.endSession(caller.sessionId());
    assertEquals(4401, a.closed().code());
    assertEquals(List.of(), other.untilNow());
  }

  @Test
  void theJointLaneAppearsOnceItOpens() throws IOException {
    TestSocket a = scene.enter(partyA);
    TestSocket x = scene.enter(outsider);
    room.status(RoomStatus.JOINT);
    await(scene.hub.refresh(room.id));
    JsonObject status = a.next();
    assertEquals(List.of("roomStatus", "JOINT"), values(status, "type", "status"));
    assertEquals(3, status.getJsonArray("lanes").size());
    assertEquals(live("JOINT"), a.next());
    post(partyB, "JOINT", "j1", "大家好");
    assertEquals(author(partyB), a.next("message").getJsonObject("author"));
    assertEquals(List.of(), x.untilNow());
  }

  @Test
  void aPauseIsToldWithoutAReason() throws IOException {
    TestSocket a = scene.enter(partyA);
    room.status(RoomStatus.PAUSED);
    await(scene.hub.refresh(room.id));
    JsonObject status = a.next();
    assertEquals(List.of("roomStatus", "PAUSED"), values(status, "type", "status"));
    assertEquals(3, status.size());
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
  void aRecalledMessageIsGoneForAllButMediators() throws IOException {
    TestSocket a = scene.enter(partyA);
    TestSocket b = scene.enter(partyB);
    TestSocket m = scene.enter(mediator);
    post(partyA, "A", "m1", "说错了");
    await(scene.recalls.recall(caller(partyA), room.id, room.lane("A"), 1));
    JsonObject recalled = JsonObject.of("type", "recalled", "lane", room.lane("A"), "seq", 1);
    assertEquals(recalled, m.next("recalled"));
    assertEquals(recalled, a.next("recalled"));
    assertEquals(List.of(), b.untilNow());
    JsonObject forA = history(partyA).get(0);
    assertEquals(JsonObject.of("kind", "recalled"), forA.getJsonObject("body"));
    assertFalse(forA.encode().contains("说错了"));
    assertEquals("说错了", history(mediator).get(0).getJsonObject("original").getString("text"));
  }

  @Test
  void nobodyRecallsLateNorWhatWentOn() {
    post(partyA, "A", "m1", "太晚了");
    scene.clock.pass(Duration.ofMinutes(2).plusMillis(1));
    assertEquals("recall-too-late", recallRefused(partyA, 1));
    post(partyA, "A", "m2", "转述了");
    JsonObject source = JsonObject.of("lane", room.lane("A"), "seq", 2, "mode", "VERBATIM");
    JsonObject body = JsonObject.of("kind", "text", "text", "转述了");
    await(scene.messages.post(room.lane("B"), mediator.id(), null, body, source));
    assertEquals("already-relayed", recallRefused(partyA, 2));
    post(partyA, "A", "m3", "写进协议了");
    room.run("insert into quotes values ($1, 3, 'agreement', now())", room.lane("A"));
    assertEquals("already-quoted", recallRefused(partyA, 3));
    assertEquals("not-found", recallRefused(mediator, 3));
    assertEquals("not-found", recallRefused(partyB, 3));
  }

  @Test
  void whatWasRecalledIsNotRelayed() {
    post(partyA, "A", "m1", "收回");
    await(scene.recalls.recall(caller(partyA), room.id, room.lane("A"), 1));
    JsonObject source = JsonObject.of("lane", room.lane("A"), "seq", 1, "mode", "VERBATIM");
    JsonObject body = JsonObject.of("kind", "text", "text", "收回");
    Refusal refused =
        assertThrows(
            Refusal.class,
            () -> await(scene.messages.post(room.lane("B"), mediator.id(), null, body, source)));
    assertEquals("message-recalled", refused.code());
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

  @Test
  void aRoomWithoutItsLawyerPausesAfterTheGrace() throws IOException {
    Member lawyer = room.staff(MemberRole.NEUTRAL_LAWYER);
    TestSocket l = scene.enter(lawyer);
    TestSocket a = scene.enter(partyA);
    TestSocket m = scene.enter(mediator);
    room.status(RoomStatus.LIVE_SEPARATED);
    await(scene.hub.refresh(room.id));
    a.next("roomStatus");
    scene.leave(l);
    assertEquals("paused", a.next("message").getJsonObject("body").getString("code"));
    JsonObject status = a.next("roomStatus");
    assertEquals("PAUSED", status.getString("status"));
    JsonObject notice = m.next("message");
    while (!room.lane("STAFF").equals(notice.getString("lane"))) {
      notice = m.next("message");
    }
    assertEquals("lawyer-left", notice.getJsonObject("body").getString("code"));
  }

  @Test
  void aLawyerWhoReturnsInTimeKeepsTheRoomOpen() throws IOException {
    Member lawyer = room.staff(MemberRole.NEUTRAL_LAWYER);
    TestSocket l = scene.enter(lawyer);
    TestSocket a = scene.enter(partyA);
    room.status(RoomStatus.LIVE_SEPARATED);
    await(scene.hub.refresh(room.id));
    a.next("roomStatus");
    scene.leave(l);
    scene.enter(lawyer);
    await(scene.vertx.timer(SocketScene.GRACE.toMillis() * 2));
    assertEquals(List.of(), a.untilNow());
  }

  @Test
  void whatIsPostedWhileTheDatabaseAnswersLateStillReachesEverybody() throws IOException {
    TestSocket m = scene.enter(mediator);
    TestSocket b = scene.enter(partyB);
    // As after a commit whose answer was lost: stored, and told to nobody.
    room.run(
        """
        insert into messages (lane_id, seq, member_id, client_id, sent_at, body)
        values ($1, 1, $2, 'lost', now(), '{"kind": "text", "text": "差点丢了"}')
        """,
        room.lane("A"),
        partyA.id());
    room.run("update lanes set last_seq = 1 where id = $1", room.lane("A"));
    post(partyA, "A", "lost", "差点丢了");
    assertEquals("差点丢了", text(m.next("message")));
    assertEquals(List.of(), b.untilNow());
  }

  @Test
  void whatWasStoredWithoutAWordArrivesWithTheNextSweep() throws IOException {
    TestSocket m = scene.enter(mediator);
    TestSocket b = scene.enter(partyB);
    room.run(
        """
        insert into messages (lane_id, seq, member_id, client_id, sent_at, body)
        values ($1, 1, $2, 'lost', now(), '{"kind": "text", "text": "没人再提"}')
        """,
        room.lane("A"),
        partyA.id());
    room.run("update lanes set last_seq = 1 where id = $1", room.lane("A"));
    assertEquals("没人再提", text(m.next("message")));
    assertEquals(List.of(), b.untilNow());
  }

  @Test
  void aWriterThatLosesItsConnectionLosesAndDoublesNothing() throws IOException {
    TestSocket m = scene.enter(mediator);
    int count = 400;
    for (int i = 1; i <= count; i++) {
      sayUntilStored("k" + i);
      if (i % 100 == 50) {
        room.run(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
            """);
      }
    }
    for (int i = 1; i <= count; i++) {
      assertEquals(i, m.next("message").getInteger("seq"));
    }
    assertEquals(List.of(), m.untilNow());
    assertEquals(count, await(lastSeq()));
  }

  /** As a client does: the same message again, until there is an answer. */
  private void sayUntilStored(String clientId) {
    JsonObject body = JsonObject.of("kind", "text", "text", clientId);
    Future<Posted> posted = scene.messages.post(room.lane("A"), partyA.id(), clientId, body, null);
    try {
      await(posted);
    } catch (Refusal again) {
      assertEquals("try-again", again.code());
      sayUntilStored(clientId);
    }
  }

  private Future<Integer> lastSeq() {
    return scene
        .database
        .pool()
        .preparedQuery("select last_seq from lanes where id = $1")
        .execute(Tuple.of(room.lane("A")))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  private String recallRefused(Member who, long seq) {
    return assertThrows(
            Refusal.class,
            () -> await(scene.recalls.recall(caller(who), room.id, room.lane("A"), seq)))
        .code();
  }

  private List<JsonObject> history(Member reader) {
    return await(scene.messages.history(caller(reader), room.id, room.lane("A"), 0, 100));
  }

  private void post(Member speaker, String lane, String clientId, String text) {
    await(
        scene.messages.say(
            caller(speaker), room.id, TestRoom.say(room.lane(lane), clientId, text)));
  }

  private JsonObject say(String lane, String clientId, String text) {
    return JsonObject.of("type", "say", "lane", room.lane(lane), "clientId", clientId)
        .put("body", JsonObject.of("kind", "text", "text", text));
  }

  private JsonObject live(String lane) {
    return JsonObject.of("type", "live", "lane", room.lane(lane));
  }

  private static JsonObject author(Member member) {
    return JsonObject.of("memberId", member.id(), "role", "PARTY", "side", member.side())
        .put("name", "演示PARTY" + member.side());
  }

  private static String text(JsonObject message) {
    return message.getJsonObject("body").getString("text");
  }

  private static List<Object> values(JsonObject json, String... names) {
    return java.util.Arrays.stream(names).map(json::getValue).toList();
  }
}
