package org.yilian.rosters;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * Somebody on duty.
 *
 * @param holderId who is there: the substitute where the one of the roster is away
 * @param busy the rooms that he has now: those in session, and those that he took in this shift
 * @param phone where he is reached, or null
 */
public record Duty(
    String shiftId,
    String holderId,
    String name,
    String organisationId,
    String organisation,
    ShiftKind kind,
    Instant startsAt,
    Instant endsAt,
    int capacity,
    int busy,
    List<String> languages,
    String phone) {
  public Duty {
    languages = List.copyOf(languages);
  }

  public boolean free() {
    return busy < capacity;
  }

  /** As whoever asks sees it. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("shiftId", shiftId)
        .put("personId", holderId)
        .put("name", name)
        .put("organisation", organisation)
        .put("endsAt", endsAt.toString())
        .put("capacity", capacity)
        .put("busy", busy)
        .put("languages", new JsonArray(languages));
  }
}
