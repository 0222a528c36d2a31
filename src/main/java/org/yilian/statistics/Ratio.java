package org.yilian.statistics;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A share of counts. It is rounded once, when it is shown, and never computed from a rounded
 * figure: 50.15 and 49.95 ten-thousands give 99.60 %, the counts behind them 99.59 %.
 */
record Ratio(long part, long whole) {
  private static final int PLACES = 2;

  /** {@code {part, whole, percent}}; of nothing there is no share. */
  JsonObject toJson() {
    JsonObject view = JsonObject.of("part", part, "whole", whole);
    return whole == 0 ? view : view.put("percent", rounded(percent()));
  }

  /**
   * By how many percentage points this is above the other, or null where one is a share of nothing.
   */
  String pointsAbove(Ratio other) {
    return whole == 0 || other.whole == 0 ? null : rounded(percent().subtract(other.percent()));
  }

  private BigDecimal percent() {
    return BigDecimal.valueOf(part)
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64);
  }

  private static String rounded(BigDecimal number) {
    return number.setScale(PLACES, RoundingMode.HALF_UP).toPlainString();
  }

  /** By how many percent {@code now} is above {@code before}, or null where there was nothing. */
  static String growth(long now, long before) {
    return before == 0 ? null : rounded(new Ratio(now - before, before).percent());
  }
}
