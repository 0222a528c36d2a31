package org.yilian.browser;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yilian.TestServer;
import org.yilian.client.Scene;

/**
 * The mediator's console on a phone, by keyboard alone, and when the session ends, another device
 * takes its place, or the room is over.
 */
class StaffStatesIT {
  private TestServer server;
  private Scene scene;

  @BeforeEach
  void start() {
    server = TestServer.start();
    scene = Scene.liveLeak(server.port());
  }

  @AfterEach
  void stop() {
    scene.close();
    server.close();
  }

  @Test
  @EnabledIfSystemProperty(named = "tests.full", matches = "true")
  void onAPhoneByKeyboardAndWhenTheRoomIsLost() throws Exception {
    Browser.run(
        "staff-states.mjs",
        Map.of(
            "BASE",
            "http://127.0.0.1:" + server.port(),
            "ROOM",
            scene.roomId,
            "DISPUTE",
            scene.dispute.getString("id"),
            "TOKEN_A",
            scene.parties.get("A").session().getString("accessToken"),
            "TOKEN",
            scene.mediator.session().getString("accessToken")));
  }
}
