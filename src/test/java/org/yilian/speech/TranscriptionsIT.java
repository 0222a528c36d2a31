package org.yilian.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.TestServer;
import org.yilian.client.Line;
import org.yilian.client.Voice;

/** A machine that writes down what was said, and every way in which it may not. */
class TranscriptionsIT {
  private static final byte[] SOUND = Voice.tone(2_000);
  private static final JsonObject GOOD =
      JsonObject.of("text", "楼上漏水。 请他们修好。")
          .put(
              "segments",
              JsonArray.of(
                  JsonObject.of("start", 0.1, "end", 0.9, "text", "楼上漏水。"),
                  JsonObject.of("start", 0.9, "end", 99.5, "text", " 请他们修好。")));

  private static final BlockingQueue<String> ASKED = new LinkedBlockingQueue<>();

  private static Vertx vertx;
  private static HttpServer stub;
  private static volatile Consumer<HttpServerResponse> behaviour;
  private static volatile Consumer<ServerWebSocket> talking;

  private TestServer server;
  private Stage stage;
  private Voice a;
  private Line line;
  private String id;

  @BeforeAll
  static void startStub() throws Exception {
    vertx = Vertx.vertx();
    stub =
        vertx
            .createHttpServer()
            .webSocketHandler(socket -> talking.accept(socket))
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> {
                              ASKED.add(body.toString(StandardCharsets.ISO_8859_1));
                              behaviour.accept(request.response());
                            }))
            .listen(0)
            .await(20, TimeUnit.SECONDS);
  }

  @AfterAll
  static void stopStub() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() {
    line.close();
    server.close();
  }

  private void said(Map<String, String> settings) {
    ASKED.clear();
    server = TestServer.start(settings);
    stage = Stage.leak(server);
    a = new Voice(stage.a, "/rooms/" + stage.room + "/lanes/" + stage.lane("A"));
    line = Line.open(stage.mediator, stage.room);
    id = a.record(SOUND);
    a.say(id);
  }

  private Map<String, String> openAi(int seconds) {
    return Map.of(
        "VOICE_URL",
        "http://127.0.0.1:" + stub.actualPort() + "/v1",
        "VOICE_MODEL",
        "stub",
        "VOICE_KEY",
        "secret",
        "VOICE_SECONDS",
        String.valueOf(seconds));
  }

  private static Consumer<HttpServerResponse> answers(String text) {
    return response -> response.end(text);
  }

  private void again() {
    a.retry(id).expect(204);
  }

  private static String asked() throws InterruptedException {
    String body = ASKED.poll(15, TimeUnit.SECONDS);
    assertTrue(body != null, "nobody asked");
    return body;
  }

  private void awaitWritten() {
    line.await("transcribed", frame -> id.equals(frame.getString("recordingId")));
  }

  /** The failure of an attempt is stored a moment after the stub has answered. */
  private void awaitPutOff(int attempts) {
    line.untilNow();
    String waiting =
        "select count(*) from transcripts where status = 'WAITING' and leased_until is null"
            + " and attempts = "
            + attempts;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (server.count(waiting) == 0) {
      assertTrue(System.nanoTime() < deadline, "not put off");
    }
    assertEquals("WAITING", a.transcript().getString("status"));
  }

  @Test
  void whatFailsWaitsAndIsWrittenDownLater() throws Exception {
    behaviour = response -> response.setStatusCode(500).end("no");
    said(openAi(20));
    String form = asked();
    assertTrue(form.contains("verbose_json") && form.contains("stub") && form.contains("RIFF"));
    awaitPutOff(1);
    behaviour = answers("{\"segments\": [7]}");
    again();
    asked();
    awaitPutOff(1);
    behaviour = answers(GOOD.encode());
    again();
    awaitWritten();
    JsonObject written = a.transcript();
    assertEquals("stub", written.getString("machine"));
    JsonArray lines = written.getJsonArray("lines");
    assertEquals("请他们修好。", lines.getJsonObject(1).getString("text"));
    assertEquals(2_000, lines.getJsonObject(1).getInteger("toMillis"));
    assertEquals("MACHINE", lines.getJsonObject(0).getString("source"));
    assertTrue(lines.getJsonObject(0).getString("checkedBy") == null);
    checkedAsItIs();
  }

  /** Two lines of a machine, one of them right. */
  private void checkedAsItIs() {
    JsonObject right = JsonObject.of("n", 1, "text", "楼上漏水。");
    JsonObject wrong = JsonObject.of("n", 2, "text", "请他们赔偿。");
    a.check(id, 1, JsonObject.of("lines", JsonArray.of(right, wrong))).expect(200);
    JsonArray lines = a.transcript().getJsonArray("lines");
    assertEquals("MACHINE", lines.getJsonObject(0).getString("source"));
    assertEquals("杨䶮", lines.getJsonObject(0).getString("checkedBy"));
    assertEquals("HUMAN", lines.getJsonObject(1).getString("source"));
  }

  @Test
  void whileItHangsTheRoomGoesOn() throws Exception {
    behaviour = response -> {};
    said(openAi(1));
    asked();
    line.say(stage.lane("A"), "我在听");
    assertEquals("WAITING", a.transcript().getString("status"));
    awaitPutOff(1);
    // It goes on without end, and is cut off.
    behaviour =
        response -> {
          response.setChunked(true);
          Buffer much = Buffer.buffer(new byte[256 << 10]);
          for (int i = 0; i < 16; i++) {
            response.write(much);
          }
        };
    again();
    asked();
    awaitPutOff(1);
    behaviour = answers("{\"text\": \"\"}");
    again();
    awaitWritten();
    assertEquals(0, a.transcript().getJsonArray("lines").size());
    assertEquals("WRITTEN", a.transcript().getString("status"));
  }

  @Test
  void whatAPersonWroteFirstStands() throws Exception {
    behaviour = response -> vertx.setTimer(900, late -> response.end(GOOD.encode()));
    said(openAi(20));
    asked();
    JsonObject mine = JsonObject.of("lines", JsonArray.of(JsonObject.of("text", "我自己写的")));
    a.check(id, 0, mine).expect(200);
    awaitLate();
    // The queue goes one by one: the next being written, the first is done with.
    assertEquals("我自己写的", a.transcript().getJsonArray("lines").getJsonObject(0).getString("text"));
    assertEquals(1, a.transcript().getJsonArray("lines").size());
  }

  /** The machine's answer comes after the person's: the lease of its attempt ends with either. */
  private void awaitLate() throws InterruptedException {
    String after = a.record(SOUND);
    a.say(after);
    asked();
    line.await("transcribed", frame -> after.equals(frame.getString("recordingId")));
  }

  @Test
  void funAsrIsUnderstood() {
    Buffer heard = Buffer.buffer();
    talking =
        socket -> {
          socket.binaryMessageHandler(heard::appendBuffer);
          socket.textMessageHandler(
              text -> {
                if (!new JsonObject(text).getBoolean("is_speaking")) {
                  socket.writeTextMessage(sentences().encode());
                }
              });
        };
    said(Map.of("VOICE_FUNASR_URL", "ws://127.0.0.1:" + stub.actualPort() + "/"));
    awaitWritten();
    JsonArray lines = a.transcript().getJsonArray("lines");
    assertEquals("楼上漏水，", lines.getJsonObject(0).getString("text"));
    assertEquals(430, lines.getJsonObject(0).getInteger("fromMillis"));
    assertEquals(SOUND.length - 44, heard.length());
  }

  private static JsonObject sentences() {
    JsonObject sentence =
        JsonObject.of("text_seg", "楼 上 漏 水", "punc", "，", "start", 430, "end", 1130);
    return JsonObject.of("mode", "offline", "text", "楼上漏水，", "is_final", false)
        .put("stamp_sents", JsonArray.of(sentence));
  }

  @Test
  void funAsrThatBreaksOffOrTalksNonsenseIsNot() {
    talking = socket -> socket.textMessageHandler(text -> socket.close());
    said(Map.of("VOICE_FUNASR_URL", "ws://127.0.0.1:" + stub.actualPort() + "/"));
    awaitPutOff(1);
    talking = socket -> socket.textMessageHandler(text -> socket.writeTextMessage("[]"));
    again();
    awaitPutOff(1);
    line.say(stage.lane("A"), "我在听");
  }
}
