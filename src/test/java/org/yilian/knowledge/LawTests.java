package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.yilian.TestServer;
import org.yilian.client.Actor;

/** The law at hand at one server that these tests share: each speaks of laws of its own. */
abstract class LawTests {
  static final TestServer SERVER = TestServer.start();
  static final String BYTES = "application/octet-stream";

  final Actor admin = Actor.staff(SERVER.port(), "hua");
  final Actor mediator = Actor.staff(SERVER.port(), "wang");

  /** One line of a collection. */
  static String line(String law, String day, int number, String text) {
    return new JsonObject()
            .put("law", law)
            .put("category", "试")
            .put("date", day)
            .put("article", "第" + number + "条")
            .put("heading", "第一章 总则")
            .put("text", text)
            .encode()
        + "\n";
  }

  JsonObject handed(String kind, String name, byte[] bytes) {
    String path = "/collection-imports?kind=" + kind;
    return settled(admin.upload(path, name, BYTES, bytes).expect(201).id());
  }

  JsonObject handed(String lines) {
    return handed("STATUTES", "法律.jsonl", lines.getBytes(StandardCharsets.UTF_8));
  }

  JsonObject settled(String id) {
    return until("/collection-imports/" + id, one -> !one.getString("status").endsWith("ING"));
  }

  JsonObject loaded(String id) {
    admin.post("/collection-imports/" + id + "/load").expect(200);
    JsonObject done = settled(id);
    assertEquals("LOADED", done.getString("status"), done.encode());
    return done.getJsonObject("outcome");
  }

  JsonObject taken(String lines) {
    return loaded(handed(lines).getString("id"));
  }

  /** What a path answers once it is as it should be. */
  JsonObject until(String path, Predicate<JsonObject> asItShouldBe) {
    long deadline = System.nanoTime() + 30_000_000_000L;
    JsonObject now = admin.get(path).expect(200).json();
    while (!asItShouldBe.test(now)) {
      assertTrue(System.nanoTime() < deadline, now.encode());
      Thread.onSpinWait();
      now = admin.get(path).expect(200).json();
    }
    return now;
  }

  /** An article that is named, once this server has read what was taken in. */
  JsonObject found(String law, String number) {
    JsonObject answer = until("/law-search?q=" + law + number, one -> names(one, law, number));
    return answer.getJsonArray("items").getJsonObject(0);
  }

  static boolean names(JsonObject answer, String law, String number) {
    return answer.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .anyMatch(
            one -> one.getString("law").equals(law) && one.getString("number").equals(number));
  }
}
