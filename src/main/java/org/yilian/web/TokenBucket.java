package org.yilian.web;

import java.util.function.LongSupplier;

/** Counts what a member sends, and tells how long to stop reading when it is too much. */
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
    long now = nanoTime.getAsLong();
    tokens = Math.min(burst, tokens + (now - lastNanos) / NANOS * perSecond) - 1;
    lastNanos = now;
    return tokens >= 0 ? 0 : (long) Math.ceil(-tokens / perSecond * 1_000);
  }
}
