package org.yilian.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The end of a term, in Asia/Shanghai.
 *
 * @param safeDate the last day before any holiday is taken into account: whoever acts by then is on
 *     time under every reading
 * @param lastDate the last day as the calendar moves it, or null while the calendar is not known
 * @param provisional whether the calendar of that year is still to come
 * @param basis the rule and what it did here, in Chinese
 */
public record Deadline(LocalDate safeDate, LocalDate lastDate, boolean provisional, String basis) {
  public Deadline {
    Objects.requireNonNull(safeDate);
    Objects.requireNonNull(basis);
    if (provisional != (lastDate == null)) {
      throw new IllegalArgumentException("a last date is missing exactly while provisional");
    }
    if (lastDate != null && lastDate.isBefore(safeDate)) {
      throw new IllegalArgumentException("a last date is never before the safe one");
    }
  }

  public Optional<LocalDate> last() {
    return Optional.ofNullable(lastDate);
  }

  /** Whether the term is certainly over on this day; never while provisional. */
  public boolean isOverOn(LocalDate today) {
    return lastDate != null && today.isAfter(lastDate);
  }
}
