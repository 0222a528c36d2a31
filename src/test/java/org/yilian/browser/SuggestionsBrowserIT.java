package org.yilian.browser;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Scene;
import org.yilian.language.ModelStub;

/** What a model proposes, on the pages of those who decide. */
class SuggestionsBrowserIT {
  private static final String SAID = "你们不讲理，漏了三个月，最少赔6500元";
  private static final String MILD = "漏水已经三个月，希望赔偿6500元。";
  private static final String STORY = "示例路楼下住户反映，楼上302住户家水管漏了三个月，吊顶坏了";

  @Test
  void nothingGoesInUnlessSomebodyTakesItOver() throws Exception {
    try (ModelStub model = new ModelStub();
        TestServer server = TestServer.start(model.settings(5))) {
      Scene scene = Scene.liveLeak(server.port());
      String lane = scene.lane(scene.mediator, "SIDE", "A");
      long seq = scene.line(scene.parties.get("A")).say(lane, SAID).getLong("seq");
      AtomicInteger asked = new AtomicInteger();
      model.behaves(response -> answer(response, asked.incrementAndGet(), seq));
      Browser.run(
          "suggestions.mjs",
          Map.of(
              "BASE",
              "http://127.0.0.1:" + server.port(),
              "ROOM",
              scene.roomId,
              "SIDE",
              scene.party("A").getString("name"),
              "SAID",
              SAID,
              "MILD",
              MILD,
              "STORY",
              STORY));
      scene.close();
    }
  }

  /** First it fails; then come the wording, the summary and the fields. */
  private static void answer(HttpServerResponse response, int time, long seq) {
    switch (time) {
      case 1 -> response.setStatusCode(500).end();
      case 2 -> ModelStub.say(response, MILD);
      case 3 -> ModelStub.say(response, "漏水三个月，要求赔偿6500元[" + seq + "]");
      default ->
          ModelStub.say(
              response,
              JsonObject.of("type", "NEIGHBOUR", "cause", "楼上漏水三个月", "address", "示例路").encode());
    }
  }
}
