package org.yilian.browser;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Scene;
import org.yilian.journey.Terms;

/**
 * Two parties, mediator, lawyer, clerk and judge, each in a browser, from the links to the ruling.
 */
class JourneyBrowserIT {
  private TestServer server;
  private Scene scene;

  @BeforeEach
  void start() {
    server = TestServer.start();
    scene = Scene.leak(server.port()).room();
  }

  @AfterEach
  void stop() {
    scene.close();
    server.close();
  }

  @Test
  void partiesWhoNeverMeetEndWithOneConfirmedAgreement() throws Exception {
    Browser.run(
        "journey.mjs",
        Map.of(
            "BASE", "http://127.0.0.1:" + server.port(),
            "ROOM", scene.roomId,
            "INVITE_A", scene.invite("A"),
            "INVITE_B", scene.invite("B"),
            "PHONE_A", scene.phone("A"),
            "PHONE_B", scene.phone("B"),
            "AGREEMENT", Terms.leak(scene).encode()));
  }
}
