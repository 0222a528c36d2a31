package org.yilian.ledger;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.yilian.kernel.Form;

/**
 * 回访: what somebody heard who asked afterwards how it went.
 *
 * @param visited whom he asked
 * @param conclusion what follows from it, or null
 */
record FollowUp(
    Manner manner,
    String visited,
    Performance performance,
    String opinion,
    String conclusion,
    LocalDate heldOn) {

  /** How he asked. */
  enum Manner {
    PHONE,
    VISIT,
    ONLINE,
    LETTER
  }

  /** Whether what was agreed is done, as he was told. */
  enum Performance {
    WHOLE,
    PARTLY,
    NOT,
    UNKNOWN
  }

  /** Reads {@code {manner, visited, performance, opinion, conclusion?, heldOn?}}. */
  static FollowUp read(Form form, LocalDate today) {
    LocalDate heldOn = form.optionalDate("heldOn");
    if (heldOn != null && heldOn.isAfter(today)) {
      form.fault("heldOn", "回访日期不能晚于今天。");
    }
    FollowUp said =
        new FollowUp(
            form.word("manner", Manner.class),
            form.text("visited", 100),
            form.word("performance", Performance.class),
            form.text("opinion", 2000),
            form.optionalText("conclusion", 2000),
            heldOn == null ? today : heldOn);
    form.check();
    return said;
  }

  JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("manner", manner.name())
            .put("visited", visited)
            .put("performance", performance.name())
            .put("opinion", opinion)
            .put("heldOn", heldOn.toString());
    return conclusion == null ? json : json.put("conclusion", conclusion);
  }
}
