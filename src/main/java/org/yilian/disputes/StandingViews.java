package org.yilian.disputes;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Where a dispute stands, as staff see it. */
final class StandingViews {
  private StandingViews() {}

  /** On a line of a list. */
  static JsonObject line(Standing standing) {
    JsonObject view =
        new JsonObject()
            .put("areaCode", standing.areaCode())
            .put("channel", standing.channel().name())
            .put("level", standing.level().name())
            .put("risk", standing.risk().name())
            .put("handling", standing.handling().name());
    put(view, "alarm", standing.alarm());
    put(view, "dueAt", standing.dueAt());
    put(view, "resolvedAt", standing.resolvedAt());
    put(view, "occurredOn", standing.occurredOn());
    if (standing.peopleCount() != null) {
      view.put("peopleCount", standing.peopleCount());
    }
    if (standing.amountFen() != null) {
      view.put("amountFen", standing.amountFen());
    }
    return view.put("recoveredFen", standing.recoveredFen());
  }

  /** On the dispute's own page. */
  static JsonObject whole(Standing standing) {
    JsonObject view =
        line(standing)
            .put("version", standing.version())
            .put("failedRounds", standing.failedRounds());
    put(view, "subtype", standing.subtype());
    put(view, "signedForAt", standing.signedForAt());
    put(view, "resolvedLevel", standing.resolvedLevel());
    put(view, "mergedInto", standing.mergedInto());
    Standing.Place place = standing.place();
    return place.latitude() == null
        ? view
        : view.put(
            "location",
            JsonObject.of("latitude", place.latitude(), "longitude", place.longitude()));
  }

  private static void put(JsonObject view, String name, Object value) {
    if (value != null) {
      view.put(name, value instanceof Instant ? value.toString() : String.valueOf(value));
    }
  }
}
