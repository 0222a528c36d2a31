package org.yilian.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yilian.calendar.WorkingDays;

/** When somebody may be expected behind a hand-over; times are of Shanghai, eight hours ahead. */
class DutyHoursTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-25T02:00:00Z, 工作时间内尽快",
    "2026-11-25T18:00:00Z, 11月26日上午九点以后",
    "2026-11-25T00:30:00Z, 11月25日上午九点以后",
    "2026-11-27T10:00:00Z, 11月30日上午九点以后",
    "2026-09-30T12:00:00Z, 10月8日上午九点以后",
    "2026-09-19T18:30:00Z, 9月20日上午九点以后",
    "2026-12-31T12:00:00Z, 1月1日上午九点以后",
  })
  void theNextWorkedMorningIsNamed(Instant at, String expected) {
    assertEquals(expected, new DutyHours(WorkingDays.loaded()).expected(at));
  }
}
