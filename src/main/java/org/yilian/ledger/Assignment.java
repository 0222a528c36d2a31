package org.yilian.ledger;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.yilian.identity.AreaLevel;

/**
 * A dispute in the hands of one unit.
 *
 * @param organisationName as it is shown
 * @param reason why it was given back or taken away, or null
 */
record Assignment(
    String id,
    String disputeId,
    String organisationId,
    String organisationName,
    Part part,
    State state,
    AreaLevel level,
    Instant handedAt,
    Instant signBy,
    Instant handleBy,
    Instant signedAt,
    String reason,
    int urges) {

  /** 牵头 or 配合. */
  enum Part {
    LEAD,
    COOPERATE
  }

  /** Where it stands; what may follow is decided by {@link #active}. */
  enum State {
    OFFERED,
    SIGNED_FOR,
    RETURNED,
    WITHDRAWN,
    DONE;

    /** Whether the unit still has it. */
    boolean active() {
      return this == OFFERED || this == SIGNED_FOR;
    }
  }

  JsonObject toJson() {
    JsonObject view =
        new JsonObject()
            .put("id", id)
            .put("disputeId", disputeId)
            .put("organisationId", organisationId)
            .put("organisation", organisationName)
            .put("part", part.name())
            .put("status", state.name())
            .put("level", level.name())
            .put("handedAt", handedAt.toString())
            .put("signBy", signBy.toString())
            .put("handleBy", handleBy.toString())
            .put("urges", urges);
    if (signedAt != null) {
      view.put("signedAt", signedAt.toString());
    }
    return reason == null ? view : view.put("reason", reason);
  }
}
