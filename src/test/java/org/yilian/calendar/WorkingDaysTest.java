package org.yilian.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private final WorkingDays days = WorkingDays.loaded();

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, true",
    "2026-01-04, false",
    "2026-02-14, false",
    "2026-02-15, true",
    "2026-02-23, true",
    "2026-02-24, false",
    "2026-02-28, false",
    "2026-04-06, true",
    "2026-05-05, true",
    "2026-05-09, false",
    "2026-06-19, true",
    "2026-06-22, false",
    "2026-08-29, true",
    "2026-08-30, true",
    "2026-08-31, false",
    "2026-09-20, false",
    "2026-09-25, true",
    "2026-10-07, true",
    "2026-10-08, false",
    "2026-10-10, false",
    "2026-10-11, true"
  })
  void tellsDaysOff(LocalDate day, boolean off) {
    assertEquals(off, days.isDayOff(day));
  }

  @Test
  void namesDaysOff() {
    assertEquals(Optional.of("中秋节"), days.nameOfDayOff(LocalDate.of(2026, 9, 26)));
    assertEquals(Optional.of("周末"), days.nameOfDayOff(LocalDate.of(2026, 8, 29)));
    assertEquals(Optional.empty(), days.nameOfDayOff(LocalDate.of(2026, 9, 20)));
  }

  @Test
  void has248WorkedDaysIn2026() {
    LocalDate first = LocalDate.of(2026, 1, 1);
    long worked = first.datesUntil(first.plusYears(1)).filter(day -> !days.isDayOff(day)).count();
    assertEquals(248, worked);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-27, 2, 2026-08-31",
    "2026-08-28, 3, 2026-09-02",
    "2026-09-18, 2, 2026-09-21",
    "2026-09-24, 3, 2026-09-30",
    "2026-09-30, 3, 2026-10-10",
    "2026-02-13, 2, 2026-02-24",
    "2026-08-21, 7, 2026-09-01",
    "2026-08-22, 1, 2026-08-24",
    "2026-08-22, 0, 2026-08-22"
  })
  void countsWorkedDays(LocalDate from, int n, LocalDate end) {
    assertEquals(Optional.of(end), days.after(from, n));
  }

  @Test
  void neverGuessesBeyondItsCalendar() {
    LocalDate unknown = LocalDate.of(2027, 1, 4);
    assertFalse(days.knows(unknown));
    assertThrows(IllegalArgumentException.class, () -> days.isDayOff(unknown));
    assertEquals(Optional.empty(), days.after(LocalDate.of(2026, 12, 30), 2));
    assertEquals(
        Optional.of(LocalDate.of(2026, 12, 31)), days.after(LocalDate.of(2026, 12, 30), 1));
  }

  @Test
  void refusesAFaultyCalendar() {
    JsonObject weekdayWorked = year().put("workedDays", new JsonArray().add("2026-08-27"));
    assertThrows(IllegalArgumentException.class, () -> CalendarYear.of(weekdayWorked));
    JsonObject anotherYear = year().put("year", 2027);
    assertThrows(IllegalArgumentException.class, () -> CalendarYear.of(anotherYear));
    assertTrue(CalendarYear.of(year()).daysOff().containsKey(LocalDate.of(2026, 1, 2)));
  }

  private static JsonObject year() {
    JsonObject newYear =
        new JsonObject().put("name", "元旦").put("from", "2026-01-01").put("to", "2026-01-03");
    return new JsonObject()
        .put("year", 2026)
        .put("daysOff", new JsonArray().add(newYear))
        .put("workedDays", new JsonArray().add("2026-01-04"));
  }
}
