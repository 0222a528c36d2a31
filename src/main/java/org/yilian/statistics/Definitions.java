package org.yilian.statistics;

import io.vertx.core.json.JsonObject;
import org.yilian.kernel.Texts;

/** What each figure means, one tap away from it. */
final class Definitions {
  private static final Texts TEXTS = Texts.of("statistics");

  static final JsonObject ALL = all();

  private Definitions() {}

  private static JsonObject all() {
    JsonObject all = new JsonObject();
    for (String name :
        new String[] {
          "reported",
          "resolved",
          "rate",
          "open",
          "refused",
          "recoveredFen",
          "secondsToSign",
          "secondsToResolve",
          "resolvedByLevel",
          "reportedByType",
          "reportedByChannel",
          "parts",
          "comparison",
          "toCriminal",
          "toHomicide",
          "overdue"
        }) {
      all.put(name, TEXTS.get(name));
    }
    return all;
  }
}
