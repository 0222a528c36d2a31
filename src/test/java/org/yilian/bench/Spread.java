package org.yilian.bench;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Durations that were measured, and where they lie. */
final class Spread {
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  void add(long duration) {
    nanos.add(duration);
  }

  void since(long begun) {
    add(System.nanoTime() - begun);
  }

  int count() {
    return nanos.size();
  }

  /** In milliseconds; with 100 the greatest. */
  double percentile(int percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int index = Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    return sorted.isEmpty() ? Double.NaN : sorted.get(index) / (double) millisecond();
  }

  private static long millisecond() {
    return TimeUnit.MILLISECONDS.toNanos(1);
  }

  @Override
  public String toString() {
    return "p50 %.1f, p95 %.1f, p99 %.1f, greatest %.1f ms of %d"
        .formatted(percentile(50), percentile(95), percentile(99), percentile(100), count());
  }
}
