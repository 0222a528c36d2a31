package org.yilian.rooms;

import java.time.Instant;
import java.util.Objects;

/** A mediator found that nobody's safety calls for more care, and says why. */
record SafetyClearing(String byMemberId, String reason, Instant at) {
  SafetyClearing {
    Objects.requireNonNull(byMemberId);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(at);
  }
}
