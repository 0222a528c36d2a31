package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers of articles, as laws and people write them. */
class ArticleNumberTest {
  @Test
  void oneArticleHoweverItIsWritten() {
    ArticleNumber expected = new ArticleNumber(1084, 0);
    for (String written :
        new String[] {"1084", "第1084条", "第一千零八十四条", "一千零八十四", "第 1084 条", "１０８４"}) {
      assertEquals(Optional.of(expected), ArticleNumber.parse(written), written);
    }
    assertEquals("第一千零八十四条", expected.toString());
  }

  @Test
  void everyNumberIsReadAsItIsWritten() {
    for (int main = 1; main <= 9999; main++) {
      ArticleNumber number = new ArticleNumber(main, main % 30);
      assertEquals(Optional.of(number), ArticleNumber.parse(number.toString()));
    }
    assertEquals("第十条", new ArticleNumber(10, 0).toString());
    assertEquals("第一百一十条", new ArticleNumber(110, 0).toString());
    assertEquals("第二千零五条之十二", new ArticleNumber(2005, 12).toString());
  }

  @Test
  void whatIsNoNumberIsNone() {
    for (String other : new String[] {"", "第条", "第零条", "0", "第十章", "99999", "第一条之零", "民法典"}) {
      assertEquals(Optional.empty(), ArticleNumber.parse(other), other);
    }
    assertThrows(IllegalArgumentException.class, () -> new ArticleNumber(0, 0));
  }
}
