package org.yilian.agreements;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates in prose, in percent a year: 月利率2%, 月息两分, 每日万分之五, 年利率 15.4%. */
final class Rates {
  private static final String NUMBER = "([\\d.]+|[" + ChineseNumbers.WORDS + "]+)";
  private static final Pattern RATE =
      Pattern.compile(
          "(日利率|每日|每天|按日|月利率|月息|每月|按月|年利率|年息|年化|每年|按年)[^，。；\\d]{0,14}?(?:"
              + NUMBER
              + "\\s*(%|％|‰|分(?!期|之|别)|厘)|(百|千|万)分之"
              + NUMBER
              + ")");

  private Rates() {}

  static List<BigDecimal> yearly(String text) {
    List<BigDecimal> rates = new ArrayList<>();
    Matcher matcher = RATE.matcher(text);
    while (matcher.find()) {
      BigDecimal percent =
          matcher.group(2) != null
              ? scaled(number(matcher.group(2)), matcher.group(3), matcher.group(1))
              : fraction(number(matcher.group(5)), matcher.group(4));
      rates.add(percent.multiply(BigDecimal.valueOf(perYear(matcher.group(1)))));
    }
    return rates;
  }

  private static BigDecimal number(String words) {
    return words.endsWith(".") ? BigDecimal.ZERO : ChineseNumbers.read(words);
  }

  /** 分 is a percent a month and ten percent a year, 厘 a tenth of either. */
  private static BigDecimal scaled(BigDecimal number, String unit, String period) {
    int byTheYear = period.contains("年") ? 1 : 0;
    switch (unit) {
      case "‰":
        return number.movePointLeft(1);
      case "分":
        return number.movePointRight(byTheYear);
      case "厘":
        return number.movePointLeft(1 - byTheYear);
      default:
        return number;
    }
  }

  private static BigDecimal fraction(BigDecimal number, String of) {
    int places = of.equals("百") ? 0 : of.equals("千") ? 1 : 2;
    return number.movePointLeft(places).round(MathContext.DECIMAL32);
  }

  private static int perYear(String period) {
    if (period.contains("年")) {
      return 1;
    }
    return period.contains("月") ? 12 : 365;
  }
}
