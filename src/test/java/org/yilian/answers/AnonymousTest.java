package org.yilian.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is recognised by what others learn from. */
class AnonymousTest {
  @ParameterizedTest
  @CsvSource({
    "我电话13800000000求助, 我电话（号码）求助",
    "身份证 110101199003070011 丢了, 身份证 （号码） 丢了",
    "我叫赵演示和王女士吵架, 我叫某人和某人吵架",
    "写信到 a.b@example.com 没回, 写信到 （邮箱） 没回",
    "住3栋2单元501室漏水, 住某处某处某处漏水",
    "借了5000元没还, 借了5000元没还",
    "9岁的孩子归谁, 9岁的孩子归谁",
    "张某欠我钱, 某人欠我钱",
  })
  void namesAndNumbersAreTakenOut(String text, String expected) {
    assertEquals(expected, Anonymous.of(text, List.of()));
  }

  @Test
  void aNameThatIsKnownIsTakenOutWhereverItStands() {
    assertEquals("某人的房子", Anonymous.of("欧阳小演的房子", List.of("欧阳小演")));
  }
}
