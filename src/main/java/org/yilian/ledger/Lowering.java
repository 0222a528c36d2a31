package org.yilian.ledger;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.yilian.disputes.Risk;
import org.yilian.disputes.Standing;
import org.yilian.identity.AreaLevel;

/**
 * Somebody of a centre proposes to lower a risk or a level, and another one confirms it.
 *
 * @param from as it stood when it was proposed
 */
record Lowering(
    String id,
    String disputeId,
    Subject subject,
    String from,
    String to,
    String reason,
    String askedBy,
    String asker,
    Instant askedAt,
    String reviewerId,
    String reviewer) {

  /** What is lowered. */
  enum Subject {
    RISK("dispute-rated") {
      @Override
      String of(Standing standing) {
        return standing.risk().name();
      }

      @Override
      Standing lowered(Standing standing, String to) {
        return standing.rated(Risk.valueOf(to));
      }
    },
    LEVEL("dispute-lowered") {
      @Override
      String of(Standing standing) {
        return standing.level().name();
      }

      @Override
      Standing lowered(Standing standing, String to) {
        return standing.on(AreaLevel.valueOf(to));
      }
    };

    /** What the story calls it once it is confirmed. */
    final String fact;

    Subject(String fact) {
      this.fact = fact;
    }

    abstract String of(Standing standing);

    abstract Standing lowered(Standing standing, String to);
  }

  /** Whether it still stands as it stood: what was raised meanwhile is not lowered unseen. */
  boolean fits(Standing standing) {
    return from.equals(subject.of(standing));
  }

  JsonObject toJson() {
    return told().put("by", asker).put("askedAt", askedAt.toString()).put("reviewer", reviewer);
  }

  /** As the story tells of it. */
  JsonObject fact() {
    return told().put("proposer", asker).put("reviewer", reviewer);
  }

  private JsonObject told() {
    return new JsonObject()
        .put("subject", subject.name())
        .put("from", from)
        .put("to", to)
        .put("reason", reason);
  }
}
