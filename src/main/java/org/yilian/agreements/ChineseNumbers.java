package org.yilian.agreements;

import java.math.BigDecimal;

/** Reads numbers as prose writes them: 6,500 · 6.5万 · 六千五百 · 陆仟伍佰. */
final class ChineseNumbers {
  /** Every character of a number in words, for use in a character class. */
  static final String WORDS = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String CAPITALS = "零壹贰叁肆伍陆柒捌玖";
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
  private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

  private ChineseNumbers() {}

  static BigDecimal read(String number) {
    String plain = number.replace(",", "").replace("，", "");
    char last = plain.charAt(plain.length() - 1);
    if (!Character.isDigit(plain.charAt(0))) {
      return BigDecimal.valueOf(words(plain));
    }
    if (Character.isDigit(last)) {
      return new BigDecimal(plain);
    }
    BigDecimal head = new BigDecimal(plain.substring(0, plain.length() - 1));
    switch (last) {
      case '亿':
        return head.multiply(YI);
      case '万':
        return head.multiply(WAN);
      case '千':
        return head.movePointRight(3);
      default:
        return head.movePointRight(2);
    }
  }

  private static long words(String words) {
    long total = 0;
    long section = 0;
    long digit = 0;
    for (char c : words.toCharArray()) {
      int power = "十百千".indexOf(c) + 1 + "拾佰仟".indexOf(c) + 1;
      if (c == '万') {
        total += (section + digit) * 10_000;
        section = 0;
        digit = 0;
      } else if (c == '亿') {
        total = (total + section + digit) * 100_000_000;
        section = 0;
        digit = 0;
      } else if (power > 0) {
        section += (digit == 0 ? 1 : digit) * (long) Math.pow(10, power);
        digit = 0;
      } else {
        digit = digit(c);
      }
    }
    return total + section + digit;
  }

  private static int digit(char c) {
    if (c == '两') {
      return 2;
    }
    return Math.max(0, Math.max(DIGITS.indexOf(c), CAPITALS.indexOf(c)));
  }
}
