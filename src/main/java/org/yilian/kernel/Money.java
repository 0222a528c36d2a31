package org.yilian.kernel;

/** An amount of renminbi in fen: whole, never negative, below ten trillion yuan. */
public record Money(long fen) implements Comparable<Money> {
  /** 9,999,999,999,999.99 yuan: written with 万亿, and exact as a number in JSON. */
  public static final long MAX_FEN = 999_999_999_999_999L;

  private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final long WAN = 10_000L;
  private static final long YI = 100_000_000L;

  public Money {
    if (fen < 0 || fen > MAX_FEN) {
      throw new IllegalArgumentException("money out of bounds");
    }
  }

  public Money plus(Money other) {
    return new Money(fen + other.fen);
  }

  public Money times(int count) {
    return new Money(Math.multiplyExact(fen, (long) count));
  }

  /** Figures with the sign, as {@code ￥6,500.00}. */
  public String figures() {
    return String.format("￥%,d.%02d", fen / 100, fen % 100);
  }

  /**
   * Capitals, as {@code 人民币陆仟伍佰元整}. Also an amount that ends in 角 is closed with 整, so that nothing
   * can be written behind it.
   */
  public String capitals() {
    long yuan = fen / 100;
    int jiao = (int) (fen / 10 % 10);
    int last = (int) (fen % 10);
    StringBuilder words = new StringBuilder("人民币");
    if (yuan > 0 || fen == 0) {
      words.append(yuan == 0 ? DIGITS[0] : spelled(yuan)).append('元');
    }
    if (jiao > 0) {
      words.append(DIGITS[jiao]).append('角');
    } else if (last > 0 && yuan > 0) {
      words.append(DIGITS[0]);
    }
    return last > 0 ? words.append(DIGITS[last]).append('分').toString() : words + "整";
  }

  /** As a document writes it: {@code ￥6,500.00（大写：人民币陆仟伍佰元整）}. */
  public String inDocument() {
    return figures() + "（大写：" + capitals() + "）";
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  private static String spelled(long number) {
    if (number >= YI) {
      return joined(number / YI, "亿", number % YI, YI / 10);
    }
    return number >= WAN
        ? joined(number / WAN, "万", number % WAN, WAN / 10)
        : fourDigits((int) number);
  }

  /** A gap of noughts between two groups is written as one 零, none where the lower one is full. */
  private static String joined(long high, String unit, long low, long full) {
    String words = spelled(high) + unit;
    if (low == 0) {
      return words;
    }
    return words + (low < full ? DIGITS[0] : "") + spelled(low);
  }

  private static String fourDigits(int number) {
    StringBuilder words = new StringBuilder();
    boolean gap = false;
    int divisor = 1000;
    for (int place = 3; place >= 0; place--, divisor /= 10) {
      int digit = number / divisor % 10;
      if (digit == 0) {
        gap = words.length() > 0;
        continue;
      }
      words.append(gap ? DIGITS[0] : "").append(DIGITS[digit]).append(PLACES[place]);
      gap = false;
    }
    return words.toString();
  }
}
