package org.yilian.ledger;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.yilian.kernel.Form;

/**
 * A talk that took place beside any room.
 *
 * @param attendees who was there, as written down
 * @param failure why it failed; only of one that did
 * @param terms what was agreed; only of one that settled (an oral agreement is written down by
 *     whoever mediated, 人民调解法 28, 30)
 * @param recoveredFen what somebody got back by it
 */
record Round(
    Mode mode,
    String place,
    Instant heldAt,
    String attendees,
    String minutes,
    Outcome outcome,
    String failure,
    String terms,
    long recoveredFen) {
  private static final long MOST_FEN = 999_999_999_999_999L;

  /** Where people talked. */
  enum Mode {
    ON_SITE,
    OFFICE,
    PHONE,
    HOME_VISIT
  }

  /** How it ended. One that failed or was put off closes nothing. */
  enum Outcome {
    SETTLED,
    FAILED,
    ADJOURNED
  }

  static Round read(Form form, Instant now) {
    Instant held = form.optionalInstant("heldAt");
    if (held != null && held.isAfter(now)) {
      form.fault("heldAt", "调解时间不能晚于现在。");
    }
    Outcome outcome = form.word("outcome", Outcome.class);
    Long recovered = form.optionalNumber("recoveredFen", 0, MOST_FEN);
    Round round =
        new Round(
            form.word("mode", Mode.class),
            form.optionalText("place", 200),
            held == null ? now : held,
            form.text("attendees", 500),
            form.text("minutes", 4000),
            outcome,
            outcome == Outcome.FAILED ? form.text("failure", 500) : null,
            outcome == Outcome.SETTLED ? form.text("terms", 2000) : null,
            recovered == null ? 0 : recovered);
    if (round.recoveredFen > 0 && outcome != null && outcome != Outcome.SETTLED) {
      form.fault("recoveredFen", "达成一致的，才填写挽回金额。");
    }
    form.check();
    return round;
  }

  JsonObject toJson() {
    JsonObject view =
        new JsonObject()
            .put("mode", mode.name())
            .put("heldAt", heldAt.toString())
            .put("attendees", attendees)
            .put("minutes", minutes)
            .put("outcome", outcome.name())
            .put("recoveredFen", recoveredFen);
    put(view, "place", place);
    put(view, "failure", failure);
    put(view, "terms", terms);
    return view;
  }

  private static void put(JsonObject view, String name, String value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
