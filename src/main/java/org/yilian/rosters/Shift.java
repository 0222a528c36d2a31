package org.yilian.rosters;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A time for which somebody is on duty.
 *
 * @param organisationId on whose roster it stands: where the person serves
 * @param areaCode for which places; empty where the installation has no areas
 * @param capacity for how many rooms at once
 * @param types of disputes, empty for any
 * @param languages beside standard Chinese, empty for none
 */
public record Shift(
    String id,
    String personId,
    String organisationId,
    ShiftKind kind,
    String areaCode,
    Instant startsAt,
    Instant endsAt,
    int capacity,
    List<String> types,
    List<String> languages,
    String note) {
  public Shift {
    Objects.requireNonNull(personId);
    Objects.requireNonNull(organisationId);
    if (!startsAt.isBefore(endsAt) || capacity < 1) {
      throw new IllegalArgumentException("a shift lasts, and takes at least one room");
    }
    types = List.copyOf(types);
    languages = List.copyOf(languages);
  }

  /** The same for somebody, at another time, as a row of its own. */
  Shift moved(String otherId, Instant otherStart, Instant otherEnd) {
    return new Shift(
        otherId,
        personId,
        organisationId,
        kind,
        areaCode,
        otherStart,
        otherEnd,
        capacity,
        types,
        languages,
        note);
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("personId", personId)
        .put("organisationId", organisationId)
        .put("kind", kind.name())
        .put("areaCode", areaCode)
        .put("startsAt", startsAt.toString())
        .put("endsAt", endsAt.toString())
        .put("capacity", capacity)
        .put("types", new JsonArray(types))
        .put("languages", new JsonArray(languages))
        .put("note", note);
  }
}
