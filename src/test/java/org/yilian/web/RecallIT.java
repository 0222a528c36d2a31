package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Member;

/** Taking back what one has just said. */
class RecallIT extends SocketTests {

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

  private String recallRefused(Member who, long seq) {
    return assertThrows(
            Refusal.class,
            () -> await(scene.recalls.recall(caller(who), room.id, room.lane("A"), seq)))
        .code();
  }
}
