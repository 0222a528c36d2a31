package org.yilian.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.yilian.Gate;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Line;
import org.yilian.client.Scene;

/**
 * One room whose members are connected to two nodes. B, and whoever belongs to another room, get
 * nothing of what A says, on either.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class NodesTests {
  private static final int MESSAGES = 40;
  static final int GRACE_SECONDS = 1;

  TestServer one;
  TestServer two;
  Scene scene;
  Actor partyA;
  Line a;
  Line mediator;
  private Line lawyer;
  private Scene elsewhere;
  private Line b;
  private Line outsider;

  /** How the nodes wake each other. */
  abstract Map<String, String> settings();

  @BeforeAll
  void startNodes() {
    one = TestServer.start(settings());
    two = one.beside(settings());
  }

  @AfterAll
  void stopNodes() throws Exception {
    two.close();
    one.close();
  }

  /** Makes the second node deaf, so that it has to look for itself. */
  abstract void deafen() throws Exception;

  @BeforeEach
  void gather() {
    scene = Scene.leak(one.port()).room().enter().prepare();
    partyA = scene.parties.get("A");
    lawyer = scene.line(scene.lawyer);
    mediator = scene.line(scene.mediator.at(two.port()));
    scene.mediator.post(scene.room("/open")).expect(200);
    a = scene.line(partyA);
    b = scene.line(scene.parties.get("B").at(two.port()));
    elsewhere = Scene.leak(two.port()).room();
    outsider = elsewhere.line(Actor.staff(two.port(), "wang"));
  }

  @AfterEach
  void leave() {
    scene.close();
    elsewhere.close();
  }

  private String laneA() {
    return scene.lane(scene.mediator, "SIDE", "A");
  }

  @Test
  void bothNodesShowTheSameOrder() {
    String lane = laneA();
    List<CompletableFuture<Void>> speakers =
        List.of(
            CompletableFuture.runAsync(() -> sayMany(a, lane, "甲说第")),
            CompletableFuture.runAsync(() -> sayMany(mediator, lane, "调解员答第")));
    speakers.forEach(CompletableFuture::join);
    a.awaitText("调解员答第" + (MESSAGES - 1));
    mediator.awaitText("甲说第" + (MESSAGES - 1));
    List<String> history = history(lane);
    assertEquals(2 * MESSAGES, history.size());
    assertEquals(others(history, "调解员答第"), heard(a, lane));
    assertEquals(others(history, "甲说第"), heard(mediator, lane));
    String nothing = b.untilNow() + outsider.untilNow();
    assertFalse(nothing.contains("甲说第") || nothing.contains("调解员答第"));
  }

  private static void sayMany(Line line, String lane, String text) {
    for (int i = 0; i < MESSAGES; i++) {
      line.say(lane, text + i);
    }
  }

  private List<String> history(String lane) {
    String path = scene.room("/lanes/" + lane + "/messages?limit=500");
    return scene.mediator.get(path).expect(200).items().stream()
        .map(message -> ((JsonObject) message).getJsonObject("body").getString("text"))
        .toList();
  }

  private static List<String> others(List<String> history, String text) {
    return history.stream().filter(said -> said.startsWith(text)).toList();
  }

  private static List<String> heard(Line line, String lane) {
    return line.frames().stream()
        .filter(frame -> "message".equals(frame.getString("type")))
        .filter(frame -> lane.equals(frame.getString("lane")))
        .map(frame -> frame.getJsonObject("body").getString("text"))
        .toList();
  }

  @Test
  void presenceTypingSeenRecallAndTheStatusLineReachTheOtherNode() {
    String lane = laneA();
    String seat = scene.seats.get("A");
    mediator.await("presence", frame -> is(frame, seat) && frame.getBoolean("online"));
    a.send(JsonObject.of("type", "typing", "lane", lane));
    mediator.await("typing", frame -> is(frame, seat));
    long seq = a.say(lane, "说错了").getLong("seq");
    mediator.awaitText("说错了");
    recall(lane, seq);
    mediator.await("recalled", frame -> frame.getLong("seq") == seq);
    long answer = mediator.say(lane, "没关系").getLong("seq");
    a.awaitText("没关系");
    a.send(JsonObject.of("type", "seen", "lane", lane, "seq", answer));
    mediator.await("seen", frame -> frame.getLong("seq") == answer);
    String line = "调解员正在和对方谈 · 约 10 分钟";
    JsonObject shown = JsonObject.of("side", "A", "text", line);
    scene.mediator.at(two.port()).post(scene.room("/status-line"), shown).ok();
    a.await("statusLine", frame -> line.equals(frame.getString("text")));
    a.cut();
    mediator.await("presence", frame -> is(frame, seat) && !frame.getBoolean("online"));
    assertFalse(b.untilNow().contains(seat), "B noticed something of A");
    assertFalse(outsider.untilNow().contains(seat));
  }

  private void recall(String lane, long seq) {
    partyA.post(scene.room("/lanes/" + lane + "/messages/" + seq + "/recall")).ok();
  }

  @Test
  void whatIsRecalledWhileAnotherNodeReadsItIsShownThereWithoutItsWords() {
    String lane = laneA();
    Line there = scene.line(scene.lawyer.at(two.port()));
    try (Gate gate = Gate.closed(one, "messages", "order by s\\.seq limit")) {
      long seq = a.say(lane, "还没到就收回").getLong("seq");
      gate.awaitHeld(1);
      recall(lane, seq);
      there.await("recalled", frame -> frame.getLong("seq") == seq);
      gate.open();
      there.await("message", frame -> frame.getLong("seq") == seq);
    }
    assertFalse(there.received().contains("还没到就收回"));
    assertFalse((b.untilNow() + outsider.untilNow()).contains(lane));
  }

  @Test
  void whoComesFromAnotherNodeIsNotSentAgainWhatHeHas() {
    String lane = laneA();
    try (Gate gate = Gate.closed(one, "messages", "order by s\\.seq limit")) {
      long seq = a.say(lane, "那边已经有了").getLong("seq");
      gate.awaitHeld(1);
      Line there = scene.entering(partyA.at(two.port()), JsonObject.of(lane, seq));
      there.await("welcome", frame -> true);
      gate.open();
      there.awaitBacklogs();
      assertFalse(there.untilNow().contains("那边已经有了"));
    }
  }

  @Test
  void whoHasBeenWelcomedIsPresentForEveryNode() {
    Scene fresh = Scene.leak(one.port()).room().enter().prepare();
    try (Gate gate = Gate.closed(one, "presences", "insert into presences")) {
      CompletableFuture<Answer> opened = CompletableFuture.supplyAsync(() -> openAcross(fresh));
      gate.awaitHeld(1);
      assertThrows(TimeoutException.class, () -> opened.get(500, TimeUnit.MILLISECONDS));
      gate.open();
      opened.join().expect(200);
    } finally {
      fresh.close();
    }
  }

  /** The mediator's socket is on one node, and the other one is asked to open. */
  private Answer openAcross(Scene fresh) {
    fresh.line(fresh.lawyer);
    fresh.line(fresh.mediator.at(two.port()));
    return fresh.mediator.post(fresh.room("/open"));
  }

  private static boolean is(JsonObject frame, String memberId) {
    return memberId.equals(frame.getString("memberId"));
  }

  @Test
  void anEndedMembershipReadsNothingMoreOnAnyNode() {
    String lane = laneA();
    Actor police = Actor.staff(two.port(), "zhang");
    String seat = scene.addStaff(police, "COMMUNITY_POLICE");
    scene
        .consent(partyA, JsonObject.of("kind", "PARTICIPANT", "memberId", seat, "given", true))
        .ok();
    Line p = scene.line(police);
    a.say(lane, "这句民警看得到");
    p.awaitText("这句民警看得到");
    long asked = System.nanoTime();
    scene.mediator.delete(scene.room("/members/" + seat)).expect(204);
    a.say(lane, "这句民警看不到");
    assertEquals(4403, p.awaitClose());
    assertTrue(Duration.ofNanos(System.nanoTime() - asked).toMillis() < 1_000, "closed too late");
    assertFalse(p.received().contains("这句民警看不到"));
    police.get(scene.room("")).expect(404);
  }

  @Test
  void anEndedSessionTakesItsSocketsAlongOnAnyNode() {
    Line there = scene.line(partyA.at(two.port()));
    partyA.delete("/sessions/current").expect(204);
    assertEquals(4401, there.awaitClose());
    assertEquals(4401, a.awaitClose());
  }

  @Test
  void theFifthSocketOfAMemberClosesTheOldestOnAnyNode() {
    for (int i = 0; i < 3; i++) {
      scene.line(partyA.at(two.port()));
    }
    Line newest = scene.line(partyA.at(two.port()));
    assertEquals(4409, a.awaitClose());
    newest.say(laneA(), "还在");
  }

  /** Comes last: whoever comes next would meet a node that is still deaf. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aLostWakeCostsAboutASecond() throws Exception {
    String lane = laneA();
    long seq = a.say(lane, "先来一句").getLong("seq");
    mediator.awaitText("先来一句");
    deafen();
    long said = System.nanoTime();
    a.say(lane, "没有人叫醒");
    recall(lane, seq);
    mediator.awaitText("没有人叫醒");
    mediator.await("recalled", frame -> frame.getLong("seq") == seq);
    long millis = Duration.ofNanos(System.nanoTime() - said).toMillis();
    assertTrue(millis < 2_500, "late by " + millis + " ms");
  }

  @Test
  void aRoomPausesOnlyWhenNoNodeHasItsLawyer() {
    Line other = scene.line(scene.lawyer.at(two.port()));
    lawyer.cut();
    done(one.vertx().timer(2 * GRACE_SECONDS, TimeUnit.SECONDS));
    assertEquals("LIVE_SEPARATED", scene.view(scene.mediator).getString("status"));
    other.cut();
    a.await("roomStatus", frame -> "PAUSED".equals(frame.getString("status")));
  }

  static <T> T done(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
