package org.yilian.agreements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.kernel.Money;

/** Sums of money in prose, in figures and in words. */
final class AmountsInText {
  private static final String FIGURES = "\\d[\\d,]*(?:\\.\\d+)?[百千万亿]?";
  private static final String WORDS = "[" + ChineseNumbers.WORDS + "]+";
  private static final String CENTS =
      "(?:([" + ChineseNumbers.WORDS + "])角)?(?:零?([" + ChineseNumbers.WORDS + "])分)?";
  private static final Pattern SUM =
      Pattern.compile(
          "[￥¥]\\s*(" + FIGURES + ")|(" + FIGURES + ")\\s*(?:余|多)?元|(" + WORDS + ")[元圆块]" + CENTS);
  private static final Pattern FIGURE_AND_CAPITALS =
      Pattern.compile(
          "(" + FIGURES + ")\\s*元?\\s*[（(](?:大写)?[:：]?\\s*(?:人民币)?(" + WORDS + ")[元圆]" + CENTS);

  private AmountsInText() {}

  static List<Money> of(String text) {
    List<Money> sums = new ArrayList<>();
    Matcher matcher = SUM.matcher(text);
    while (matcher.find()) {
      String figures = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      BigDecimal yuan = figures == null ? words(matcher, 3) : ChineseNumbers.read(figures);
      add(sums, yuan);
    }
    return sums;
  }

  /** Whether figures and the capitals in brackets behind them name two sums. */
  static boolean capitalsDiffer(String text) {
    Matcher matcher = FIGURE_AND_CAPITALS.matcher(text);
    while (matcher.find()) {
      if (ChineseNumbers.read(matcher.group(1)).compareTo(words(matcher, 2)) != 0) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal words(Matcher matcher, int group) {
    BigDecimal yuan = ChineseNumbers.read(matcher.group(group));
    return yuan.add(part(matcher.group(group + 1), 1)).add(part(matcher.group(group + 2), 2));
  }

  private static BigDecimal part(String digit, int places) {
    return digit == null ? BigDecimal.ZERO : ChineseNumbers.read(digit).movePointLeft(places);
  }

  private static void add(List<Money> sums, BigDecimal yuan) {
    BigDecimal fen = yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    if (fen.compareTo(BigDecimal.valueOf(Money.MAX_FEN)) <= 0) {
      sums.add(new Money(fen.longValueExact()));
    }
  }
}
