package org.yilian.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Spares people the waiting for something outside that has failed again and again; tries anew after
 * a while.
 */
public final class Breaker {
  private final int failures;
  private final Duration pause;
  private final Clock clock;
  private int inARow;
  private Instant closedUntil = Instant.MIN;

  public Breaker(int failures, Duration pause, Clock clock) {
    this.failures = failures;
    this.pause = pause;
    this.clock = clock;
  }

  public synchronized boolean open() {
    return clock.instant().isBefore(closedUntil);
  }

  public synchronized void succeeded() {
    inARow = 0;
  }

  public synchronized void failed() {
    inARow++;
    if (inARow >= failures) {
      inARow = 0;
      closedUntil = clock.instant().plus(pause);
    }
  }
}
