package org.yilian.browser;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yilian.TestServer;
import org.yilian.client.Scene;
import org.yilian.journey.Terms;

/** What staff do around a room besides its main way, each in a browser; parties act without one. */
class StaffBrowserIT {
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
  void policeJointSessionHandOverSupplementAndARulingOnPaper() throws Exception {
    Browser.run(
        "staff-day.mjs",
        Map.of(
            "BASE", base(),
            "ROOM", scene.roomId,
            "TOKEN_A", scene.parties.get("A").token(),
            "TOKEN_B", scene.parties.get("B").token(),
            "PHONE_A", scene.phone("A"),
            "PHONE_B", scene.phone("B"),
            "AGREEMENT", Terms.leak(scene).encode()));
  }

  /** The mediator's console by keyboard alone; then the session ends, another device takes over. */
  @Test
  @EnabledIfSystemProperty(named = "tests.full", matches = "true")
  void onAPhoneByKeyboardAndWhenTheRoomIsLost() throws Exception {
    Browser.run(
        "staff-states.mjs",
        Map.of(
            "BASE", base(),
            "ROOM", scene.roomId,
            "DISPUTE", scene.dispute.getString("id"),
            "TOKEN_A", scene.parties.get("A").token(),
            "TOKEN", scene.mediator.token()));
  }

  private String base() {
    return "http://127.0.0.1:" + server.port();
  }
}
