package org.yilian.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.db.Database;
import org.yilian.db.TestDatabase;

/** Text messages on their way to a gateway that may be away, from servers that may end. */
class SmsIT {
  private static final Instant NOW = Instant.parse("2026-08-27T02:00:00Z");
  private static final String PHONE = "19900000001";

  private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
  private Vertx vertx;
  private Database database;
  private HttpServer gateway;
  private volatile int answer = 202;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    database = await(TestDatabase.fresh(vertx));
    gateway = await(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
  }

  @AfterEach
  void stop() {
    await(gateway.close());
    await(database.close());
    await(vertx.close());
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              String key = request.getHeader("Idempotency-Key");
              received.add(body.toJsonObject().put("key", key));
              request.response().setStatusCode(answer).end();
            });
  }

  /** A server's own, so long after the first one. */
  private Sms sms(Duration later) {
    URI url = URI.create("http://127.0.0.1:" + gateway.actualPort() + "/sms");
    Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
    return new Sms(vertx, database, new HttpSms(vertx, url), clock);
  }

  private void queue(Sms sms, String text, String code) {
    await(database.inTransaction(client -> sms.queue(client, PHONE, text, code)));
  }

  private List<JsonObject> allReceived() {
    List<JsonObject> all = new ArrayList<>();
    received.drainTo(all);
    return all;
  }

  @Test
  void theNextStartSendsWhatACrashLeftBehind() throws Exception {
    queue(sms(Duration.ZERO), "有新进展", null);
    Sms next = sms(Duration.ofSeconds(1));
    next.start();
    JsonObject sent = received.poll(10, TimeUnit.SECONDS);
    next.stop();
    assertEquals("有新进展", sent.getString("text"));
    assertEquals(PHONE, sent.getString("phone"));
  }

  @Test
  void aMessageThatFailedGoesAgainUnderTheSameId() {
    answer = 503;
    queue(sms(Duration.ZERO), "有新进展", null);
    await(sms(Duration.ZERO).flush());
    JsonObject first = allReceived().get(0);
    answer = 202;
    await(sms(Duration.ofSeconds(29)).flush());
    assertEquals(List.of(), allReceived());
    await(sms(Duration.ofSeconds(30)).flush());
    assertEquals(List.of(first), allReceived());
    assertEquals(first.getString("id"), first.getString("key"));
    await(sms(Duration.ofHours(2)).flush());
    assertEquals(List.of(), allReceived());
  }

  @Test
  void twoServersAtOnceSendEachOnce() {
    Sms one = sms(Duration.ZERO);
    Sms other = sms(Duration.ZERO);
    for (int i = 0; i < 120; i++) {
      queue(one, "第" + i, null);
    }
    await(Future.join(one.flush(), other.flush(), one.flush()));
    List<String> texts = allReceived().stream().map(sent -> sent.getString("text")).toList();
    assertEquals(120, texts.size());
    assertEquals(120, new HashSet<>(texts).size());
  }

  @Test
  void aCodeThatNobodyCanUseAnyMoreIsNotSent() {
    queue(sms(Duration.ZERO), "验证码123456", "123456");
    await(sms(Duration.ofMinutes(5)).flush());
    assertEquals(List.of(), allReceived());
    await(sms(Duration.ofMinutes(4)).flush());
    assertEquals(1, allReceived().size());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
