package org.yilian.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a route answers: status, headers and body. */
public record Reply(int status, Map<String, String> headers, Buffer body) {

  public static Reply json(int status, JsonObject body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body.toBuffer());
  }

  public static Reply ok(JsonObject body) {
    return json(200, body);
  }

  public static Reply created(JsonObject body) {
    return json(201, body);
  }

  public static Reply none() {
    return new Reply(204, Map.of(), Buffer.buffer());
  }

  /** A list without a next page. */
  public static Reply items(List<JsonObject> items) {
    return ok(new JsonObject().put("items", new JsonArray(items)));
  }

  public static Reply bytes(String mediaType, Buffer body) {
    return new Reply(200, Map.of("Content-Type", mediaType), body);
  }

  /** A document, which no browser stores. */
  public static Reply pdf(Buffer bytes) {
    return bytes("application/pdf", bytes).unstored();
  }

  /** A workbook. */
  public static Reply xlsx(Buffer body) {
    return bytes("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body);
  }

  public Reply withStatus(int other) {
    return new Reply(other, headers, body);
  }

  /** For whoever holds a secret address: no cache on the way keeps it. */
  public Reply unstored() {
    return with("Cache-Control", "no-store");
  }

  /** The same reply with one more header. */
  public Reply with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }
}
