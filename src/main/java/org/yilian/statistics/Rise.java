package org.yilian.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilian.disputes.DisputeType;
import org.yilian.kernel.Texts;

/**
 * How many disputes of a type an area had this week, and whether that is more than it was. What
 * nobody counted then is not compared: it is not nought.
 *
 * @param week the seven days up to today
 */
record Rise(
    String area, DisputeType type, Tally.Term week, long now, Past weekBefore, Past yearBefore) {
  /** Fewer in a week are no rise, whatever they were before. */
  static final int LEAST = 6;

  /** By how much more, of a hundred. */
  private static final int PERCENT = 50;

  /**
   * How many times the usual scatter the difference must be. Independent events that come n a week
   * scatter by the root of n, the difference of two weeks by the root of both together.
   */
  private static final double SCATTERS = 2.5;

  private static final Texts TEXTS = Texts.of("statistics");
  private static final Texts WORDS = Texts.of("ledger");

  /**
   * What was counted in an earlier term.
   *
   * @param known whether the area was counted at all by then
   */
  record Past(Tally.Term term, long count, boolean known) {}

  /** Why it is warned of, one reason a line; empty where it is not. */
  Optional<List<String>> reasons() {
    if (!above(weekBefore) && !above(yearBefore)) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(
                TEXTS.get("rise.now", WORDS.get("type." + type), term(week), count(now)),
                against("rise.week", weekBefore),
                against("rise.year", yearBefore),
                TEXTS.get("rise.rule", count(LEAST), count(PERCENT)))
            .toList());
  }

  private boolean above(Past past) {
    return past.known() && now - past.count() >= threshold(past);
  }

  /** How many more than then it must be. */
  private long threshold(Past past) {
    long scatter = (long) Math.ceil(SCATTERS * Math.sqrt(now + past.count()));
    long share = (PERCENT * past.count() + 99) / 100;
    return Math.max(Math.max(scatter, share), LEAST - past.count());
  }

  private String against(String key, Past past) {
    String term = term(past.term());
    if (!past.known()) {
      return TEXTS.get(key + ".unknown", term);
    }
    long more = now - past.count();
    String growth = Ratio.growth(now, past.count());
    String share = growth == null ? TEXTS.get("rise.fromNothing") : signed(growth) + "%";
    String grown = TEXTS.get(more < 0 ? "rise.less" : "rise.more", count(Math.abs(more)), share);
    String verdict = TEXTS.get(above(past) ? "rise.above" : "rise.below", count(threshold(past)));
    return TEXTS.get(key, term, count(past.count()), grown, verdict);
  }

  private static String signed(String growth) {
    return growth.startsWith("-") ? growth : "+" + growth;
  }

  private static String term(Tally.Term term) {
    return TEXTS.get("rise.term", term.from().toString(), term.to().toString());
  }

  private static String count(long n) {
    return String.valueOf(n);
  }
}
