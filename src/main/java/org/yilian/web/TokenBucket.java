package org.yilian.web;

import java.util.function.LongSupplier;

/** Counts what somebody sends, and tells how long to wait when it is too much. */
final class TokenBucket {
  private static final double NANOS = 1e9;

  private final int perSecond;
  private final int burst;
  private final LongSupplier nanoTime;
  private double tokens;
  private long lastNanos;

  TokenBucket(int perSecond, int burst, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanoTime = nanoTime;
    this.tokens = burst;
    this.lastNanos = nanoTime.getAsLong();
  }

  /** Takes one token, and tells how many milliseconds to wait before the next: 0 for none. */
  long take() {
    return take(1);
  }

  /** As {@link #take()}, for what costs more or less than one. */
  long take(double cost) {
    refill();
    tokens -= cost;
    return tokens >= 0 ? 0 : (long) Math.ceil(-tokens / perSecond * 1_000);
  }

  /** Takes one token where there is one; what is refused costs nothing. */
  boolean tryTake() {
    refill();
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  private void refill() {
    long now = nanoTime.getAsLong();
    tokens = Math.min(burst, tokens + (now - lastNanos) / NANOS * perSecond);
    lastNanos = now;
  }
}
