package org.yilian.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the server answered to one request. */
public record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {
  private static final int HEAD = 600;

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String head() {
    return text().substring(0, Math.min(HEAD, text().length()));
  }

  public JsonObject json() {
    return new JsonObject(text());
  }

  public JsonArray items() {
    return json().getJsonArray("items");
  }

  public String id() {
    return json().getString("id");
  }

  /** The stable code of a problem, or null. */
  public String code() {
    return status < 400 ? null : json().getString("code");
  }

  /** The names of the faulty or missing fields. */
  public List<String> fields() {
    return json().getJsonArray("fields", new JsonArray()).stream()
        .map(field -> ((JsonObject) field).getString("name"))
        .toList();
  }

  /** Fails the test with the whole answer where the status is another. */
  public Answer expect(int expected) {
    assertEquals(
        expected,
        status,
        () -> response.request().method() + " " + response.uri().getPath() + ": " + head());
    return this;
  }

  /** Any success: for steps whose answer the contract leaves open. */
  public Answer ok() {
    return expect(status / 100 == 2 ? status : 200);
  }

  /** As {@link #expect(int)}, and the problem's code. */
  public Answer expect(int expected, String code) {
    expect(expected);
    assertEquals(code, code(), this::text);
    return this;
  }
}
