package org.yilian.separation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Line;
import org.yilian.client.Scene;

/** The same script with other private words of A: B's stream is the same, ids and times aside. */
class NonInterferenceIT {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void whatASaysLeavesNoTraceWithB() {
    String quiet = streamOfB(List.of());
    String terse = streamOfB(List.of("好"));
    String loud = streamOfB(List.of("我手里有他签过字的欠条", "他不知道我录了音", "最多让到五千"));
    assertTrue(quiet.contains("请说说您的情况"), quiet);
    assertEquals(quiet, terse);
    assertEquals(quiet, loud);
  }

  /** Everything that B's socket and B's questions brought, with ids and times made the same. */
  private static String streamOfB(List<String> confided) {
    Scene scene = Scene.liveLeak(SERVER.port());
    Actor b = scene.parties.get("B");
    Line ofA = scene.line(scene.parties.get("A"));
    Line ofB = scene.line(b);
    Line ofMediator = scene.line(scene.mediator);
    String laneA = scene.lane(scene.mediator, "SIDE", "A");
    String laneB = scene.lane(scene.mediator, "SIDE", "B");
    int n = 0;
    ofMediator.say(laneB, "mediator-1", "请说说您的情况");
    for (String words : confided) {
      ofA.say(laneA, "private-" + n++, words);
      ofMediator.say(laneA, "reply-" + n, "我记下了");
      ofA.send(JsonObject.of("type", "typing", "lane", laneA));
    }
    ofB.say(laneB, "b-1", "排水孔不是我们堵的");
    if (!confided.isEmpty()) {
      scene.parties.get("A").post(scene.room("/calls"), JsonObject.of("kind", "NEED_BREAK")).ok();
      ofA.cut();
    }
    ofB.say(laneB, "b-2", "但是我们愿意出修理费");
    ofMediator.say(laneB, "mediator-2", "好的，我再和您联系");
    ofB.awaitText("好的，我再和您联系");
    String seen =
        ofB.received()
            + scene.view(b).encode()
            + b.get(scene.room("/lanes/" + laneB + "/messages")).text();
    scene.close();
    return Sameness.of(seen);
  }
}
