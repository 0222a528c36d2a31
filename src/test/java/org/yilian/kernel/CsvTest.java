package org.yilian.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void whatWouldBreakALineOrBeAFormulaStaysText() {
    assertEquals("\"a\"\"b\",'=1+1,,3,\"x\ny\"\r\n", Csv.line("a\"b", "=1+1", null, 3, "x\ny"));
    assertEquals("-3,'-3\r\n", Csv.line(-3, "-3"));
  }
}
