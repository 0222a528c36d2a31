package org.yilian.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.disputes.DisputeType;

/** When a week is more than it was. */
class RiseTest {
  private static final Tally.Term WEEK =
      new Tally.Term(LocalDate.of(2026, 8, 25), LocalDate.of(2026, 8, 31));

  private static Rise rise(long now, long weekBefore, long yearBefore) {
    return new Rise(
        "990001001",
        DisputeType.NEIGHBOUR,
        WEEK,
        now,
        new Rise.Past(WEEK.before(), Math.max(0, weekBefore), weekBefore >= 0),
        new Rise.Past(WEEK.yearBefore(), Math.max(0, yearBefore), yearBefore >= 0));
  }

  private static boolean warned(long now, long weekBefore, long yearBefore) {
    return rise(now, weekBefore, yearBefore).reasons().isPresent();
  }

  private static List<String> reasons(long now, long weekBefore, long yearBefore) {
    return rise(now, weekBefore, yearBefore).reasons().orElseThrow();
  }

  @Test
  void aFewMoreAreChance() {
    assertFalse(warned(5, 0, -1), "fewer than six");
    assertFalse(warned(8, 4, -1), "twice as many, but four more come by themselves");
    assertTrue(warned(16, 4, -1));
    assertFalse(warned(140, 100, -1), "forty in a hundred more");
    assertTrue(warned(150, 100, -1));
  }

  @Test
  void whatNobodyCountedIsNotNought() {
    assertFalse(warned(50, -1, -1));
    assertTrue(warned(50, 0, -1));
    assertEquals("前一周（2026-08-18 至 2026-08-24）本辖区还没有登记数据，不能比较。", reasons(50, -1, 10).get(1));
    assertEquals("去年同期（2025-08-25 至 2025-08-31）本辖区没有登记数据，不能比较。", reasons(50, 10, -1).get(2));
  }

  @Test
  void eitherTermMayShowIt() {
    List<String> told = reasons(30, 28, 10);
    assertEquals("邻里：2026-08-25 至 2026-08-31 共 30 件。", told.get(0));
    assertEquals("前一周（2026-08-18 至 2026-08-24）28 件，多 2 件（+7.14%），没有达到门槛（多 20 件）。", told.get(1));
    assertEquals("去年同期（2025-08-25 至 2025-08-31）10 件，多 20 件（+200.00%），达到门槛（多 16 件）。", told.get(2));
    assertEquals(
        "前一周（2026-08-18 至 2026-08-24）40 件，少 10 件（-25.00%），没有达到门槛（多 21 件）。",
        reasons(30, 40, 10).get(1));
  }
}
