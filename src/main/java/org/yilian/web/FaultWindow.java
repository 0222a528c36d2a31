package org.yilian.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Counts the faulty frames of a socket over the last ten seconds. */
final class FaultWindow {
  private static final int ALLOWED = 200;
  private static final long WINDOW_NANOS = 10_000_000_000L;

  private final Deque<Long> faults = new ArrayDeque<>();
  private final LongSupplier nanoTime;

  FaultWindow(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Notes a faulty frame, and tells whether there have been too many. */
  synchronized boolean tooMany() {
    long now = nanoTime.getAsLong();
    faults.add(now);
    while (now - faults.peek() > WINDOW_NANOS) {
      faults.remove();
    }
    return faults.size() > ALLOWED;
  }
}
