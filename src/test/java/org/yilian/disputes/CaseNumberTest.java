package org.yilian.disputes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which part of a question is a whole case number. */
class CaseNumberTest {
  @Test
  void aNumberIsKnownInWhicheverBracketsItIsTyped() {
    for (String typed : List.of("（2026）易调字第7号", "(2026)易调字第7号", "〔2026〕易调字第7号", "[2026] 易调字第7号")) {
      assertEquals(
          List.of(new CaseNumber(List.of(2026), "易调字第7号")), CaseNumber.in(typed, 2027), typed);
      assertEquals("", CaseNumber.without(typed));
    }
    List<String> spelt = List.of(new CaseNumber(List.of(2026), "易调字第7号").spellings());
    assertTrue(spelt.contains("（2026）易调字第7号"));
    assertTrue(spelt.contains("(2026)易调字第7号"));
  }

  @Test
  void withoutItsYearItIsThatOfTheLastTen() {
    CaseNumber found = CaseNumber.in("易调字第7号", 2026).get(0);
    assertEquals(List.of(2026, 2017), List.of(found.years().get(0), found.years().get(9)));
    assertTrue(List.of(found.spellings()).contains("（2021）易调字第7号"));
  }

  @Test
  void whatStandsBesideItIsAskedForToo() {
    String rest = CaseNumber.without("漏水 （2026）渝0112诉前调1号 张三");
    assertEquals(List.of("漏水", "张三"), List.of(rest.split("\\s+")));
    assertEquals(List.of(), CaseNumber.in("嘉陵路77号", 2026));
    assertEquals(List.of(), CaseNumber.in("2026年第7号", 2026));
    assertEquals(List.of(), CaseNumber.in("（2026）", 2026));
  }
}
