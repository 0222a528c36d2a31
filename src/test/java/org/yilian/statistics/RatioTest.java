package org.yilian.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class RatioTest {
  /** 50.15 and 49.95 ten-thousands, of which the rounded figures give another rate. */
  @Test
  void aRateIsOfTheCountsAndNotOfTheRoundedFigures() {
    assertEquals("99.60", new Ratio(4995, 5015).toJson().getString("percent"));
    assertEquals("99.59", new Ratio(499_463, 501_522).toJson().getString("percent"));
  }

  @Test
  void percentagePointsAreTheDifferenceOfUnroundedRates() {
    assertEquals("0.20", new Ratio(99_590, 100_000).pointsAbove(new Ratio(9_939, 10_000)));
    assertEquals("0.01", new Ratio(10_049, 1_000_000).pointsAbove(new Ratio(9_951, 1_000_000)));
    assertEquals("-33.33", new Ratio(1, 3).pointsAbove(new Ratio(2, 3)));
  }

  @Test
  void ofNothingThereIsNoShareAndNoGrowth() {
    assertFalse(new Ratio(0, 0).toJson().containsKey("percent"));
    assertNull(new Ratio(1, 2).pointsAbove(new Ratio(0, 0)));
    assertNull(Ratio.growth(5, 0));
    assertEquals("-50.00", Ratio.growth(5, 10));
  }
}
