package org.yilian.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.ChildServer;
import org.yilian.client.Scene;

/**
 * The server is killed while a party and a mediator write to each other; then everything said is
 * there, once and in order. At last its database goes away while the server stays: both are told,
 * and what they say meanwhile goes out by itself. {@code -Dreconnect.rounds=100} kills it more
 * often.
 */
class ReconnectBrowserIT {
  private static final int ROUNDS = Integer.getInteger("reconnect.rounds", 2);
  private static final Duration ROUND = Duration.ofSeconds(120);

  @TempDir Path folder;
  private ChildServer server;
  private ServerSwitch onOff;

  @BeforeEach
  void start() throws Exception {
    server = new ChildServer(folder, Map.of());
    onOff = new ServerSwitch(server, folder.resolve("postgres").resolve("cluster"));
  }

  @AfterEach
  void stop() {
    onOff.close();
    server.close();
  }

  @Test
  void nothingSaidIsLostOrDoubledWhenTheServerIsKilled() throws Exception {
    Scene scene = Scene.leak(server.port()).room();
    Browser.run(
        "party-reconnect.mjs",
        Map.of(
            "BASE", "http://127.0.0.1:" + server.port(),
            "SWITCH", onOff.url(),
            "ROUNDS", String.valueOf(ROUNDS),
            "ROOM", scene.roomId,
            "INVITE_A", scene.invite("A"),
            "PHONE_A", scene.phone("A")),
        ROUND.multipliedBy(ROUNDS + 1));
  }
}
