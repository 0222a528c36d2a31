package org.yilian.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlinesTest {
  private final Deadlines deadlines = new Deadlines(WorkingDays.loaded());

  @ParameterizedTest
  @CsvSource({
    "CONFIRMATION, 2026-08-27, 2026-09-26, 2026-09-28",
    "CONFIRMATION, 2026-08-21, 2026-09-20, 2026-09-20",
    "CONFIRMATION, 2026-07-29, 2026-08-28, 2026-08-28",
    "CONFIRMATION, 2026-07-30, 2026-08-29, 2026-08-31",
    "CONFIRMATION, 2026-09-01, 2026-10-01, 2026-10-08",
    "CONFIRMATION, 2026-09-10, 2026-10-10, 2026-10-10",
    "CONFIRMATION, 2026-01-16, 2026-02-15, 2026-02-24",
    "CONFIRMATION, 2026-01-30, 2026-03-01, 2026-03-02",
    "CONFIRMATION, 2026-01-29, 2026-02-28, 2026-02-28",
    "CONFIRMATION, 2026-12-01, 2026-12-31, 2026-12-31",
    "CONFIRMATION, 2025-12-10, 2026-01-09, 2026-01-09",
    "COURT_ACCEPTANCE, 2026-09-22, 2026-09-25, 2026-09-28",
    "COURT_DECISION, 2026-09-15, 2026-09-30, 2026-09-30",
    "OBJECTION_OF_PARTY, 2026-09-16, 2026-10-01, 2026-10-08",
    "OBJECTION_OF_INTERESTED, 2026-03-31, 2026-09-30, 2026-09-30",
    "OBJECTION_OF_INTERESTED, 2026-04-01, 2026-10-01, 2026-10-08",
    "ENFORCEMENT, 2024-08-28, 2026-08-28, 2026-08-28",
    "MEDIATOR_CHOICE, 2026-09-24, 2026-09-29, 2026-09-29",
    "FIRST_CONTACT, 2026-08-27, 2026-09-01, 2026-09-01",
    "SECOND_POLICE_MEDIATION, 2026-09-21, 2026-10-08, 2026-10-08",
    "NO_CRIMINAL_RECORD, 2026-09-23, 2026-09-26, 2026-09-26"
  })
  void endsOn(Term term, LocalDate start, LocalDate safe, LocalDate last) {
    Deadline deadline = deadlines.after(term, start);
    assertEquals(safe, deadline.safeDate());
    assertEquals(last, deadline.lastDate());
    assertFalse(deadline.provisional());
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMATION, 2026-12-02, 2027-01-01",
    "CONFIRMATION, 2027-03-01, 2027-03-31",
    "ENFORCEMENT, 2026-08-27, 2028-08-27",
    "FIRST_CONTACT, 2026-12-30, 2027-01-02",
    "FIRST_CONTACT, 2025-12-31, 2026-01-03"
  })
  void isProvisionalBeyondTheCalendar(Term term, LocalDate start, LocalDate safe) {
    Deadline deadline = deadlines.after(term, start);
    assertTrue(deadline.provisional());
    assertEquals(safe, deadline.safeDate());
    assertNull(deadline.lastDate());
    assertTrue(deadline.last().isEmpty());
    assertFalse(deadline.isOverOn(safe.plusYears(1)));
    assertTrue(deadline.basis().contains("放假安排还没有载入"));
  }

  @Test
  void saysWhatTheCalendarDid() {
    Deadline moved = deadlines.after(Term.CONFIRMATION, LocalDate.of(2026, 8, 27));
    assertTrue(moved.basis().startsWith("民事诉讼法第二百零五条、第八十五条"));
    assertTrue(moved.basis().contains("2026-09-26 是休假日（中秋节）"));
    assertTrue(moved.basis().contains("2026-09-28"));
    Deadline worked = deadlines.after(Term.CONFIRMATION, LocalDate.of(2026, 8, 21));
    assertFalse(worked.basis().contains("休假日"));
  }

  @Test
  void isOverOnlyAfterItsLastDay() {
    Deadline deadline = deadlines.after(Term.CONFIRMATION, LocalDate.of(2026, 8, 27));
    assertFalse(deadline.isOverOn(LocalDate.of(2026, 9, 28)));
    assertTrue(deadline.isOverOn(LocalDate.of(2026, 9, 29)));
  }

  @Test
  void countsHoursFromTheNextFullHour() {
    Instant asked = Instant.parse("2026-08-27T02:20:00Z");
    assertEquals(
        Instant.parse("2026-08-30T03:00:00Z"), deadlines.after(Term.PROTECTION_ORDER, asked));
    assertEquals(
        Instant.parse("2026-08-28T03:00:00Z"),
        deadlines.after(Term.PROTECTION_ORDER_URGENT, asked));
    assertEquals(
        Instant.parse("2026-08-27T02:50:00Z"),
        deadlines.after(Term.JOINT_ENFORCEMENT_REPLY, asked));
  }

  @Test
  void datesAreThoseOfShanghai() {
    assertEquals(
        LocalDate.of(2026, 8, 27), Deadlines.dateOf(Instant.parse("2026-08-26T16:00:00Z")));
    assertEquals(
        LocalDate.of(2026, 8, 26), Deadlines.dateOf(Instant.parse("2026-08-26T15:59:59Z")));
  }

  @ParameterizedTest
  @EnumSource(Term.class)
  void everyTermHasABasis(Term term) {
    assertFalse(deadlines.basis(term).isBlank());
    if (term.endsAtAnInstant()) {
      assertThrows(
          IllegalArgumentException.class, () -> deadlines.after(term, LocalDate.of(2026, 8, 27)));
    } else {
      assertThrows(IllegalArgumentException.class, () -> deadlines.after(term, Instant.EPOCH));
    }
  }
}
