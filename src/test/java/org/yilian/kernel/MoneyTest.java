package org.yilian.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "0, 零元整",
    "1, 壹分",
    "5, 伍分",
    "9, 玖分",
    "10, 壹角整",
    "50, 伍角整",
    "53, 伍角叁分",
    "100, 壹元整",
    "101, 壹元零壹分",
    "110, 壹元壹角整",
    "1000, 壹拾元整",
    "1001, 壹拾元零壹分",
    "1015, 壹拾元壹角伍分",
    "1100, 壹拾壹元整",
    "10000, 壹佰元整",
    "10100, 壹佰零壹元整",
    "11000, 壹佰壹拾元整",
    "32504, 叁佰贰拾伍元零肆分",
    "100100, 壹仟零壹元整",
    "101000, 壹仟零壹拾元整",
    "140950, 壹仟肆佰零玖元伍角整",
    "168032, 壹仟陆佰捌拾元叁角贰分",
    "600714, 陆仟零柒元壹角肆分",
    "650000, 陆仟伍佰元整",
    "1000000, 壹万元整",
    "1000100, 壹万零壹元整",
    "1001010, 壹万零壹拾元壹角整",
    "1010000, 壹万零壹佰元整",
    "1100000, 壹万壹仟元整",
    "1640902, 壹万陆仟肆佰零玖元零贰分",
    "10000000, 壹拾万元整",
    "10000100, 壹拾万零壹元整",
    "10700053, 壹拾万柒仟元伍角叁分",
    "10070000, 壹拾万零柒佰元整",
    "100000000, 壹佰万元整",
    "100500000, 壹佰万伍仟元整",
    "101000000, 壹佰零壹万元整",
    "1000000000, 壹仟万元整",
    "1000100000, 壹仟万壹仟元整",
    "1001000000, 壹仟零壹万元整",
    "1001000100, 壹仟零壹万零壹元整",
    "10000000000, 壹亿元整",
    "10000000100, 壹亿零壹元整",
    "10000500000, 壹亿零伍仟元整",
    "10001000000, 壹亿零壹万元整",
    "10050000000, 壹亿零伍拾万元整",
    "10500000000, 壹亿零伍佰万元整",
    "105000000000, 壹拾亿伍仟万元整",
    "1000000000000, 壹佰亿元整",
    "100000000000000, 壹万亿元整",
    "100000000000001, 壹万亿元零壹分",
    "100010000000000, 壹万零壹亿元整",
    "100000001000000, 壹万亿零壹万元整",
    "123456789012345, 壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分",
    "999999999999999, 玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"
  })
  void spellsCapitals(long fen, String capitals) {
    assertEquals("人民币" + capitals, new Money(fen).capitals());
  }

  @Test
  void writesFiguresAndBoth() {
    assertEquals("￥0.05", new Money(5).figures());
    assertEquals("￥6,500.00", new Money(650_000).figures());
    assertEquals("￥9,999,999,999,999.99", new Money(Money.MAX_FEN).figures());
    assertEquals("￥6,500.00（大写：人民币陆仟伍佰元整）", new Money(650_000).inDocument());
  }

  @Test
  void readsBackWhatItSpelled() {
    Random random = new Random(20260827);
    for (long fen = 0; fen < 300_000; fen++) {
      readsBack(fen);
    }
    for (int i = 0; i < 300_000; i++) {
      readsBack((long) (random.nextDouble() * Math.pow(10, 1 + random.nextInt(15))));
      readsBack(sparse(random));
    }
  }

  @Test
  void staysWithinItsBounds() {
    assertThrows(IllegalArgumentException.class, () -> new Money(-1));
    assertThrows(IllegalArgumentException.class, () -> new Money(Money.MAX_FEN + 1));
    assertThrows(IllegalArgumentException.class, () -> new Money(Money.MAX_FEN).plus(new Money(1)));
    assertThrows(ArithmeticException.class, () -> new Money(Money.MAX_FEN).times(100_000));
    assertEquals(new Money(1_200_000), new Money(100_000).times(12));
  }

  private static long sparse(Random random) {
    long fen = 0;
    for (int digit = 0; digit < 15; digit++) {
      fen = fen * 10 + (random.nextInt(4) == 0 ? random.nextInt(10) : 0);
    }
    return fen;
  }

  private static void readsBack(long fen) {
    String words = new Money(fen).capitals();
    assertFalse(words.contains("零零"), words);
    assertEquals(words.endsWith("整"), fen % 10 == 0, words);
    assertEquals(fen, read(words.substring(3)), words);
  }

  /** An independent reader of capitals, by value of units rather than by groups of digits. */
  private static long read(String words) {
    long total = 0;
    long section = 0;
    long digit = 0;
    for (char c : words.toCharArray()) {
      int value = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
      int place = "拾佰仟".indexOf(c);
      if (value >= 0) {
        digit = value;
      } else if (place >= 0) {
        section += digit * Math.round(Math.pow(10, place + 1));
        digit = 0;
      } else if (c == '万') {
        section = (section + digit) * 10_000;
        total += section;
        section = 0;
        digit = 0;
      } else if (c == '亿') {
        total = (total + section + digit) * 100_000_000;
        section = 0;
        digit = 0;
      } else if (c == '元') {
        total = (total + section + digit) * 100;
        section = 0;
        digit = 0;
      } else if (c == '角') {
        total += digit * 10;
        digit = 0;
      } else if (c == '分') {
        total += digit;
        digit = 0;
      }
    }
    return total;
  }
}
