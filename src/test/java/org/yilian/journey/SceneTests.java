package org.yilian.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Scene;

/** Tests that each play a {@link Scene} of their own, most at the one server that all share. */
abstract class SceneTests {
  final TestServer server;
  Scene scene;

  SceneTests() {
    this(TestServer.shared());
  }

  SceneTests(TestServer server) {
    this.server = server;
  }

  @AfterEach
  void hangUp() {
    if (scene != null) {
      scene.close();
    }
  }

  String status(Actor actor) {
    return scene.view(actor).getString("status");
  }

  Answer consent(Actor party, String kind, boolean given) {
    return scene.consent(party, JsonObject.of("kind", kind, "given", given));
  }

  JsonObject proposal(String side) {
    String lane = scene.lane(scene.mediator, "SIDE", side);
    return JsonObject.of("lanes", JsonArray.of(lane), "text", "先付一半");
  }
}
