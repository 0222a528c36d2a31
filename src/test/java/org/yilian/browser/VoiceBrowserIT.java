package org.yilian.browser;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Scene;

/**
 * Talking, listening and checking in a browser with a made-up microphone, and a machine that hears.
 */
class VoiceBrowserIT {
  private Vertx vertx;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    vertx = Vertx.vertx();
    HttpServer machine =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(body -> request.response().end("{\"text\": \"机器听到的话\"}")))
            .listen(0)
            .await(20, TimeUnit.SECONDS);
    server =
        TestServer.start(
            Map.of("VOICE_URL", "http://127.0.0.1:" + machine.actualPort(), "VOICE_MODEL", "stub"));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void whatIsSaidAloudIsHeardCheckedAndConfirmed() throws Exception {
    Scene scene = Scene.leak(server.port()).room();
    try {
      Browser.run(
          "voice.mjs",
          Map.of(
              "BASE",
              "http://127.0.0.1:" + server.port(),
              "ROOM",
              scene.roomId,
              "INVITE_A",
              scene.invite("A"),
              "PHONE_A",
              scene.phone("A")));
    } finally {
      scene.close();
    }
  }
}
