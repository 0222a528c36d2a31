package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.BreakIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseLinesTest {
  @ParameterizedTest
  @CsvSource({
    "视为合格……, 视|为|合|格……",
    "甲——乙, 甲——|乙",
    "（大写：壹元）, （大|写：|壹|元）",
    "付￥6500.00元整, 付|￥6500.00|元|整",
    "《民法典》“第1条”, 《民|法|典》|“第|1|条”",
    "杨䶮𠅤，女, 杨|䶮|𠅤，|女",
    "open hash 是, open |hash |是",
    "2026年7月, 2026|年|7|月"
  })
  void breaksOnlyWhereALineMayEnd(String text, String parts) {
    ChineseLines lines = new ChineseLines();
    lines.setText(text);
    StringBuilder broken = new StringBuilder();
    int from = 0;
    for (int to = lines.next(); to != BreakIterator.DONE; to = lines.next()) {
      broken.append(from == 0 ? "" : "|").append(text, from, to);
      from = to;
    }
    assertEquals(parts, broken.toString());
  }
}
