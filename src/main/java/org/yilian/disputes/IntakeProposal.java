package org.yilian.disputes;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Objects;

/**
 * What a story may say for one field of a report.
 *
 * @param side of a party alone
 */
record IntakeProposal(What field, String side, String value) {
  /** The fields that can be read out of a story. */
  enum What {
    TYPE,
    CAUSE,
    ADDRESS,
    PARTY
  }

  IntakeProposal {
    Objects.requireNonNull(value);
    if ((field == What.PARTY) != (side != null)) {
      throw new IllegalArgumentException("a party has a side, and nothing else has");
    }
  }

  static IntakeProposal of(What field, String value) {
    return new IntakeProposal(field, null, value);
  }

  JsonObject toJson() {
    JsonObject json = JsonObject.of("field", field.name().toLowerCase(Locale.ROOT), "value", value);
    return side == null ? json : json.put("side", side);
  }
}
