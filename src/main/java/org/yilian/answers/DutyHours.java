package org.yilian.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.yilian.calendar.WorkingDays;
import org.yilian.kernel.Texts;

/** When somebody sits behind a hand-over: on worked days from nine to half past five. */
final class DutyHours {
  private static final Texts TEXTS = Texts.of("answers");
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 30);
  private static final int DAYS_AHEAD = 20;

  private final WorkingDays days;

  DutyHours(WorkingDays days) {
    this.days = days;
  }

  boolean open(Instant at) {
    ZonedDateTime now = at.atZone(WorkingDays.ZONE);
    LocalTime time = now.toLocalTime();
    return worked(now.toLocalDate()) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
  }

  /** When an answer may be expected, in words. */
  String expected(Instant at) {
    if (open(at)) {
      return TEXTS.get("duty.now");
    }
    ZonedDateTime now = at.atZone(WorkingDays.ZONE);
    LocalDate day = now.toLocalTime().isBefore(OPENS) ? now.toLocalDate() : tomorrow(now);
    for (int ahead = 0; ahead < DAYS_AHEAD && !worked(day); ahead++) {
      day = day.plusDays(1);
    }
    return TEXTS.get("duty.later", day.getMonthValue(), day.getDayOfMonth());
  }

  private static LocalDate tomorrow(ZonedDateTime now) {
    return now.toLocalDate().plusDays(1);
  }

  /** Of a year whose holidays are not known, weekdays are taken as worked. */
  private boolean worked(LocalDate day) {
    return days.knows(day) ? !days.isDayOff(day) : day.getDayOfWeek().getValue() < 6;
  }
}
