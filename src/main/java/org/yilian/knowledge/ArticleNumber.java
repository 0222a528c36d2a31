package org.yilian.knowledge;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an article, such as 第一千零八十四条, and of one that was put in later, 第一百二十条之一.
 *
 * @param main from 1
 * @param added 0, or which of those that were put in behind it
 */
public record ArticleNumber(int main, int added) implements Comparable<ArticleNumber> {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String NUMERAL = "[0-9０-９零〇一二两三四五六七八九十百千]{1,12}";
  private static final int HIGHEST = 9999;

  /** With 第 and 条, as laws and most people write it. */
  static final Pattern WRITTEN =
      Pattern.compile("第\\s*(" + NUMERAL + ")\\s*条(?:\\s*之\\s*(" + NUMERAL + "))?");

  /** Also 1084, 1084条 or 第1084. */
  private static final Pattern ANY =
      Pattern.compile("第?\\s*(" + NUMERAL + ")\\s*条?(?:\\s*之\\s*(" + NUMERAL + "))?");

  public ArticleNumber {
    if (main < 1 || main > HIGHEST || added < 0 || added > HIGHEST) {
      throw new IllegalArgumentException("no article number: " + main + "/" + added);
    }
  }

  /** Reads one number however it is written; empty where the text is anything else. */
  public static Optional<ArticleNumber> parse(String text) {
    Matcher matcher = ANY.matcher(text.strip());
    return matcher.matches() ? of(matcher) : Optional.empty();
  }

  /** The number that a match of {@link #WRITTEN} or one like it holds in its two last groups. */
  static Optional<ArticleNumber> of(Matcher matcher) {
    int main = value(matcher.group(1));
    int added = matcher.group(2) == null ? 0 : value(matcher.group(2));
    boolean sound = main >= 1 && main <= HIGHEST && (matcher.group(2) == null || added >= 1);
    return sound && added <= HIGHEST
        ? Optional.of(new ArticleNumber(main, added))
        : Optional.empty();
  }

  /** −1 where the characters make no number. */
  private static int value(String numeral) {
    return numeral.chars().allMatch(Character::isDigit)
        ? (numeral.length() > 4 ? -1 : Integer.parseInt(numeral))
        : words(numeral);
  }

  private static int words(String numeral) {
    int total = 0;
    int digit = 0;
    for (char c : numeral.replace('〇', '零').replace('两', '二').toCharArray()) {
      int power = "十百千".indexOf(c) + 1;
      if (power > 0) {
        total += (digit == 0 ? 1 : digit) * (int) Math.pow(10, power);
        digit = 0;
      } else if (DIGITS.indexOf(c) >= 0) {
        digit = DIGITS.indexOf(c);
      } else {
        return -1;
      }
    }
    return total + digit;
  }

  /** As a law writes it: 第一千零八十四条. */
  @Override
  public String toString() {
    return "第" + chinese(main) + "条" + (added == 0 ? "" : "之" + chinese(added));
  }

  private static String chinese(int number) {
    StringBuilder words = new StringBuilder();
    String figures = String.valueOf(number);
    for (int i = 0; i < figures.length(); i++) {
      int digit = figures.charAt(i) - '0';
      int power = figures.length() - 1 - i;
      if (digit > 0) {
        boolean teen = words.isEmpty() && power == 1 && digit == 1;
        words
            .append(teen ? "" : DIGITS.charAt(digit))
            .append(power > 0 ? "十百千".charAt(power - 1) : "");
      } else if (!figures.substring(i).matches("0*") && !words.toString().endsWith("零")) {
        words.append('零');
      }
    }
    return words.toString();
  }

  @Override
  public int compareTo(ArticleNumber other) {
    Objects.requireNonNull(other);
    return main != other.main
        ? Integer.compare(main, other.main)
        : Integer.compare(added, other.added);
  }
}
