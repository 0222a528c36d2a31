package org.yilian.client;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/** The text messages that a demo shows instead of sending them. */
public final class Outbox {
  private Outbox() {}

  /** The newest code for a phone. */
  public static String code(int port, String phone) {
    return Actor.stranger(port)
        .get("/demo/outbox?phone=" + phone)
        .expect(200)
        .json()
        .getJsonArray("messages")
        .stream()
        .map(JsonObject.class::cast)
        .map(message -> message.getString("code"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
