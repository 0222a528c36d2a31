package org.yilian.rooms;

import java.time.Instant;

/** What a party answered, in private, about being free and safe. Mediators alone may know. */
public record SafetyAnswer(
    String memberId, Instant at, boolean voluntary, boolean alone, boolean safe) {

  /** Whether it calls for care. */
  public boolean alarming() {
    return !voluntary || !alone || !safe;
  }
}
