package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;

/** Answers with a language model that behaves, and with one that misbehaves in every way. */
class ModelAnswersIT {
  private static final String RULE = "离婚不等于房子就没了";

  /** What a model may say, and long enough to stand alone. */
  private static final String WHOLE = "房子要看谁出的钱，也要看登记在谁的名下。";

  private static final AtomicInteger ASKED = new AtomicInteger();

  private static Vertx vertx;
  private static HttpServer stub;
  private static volatile Consumer<HttpServerResponse> behaviour = HttpServerResponse::end;

  private TestServer server;

  @BeforeAll
  static void startStub() throws Exception {
    vertx = Vertx.vertx();
    stub =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  ASKED.incrementAndGet();
                  request.body().onSuccess(body -> behaviour.accept(request.response()));
                })
            .listen(0)
            .await(20, TimeUnit.SECONDS);
  }

  @AfterAll
  static void stopStub() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A server of its own each time: a model that failed too often rests. */
  private List<JsonObject> ask(Consumer<HttpServerResponse> model) {
    behaviour = model;
    server =
        TestServer.start(
            Map.of(
                "MODEL_URL", "http://127.0.0.1:" + stub.actualPort() + "/v1",
                "MODEL_NAME", "stub",
                "MODEL_SECONDS", "2"));
    return ask();
  }

  private List<JsonObject> ask() {
    JsonObject question = JsonObject.of("question", "离婚房子怎么分");
    return Actor.stranger(server.port())
        .post("/answers", question)
        .expect(200)
        .text()
        .lines()
        .map(JsonObject::new)
        .toList();
  }

  private static String chunk(String content) {
    JsonObject delta = JsonObject.of("delta", JsonObject.of("content", content));
    return "data: " + JsonObject.of("choices", JsonArray.of(delta)).encode() + "\n\n";
  }

  private static Consumer<HttpServerResponse> says(String... pieces) {
    return response -> {
      response.setChunked(true);
      for (String piece : pieces) {
        response.write(chunk(piece));
      }
      response.end("data: [DONE]\n\n");
    };
  }

  /** What the reader is left with: whatever stands after the conclusion began again. */
  private static String conclusion(List<JsonObject> parts) {
    StringBuilder left = new StringBuilder();
    for (JsonObject part : parts) {
      switch (part.getString("part")) {
        case "conclusion" -> left.append(part.getString("text"));
        case "conclusion-again" -> left.setLength(0);
        default -> {
          // Nothing of the conclusion.
        }
      }
    }
    return left.toString();
  }

  private static void assertByRule(List<JsonObject> parts) {
    assertTrue(conclusion(parts).startsWith(RULE), parts.toString());
    assertEquals("end", parts.get(parts.size() - 1).getString("part"));
    assertFalse(parts.get(parts.size() - 1).getString("label").contains("语言模型"));
    assertFalse(parts.toString().contains("婚姻法"), "nothing that it invented was ever told");
  }

  @Test
  void itRewordsTheConclusionAndTheServerPutsInTheArticles() {
    List<JsonObject> parts = ask(says("先别慌，房子", "要看谁出的钱[A1]。", "商量不成由法院来定[A2][A99]。"));
    assertEquals("先别慌，房子要看谁出的钱（民法典第一千零八十七条）。商量不成由法院来定（民法典第一千零六十二条）。", conclusion(parts));
    assertTrue(parts.get(parts.size() - 1).getString("label").startsWith("AI 回答，仅供参考"));
    assertTrue(parts.get(parts.size() - 1).getString("label").contains("语言模型"));
  }

  @Test
  void inventedArticlesNeverReachTheReader() {
    assertByRule(ask(says("房子要看出资[A1]。", "根据《婚姻法》第十八条，房子归您。")));
  }

  @Test
  void anArticleThatIsSplitOverPiecesIsInventedToo() {
    assertByRule(ask(says("按婚姻法第", "十八", "条，房子归您。")));
  }

  @Test
  void aPromiseIsNotPassedOn() {
    assertByRule(ask(says(WHOLE, "您一定能分到一半。")));
  }

  @Test
  void nonsenseIsNot() {
    assertByRule(ask(response -> response.setChunked(true).end("data: {not json\n\n")));
  }

  @Test
  void anErrorIsNot() {
    assertByRule(ask(response -> says(WHOLE).accept(response.setStatusCode(500))));
  }

  @Test
  void silenceIsWaitedForAWhileAndNoLonger() {
    long from = System.nanoTime();
    assertByRule(
        ask(
            response -> {
              // Never a word.
            }));
    assertTrue(System.nanoTime() - from < TimeUnit.SECONDS.toNanos(40), "with the server's start");
  }

  @Test
  void aStreamWithoutEndIsCutOff() {
    List<JsonObject> endless =
        ask(
            response -> {
              response.setChunked(true);
              vertx.setPeriodic(
                  1,
                  timer -> {
                    if (response.closed()) {
                      vertx.cancelTimer(timer);
                    } else {
                      response.write(chunk(WHOLE));
                    }
                  });
            });
    assertTrue(conclusion(endless).startsWith(WHOLE) && conclusion(endless).length() < 1000);
    assertTrue(endless.get(endless.size() - 1).getString("label").contains("语言模型"));
  }

  @Test
  void oneSentenceWithoutEndIsNotHeld() {
    assertByRule(ask(says("房子".repeat(500))));
  }

  @Test
  void oneThatBreaksOffGivesWay() {
    assertByRule(ask(response -> response.setChunked(true).end(chunk(WHOLE))));
  }

  @Test
  void oneThatFailsAgainAndAgainIsLeftAlone() {
    assertByRule(ask(response -> response.setStatusCode(500).end()));
    ask();
    ask();
    int asked = ASKED.get();
    assertByRule(ask());
    assertEquals(asked, ASKED.get());
  }
}
