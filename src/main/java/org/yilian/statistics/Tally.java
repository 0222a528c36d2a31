package org.yilian.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts of one area and one term, by what is counted. */
final class Tally {
  private final Map<String, long[]> counts = new HashMap<>();

  void add(String measure, String key, long n, long amount) {
    long[] there = counts.computeIfAbsent(measure + ' ' + key, name -> new long[2]);
    there[0] += n;
    there[1] += amount;
  }

  long count(String measure, String key) {
    return counts.getOrDefault(measure + ' ' + key, new long[2])[0];
  }

  long amount(String measure, String key) {
    return counts.getOrDefault(measure + ' ' + key, new long[2])[1];
  }

  /** The counts of a measure by what stands behind the prefix, such as TYPE. */
  Map<String, Long> by(String measure, String prefix) {
    String start = measure + ' ' + prefix + ':';
    Map<String, Long> found = new TreeMap<>();
    counts.forEach(
        (name, count) -> {
          if (name.startsWith(start) && count[0] != 0) {
            found.put(name.substring(start.length()), count[0]);
          }
        });
    return found;
  }

  /** Of those reported in the term: how many are resolved. */
  Ratio resolution() {
    long reported = count("REPORTED", "ALL") - count("REFUSED", "ALL");
    return new Ratio(count("RESOLVED", "ALL"), reported);
  }

  /** A term of days, both ends included. */
  record Term(LocalDate from, LocalDate to) {
    Term yearBefore() {
      return new Term(from.minusYears(1), to.minusYears(1));
    }

    Term before() {
      long days = to.toEpochDay() - from.toEpochDay() + 1;
      return new Term(from.minusDays(days), from.minusDays(1));
    }
  }
}
