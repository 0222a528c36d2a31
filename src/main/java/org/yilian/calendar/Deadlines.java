package org.yilian.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yilian.kernel.Texts;

/** Ends of terms. The day a term starts from is not counted (民事诉讼法第八十五条). */
public final class Deadlines {
  private final WorkingDays days;
  private final Texts texts = Texts.of("deadlines");

  public Deadlines(WorkingDays days) {
    this.days = days;
  }

  /** The date, in Asia/Shanghai, on which something happened. */
  public static LocalDate dateOf(Instant at) {
    return LocalDate.ofInstant(at, WorkingDays.ZONE);
  }

  /** The end of a term of days, months or years that starts from this day. */
  public Deadline after(Term term, LocalDate start) {
    switch (term.unit()) {
      case WORKING_DAYS:
        return working(term, start);
      case DAYS:
        return dated(term, start.plusDays(term.count()));
      case MONTHS:
        return dated(term, start.plusMonths(term.count()));
      case YEARS:
        return dated(term, start.plusYears(term.count()));
      default:
        throw new IllegalArgumentException(term + " ends at an instant");
    }
  }

  /** The end of a term of minutes or hours. Hours run from the next full hour (民事诉讼法解释第一百二十五条). */
  public Instant after(Term term, Instant start) {
    switch (term.unit()) {
      case MINUTES:
        return start.plus(Duration.ofMinutes(term.count()));
      case HOURS:
        return start.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(term.count() + 1L));
      default:
        throw new IllegalArgumentException(term + " ends on a day");
    }
  }

  /** The rule a term comes from, in Chinese. */
  public String basis(Term term) {
    return texts.get(term.name());
  }

  private Deadline working(Term term, LocalDate start) {
    Optional<LocalDate> last =
        days.knows(start) ? days.after(start, term.count()) : Optional.empty();
    if (last.isEmpty()) {
      return provisional(term, start.plusDays(term.count()));
    }
    return new Deadline(last.get(), last.get(), false, basis(term));
  }

  /** A day off at the end moves it (民事诉讼法第八十五条); the unmoved day stays the safe one. */
  private Deadline dated(Term term, LocalDate end) {
    if (!term.rolls()) {
      return new Deadline(end, end, false, basis(term));
    }
    Optional<LocalDate> last = days.onOrAfter(end);
    if (last.isEmpty()) {
      return provisional(term, end);
    }
    return new Deadline(end, last.get(), false, basis(term) + moved(end, last.get()));
  }

  private String moved(LocalDate end, LocalDate last) {
    return days.nameOfDayOff(end)
        .map(name -> texts.get("moved", end.toString(), name, last.toString()))
        .orElse("");
  }

  private Deadline provisional(Term term, LocalDate end) {
    return new Deadline(end, null, true, basis(term) + texts.get("provisional", end.toString()));
  }
}
