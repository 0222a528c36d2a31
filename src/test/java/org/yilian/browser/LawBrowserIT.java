package org.yilian.browser;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Scene;

/** Statutes from an administrator's file to a party's phone, each in a browser. */
class LawBrowserIT {
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
  void aStatuteIsTakenInFoundAndReadOnAPhone() throws Exception {
    Browser.run(
        "law.mjs",
        Map.of(
            "BASE",
            "http://127.0.0.1:" + server.port(),
            "ROOM",
            scene.roomId,
            "INVITE",
            scene.invite("A"),
            "PHONE",
            scene.phone("A")));
  }
}
