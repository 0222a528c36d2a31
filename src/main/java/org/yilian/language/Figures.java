package org.yilian.language;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a Chinese text by their value: 6,500, 6500 and 六千五百 are one. */
final class Figures {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String POWERS = "十百千";

  private static final Pattern FIGURE =
      Pattern.compile("([0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?)\\s*([百千万亿]*)");

  private static final Pattern WORDS = Pattern.compile("[零〇一二两三四五六七八九十百千万亿]+");

  /** Of 一 alone, and of what is not counted with a unit, only turns of speech are made. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?<!万)([〇零二两三四五六七八九十百千万亿][零〇一二两三四五六七八九十百千万亿]*"
              + "|[一二两三四五六七八九][十百千万亿][零〇一二两三四五六七八九十百千万亿]*)"
              + "(?=\\s*(?:元|块|天|日|月|号|年|周|岁|次|个|人|户|间|米|平|小时|点|成|倍|份|期|层|斤|吨))"
              + "|一(?=元|块钱|天内|天之|日内|月|年|周内|岁|成|倍|个月|个星期|个工作日|小时)"
              + "|(?<=百分之)[零〇一二两三四五六七八九十]+");

  private Figures() {}

  /** Everything that may be meant as a number. */
  static Set<BigDecimal> in(String text) {
    String plain = halfWidth(text);
    Set<BigDecimal> found = written(plain);
    Matcher words = WORDS.matcher(unwritten(plain));
    while (words.find()) {
      found.add(value(words.group()));
    }
    return found;
  }

  /** What can be meant as nothing but a number. */
  static Set<BigDecimal> counted(String text) {
    String plain = halfWidth(text);
    Set<BigDecimal> found = written(plain);
    Matcher words = COUNTED.matcher(unwritten(plain));
    while (words.find()) {
      found.add(value(words.group()));
    }
    return found;
  }

  private static Set<BigDecimal> written(String plain) {
    Set<BigDecimal> found = new HashSet<>();
    Matcher figures = FIGURE.matcher(plain);
    while (figures.find()) {
      BigDecimal number = new BigDecimal(figures.group(1).replace(",", ""));
      for (char power : figures.group(2).toCharArray()) {
        number = number.multiply(power(power));
      }
      found.add(number.stripTrailingZeros());
    }
    return found;
  }

  /** What is left for words: the 万 of 1.2万 is no number by itself. */
  private static String unwritten(String plain) {
    return FIGURE.matcher(plain).replaceAll(" ");
  }

  private static String halfWidth(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      boolean wide = c >= '０' && c <= '９' || c == '．';
      plain.append(wide ? (char) (c - '０' + '0') : c);
    }
    return plain.toString();
  }

  private static BigDecimal value(String words) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    int digit = -1;
    for (char c : words.replace('〇', '零').replace('两', '二').toCharArray()) {
      if (POWERS.indexOf(c) >= 0) {
        section = section.add(power(c).multiply(BigDecimal.valueOf(digit <= 0 ? 1 : digit)));
        digit = -1;
      } else if (c == '万' || c == '亿') {
        BigDecimal before = section.add(BigDecimal.valueOf(Math.max(digit, 0)));
        total = total.add(before.signum() == 0 ? BigDecimal.ONE : before).multiply(power(c));
        section = BigDecimal.ZERO;
        digit = -1;
      } else {
        digit = DIGITS.indexOf(c);
      }
    }
    return total.add(section).add(BigDecimal.valueOf(Math.max(digit, 0))).stripTrailingZeros();
  }

  private static BigDecimal power(char c) {
    return BigDecimal.TEN.pow(c == '亿' ? 8 : c == '万' ? 4 : POWERS.indexOf(c) + 1);
  }
}
