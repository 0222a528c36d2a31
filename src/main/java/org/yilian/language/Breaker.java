package org.yilian.language;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Spares people the waiting for a model that has failed again and again; tries anew after a while.
 */
final class Breaker {
  private final int failures;
  private final Duration pause;
  private final Clock clock;
  private int inARow;
  private Instant closedUntil = Instant.MIN;

  Breaker(int failures, Duration pause, Clock clock) {
    this.failures = failures;
    this.pause = pause;
    this.clock = clock;
  }

  synchronized boolean open() {
    return clock.instant().isBefore(closedUntil);
  }

  synchronized void succeeded() {
    inARow = 0;
  }

  synchronized void failed() {
    inARow++;
    if (inARow >= failures) {
      inARow = 0;
      closedUntil = clock.instant().plus(pause);
    }
  }
}
