package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.Gate;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Line;
import org.yilian.client.Scene;

/** Pages that were read before a recall, or before something was said, and arrive after that. */
class PagesUnderWayIT {
  private static final String WORDS = "这句话说错了要收回";
  private static final String SINCE = "页面读出来以后才说的话";

  private final TestServer server = TestServer.shared();
  private Scene scene;
  private Actor a;
  private Line speaker;
  private Line present;
  private Line b;
  private String lane;
  private String messages;
  private long seq;

  @BeforeEach
  void say() {
    scene = Scene.liveLeak(server.port());
    a = scene.parties.get("A");
    lane = scene.lane(a, "SIDE", "A");
    messages = scene.room("/lanes/" + lane + "/messages");
    present = scene.line(scene.lawyer);
    b = scene.line(scene.parties.get("B"));
    speaker = scene.line(a);
    seq = speaker.say(lane, WORDS).getLong("seq");
    present.awaitText(WORDS);
  }

  @AfterEach
  void leave() {
    scene.close();
  }

  private Gate closed() {
    return Gate.closed(server, "messages", "order by [ms]\\.seq limit");
  }

  private void recall() {
    a.post(messages + "/" + seq + "/recall").expect(204);
    present.await("recalled", frame -> frame.getLong("seq") == seq);
  }

  /** One that was there when the recall was told, and one that came later and shares the page. */
  @Test
  void whoComesBackIsNotSentTheWords() {
    try (Gate gate = closed()) {
      Line before = scene.entering(scene.lawyer);
      gate.awaitHeld(1);
      recall();
      Line after = scene.entering(scene.lawyer);
      after.await("welcome", frame -> true);
      gate.open();
      assertShownWithoutWords(before);
      assertShownWithoutWords(after);
    }
    assertFalse(b.untilNow().contains(lane));
  }

  private void assertShownWithoutWords(Line line) {
    line.awaitBacklogs();
    JsonObject shown = line.await("message", frame -> isRecalled(frame));
    assertEquals(JsonObject.of("kind", "recalled"), shown.getJsonObject("body"));
    assertFalse(line.received().contains(WORDS));
  }

  private boolean isRecalled(JsonObject frame) {
    return lane.equals(frame.getString("lane")) && frame.getLong("seq") == seq;
  }

  /** The page was read before it was said, and whoever shares it came after. */
  @Test
  void whoSharesAPageIsSentWhatWasSaidSinceItWasRead() {
    try (Gate gate = closed()) {
      Line before = scene.entering(scene.lawyer);
      gate.awaitHeld(1);
      speaker.say(lane, SINCE);
      present.awaitText(SINCE);
      Line after = scene.entering(scene.lawyer);
      after.await("welcome", frame -> true);
      gate.open();
      before.awaitText(SINCE);
      after.awaitText(SINCE);
    }
    assertFalse(b.untilNow().contains(SINCE));
  }

  @Test
  void aPageOverHttpHasThemNoLonger() {
    try (Gate gate = closed()) {
      CompletableFuture<Answer> page =
          CompletableFuture.supplyAsync(() -> scene.lawyer.get(messages));
      gate.awaitHeld(1);
      recall();
      gate.open();
      assertFalse(page.join().expect(200).text().contains(WORDS));
    }
    scene.clerk.get(messages).expect(404);
  }
}
