package org.yilian.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Hello;
import org.yilian.rooms.Peer;
import org.yilian.rooms.Say;
import org.yilian.rooms.SocketCodes;

/** One JSON frame of a client, read field by field. */
final class ClientFrame {
  private final JsonObject json;

  private ClientFrame(JsonObject json) {
    this.json = json;
  }

  /** Anything that is no JSON object ends the socket. */
  static ClientFrame of(String text) {
    try {
      return new ClientFrame(new JsonObject(text));
    } catch (DecodeException | ClassCastException e) {
      throw new Violation(SocketCodes.NOT_JSON, "not-json");
    }
  }

  String type() {
    return text("type");
  }

  /** The text of a field, or null where it is absent or no text. */
  String text(String name) {
    return json.getValue(name) instanceof String text ? text : null;
  }

  /** The whole number of a field, or 0. */
  long number(String name) {
    return number(json.getValue(name));
  }

  private static long number(Object value) {
    return value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : 0;
  }

  Hello hello() {
    Map<String, Long> after = new HashMap<>();
    if (json.getValue("after") instanceof JsonObject lanes) {
      lanes.forEach(lane -> after.put(lane.getKey(), number(lane.getValue())));
    }
    Long tail = json.containsKey("tail") ? Long.valueOf(number("tail")) : null;
    return new Hello(after, tail);
  }

  /**
   * @throws Refusal 400 where the frame lacks something
   */
  Say say(Peer origin) {
    JsonObject body = json.getValue("body") instanceof JsonObject object ? object : null;
    boolean confirmed = Boolean.TRUE.equals(json.getValue("confirmed"));
    return new Say(text("lane"), text("clientId"), body, confirmed, origin);
  }

  /** The clientId to answer with, where it is one. */
  String clientId() {
    String clientId = text("clientId");
    return Say.isClientId(clientId) ? clientId : null;
  }
}
