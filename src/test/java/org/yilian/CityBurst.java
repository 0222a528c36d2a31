package org.yilian;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.yilian.city.Stopwatch;
import org.yilian.client.Actor;

/** Reports that come in while the desks of a whole city are open. */
final class CityBurst {
  private static final int RUNS = 40;
  private static final int DESKS = 500;
  private static final int BURST_SECONDS = 10;
  private static final int PER_SECOND = 50;
  private static final long OPENING_NANOS = 3_000_000_000L;

  private final Server server;
  private final Random random = new Random(1);

  CityBurst(Server server) {
    this.server = server;
  }

  private static JsonObject wages(String area) {
    return new JsonObject()
        .put("type", "MIGRANT_WAGE")
        .put("cause", "工地拖欠工资")
        .put("source", "INITIATIVE")
        .put("areaCode", area)
        .put(
            "parties",
            JsonArray.of(
                JsonObject.of("side", "A", "name", "甲演示", "phone", "19900001234"),
                JsonObject.of("side", "B", "description", "项目部")));
  }

  /** From the entry to the answer that the lead's open page waits for. */
  void dispatch() {
    Actor grid = Actor.staff(server.port(), "city-grid");
    Actor post = Actor.staff(server.port(), "city-post");
    Stopwatch watch = new Stopwatch("from entry to the lead's open page");
    for (int i = 0; i < RUNS; i++) {
      String state = post.get("/assignments").json().getString("state");
      CompletableFuture<Void> told =
          CompletableFuture.runAsync(
              () -> post.get("/assignments?wait=20&state=" + state).expect(200));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      watch.time(
          () -> {
            grid.post("/disputes", wages("509901001001001")).expect(201);
            told.join();
          });
    }
    watch.tell();
  }

  void burst() {
    HttpClient http = HttpClient.newHttpClient();
    List<CompletableFuture<?>> desks = new ArrayList<>();
    String grid = token("p-grid");
    String post = token("p-post");
    String state =
        Actor.withToken(server.port(), post).get("/assignments").json().getString("state");
    for (int i = 0; i < DESKS; i++) {
      String path = "/assignments?wait=25&state=" + state;
      desks.add(
          http.sendAsync(request(path, post).build(), HttpResponse.BodyHandlers.discarding()));
      LockSupport.parkNanos(OPENING_NANOS / DESKS);
    }
    // Open desks are those that wait: that they all open at once is another question.
    LockSupport.parkNanos(OPENING_NANOS);
    Stopwatch watch = new Stopwatch("50 new disputes a second, 500 open desks");
    List<CompletableFuture<?>> sent = new ArrayList<>();
    int[] refused = new int[1];
    long from = System.nanoTime();
    for (int i = 0; i < BURST_SECONDS * PER_SECOND; i++) {
      long due = from + i * 1_000_000_000L / PER_SECOND;
      LockSupport.parkNanos(due - System.nanoTime());
      String area = "5099%02d%03d".formatted(1 + random.nextInt(40), 2 + random.nextInt(24));
      HttpRequest one =
          request("/disputes", grid)
              .POST(HttpRequest.BodyPublishers.ofString(wages(area).encode()))
              .build();
      sent.add(
          http.sendAsync(one, HttpResponse.BodyHandlers.discarding())
              .thenAccept(
                  answer -> {
                    watch.add(System.nanoTime() - due);
                    refused[0] += answer.statusCode() == 201 ? 0 : 1;
                  }));
    }
    sent.forEach(CompletableFuture::join);
    watch.tell();
    System.out.println("refused: " + refused[0]);
  }

  private String token(String personId) {
    return server
        .features()
        .base
        .sessions
        .startStaff(server.database().pool(), personId)
        .await()
        .accessToken();
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path))
        .header("Authorization", "Bearer " + token);
  }
}
