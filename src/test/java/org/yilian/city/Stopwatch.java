package org.yilian.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of one kind of request, told as median, 95th and 99th of a hundred, and the longest. */
public final class Stopwatch {
  private final String name;
  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

  public Stopwatch(String name) {
    this.name = name;
  }

  public void time(Runnable work) {
    long from = System.nanoTime();
    work.run();
    add(System.nanoTime() - from);
  }

  public void add(long nanos) {
    millis.add(nanos / 1e6);
  }

  public double median() {
    return at(0.5);
  }

  private double at(double share) {
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return sorted.get(Math.min(sorted.size() - 1, (int) Math.floor(share * sorted.size())));
  }

  public void tell() {
    System.out.printf(
        Locale.ROOT,
        "%-44s n=%4d p50=%8.1f p95=%8.1f p99=%8.1f max=%8.1f ms%n",
        name,
        millis.size(),
        at(0.5),
        at(0.95),
        at(0.99),
        at(1));
  }
}
