package org.yilian.ledger;

import java.time.Duration;
import org.yilian.disputes.Risk;

/** How soon a unit signs for a dispute and how soon it deals with it, by the dispute's risk. */
record Tempo(Duration sign, Duration handle) {
  private static final Duration AT_ONCE = Duration.ofMinutes(30);

  static Tempo of(Risk risk, DispatchRule rule) {
    Tempo usual = of(risk);
    if (rule == null || risk != Risk.GENERAL) {
      return usual;
    }
    Duration sign = rule.signHours() == null ? usual.sign : Duration.ofHours(rule.signHours());
    Duration handle = rule.handleDays() == null ? usual.handle : Duration.ofDays(rule.handleDays());
    return new Tempo(sign, handle);
  }

  /** Signed for within half an hour, as an alarm has to be. */
  Tempo atOnce() {
    return sign.compareTo(AT_ONCE) <= 0 ? this : new Tempo(AT_ONCE, handle);
  }

  private static Tempo of(Risk risk) {
    return switch (risk) {
      case GENERAL -> new Tempo(Duration.ofHours(24), Duration.ofDays(20));
      case LARGER -> new Tempo(Duration.ofHours(4), Duration.ofDays(7));
      case MAJOR -> new Tempo(Duration.ofHours(1), Duration.ofDays(3));
      case EXTREME -> new Tempo(Duration.ofMinutes(30), Duration.ofHours(4));
    };
  }
}
