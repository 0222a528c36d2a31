package org.yilian.calendar;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which days are worked in the PRC. It knows only the years whose holiday notice it holds, and says
 * so: of a day beyond them it never guesses.
 */
public final class WorkingDays {
  /** Every date of the product is a date here. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int FIRST_YEAR = 2026;

  private final SortedMap<Integer, CalendarYear> years;

  WorkingDays(SortedMap<Integer, CalendarYear> years) {
    this.years = new TreeMap<>(years);
  }

  /** The years on the classpath, {@code calendar/2026.json} and those that follow on it. */
  public static WorkingDays loaded() {
    SortedMap<Integer, CalendarYear> years = new TreeMap<>();
    for (int year = FIRST_YEAR; ; year++) {
      Optional<CalendarYear> read = read(year);
      if (read.isEmpty()) {
        return new WorkingDays(years);
      }
      years.put(year, read.get());
    }
  }

  private static Optional<CalendarYear> read(int year) {
    String file = "calendar/" + year + ".json";
    try (InputStream in = WorkingDays.class.getClassLoader().getResourceAsStream(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              CalendarYear.of(
                  new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean knows(LocalDate day) {
    return years.containsKey(day.getYear());
  }

  /**
   * Whether nobody works on this day: a holiday, or a weekend day that is not worked instead.
   *
   * @throws IllegalArgumentException if the calendar of that year is not loaded
   */
  public boolean isDayOff(LocalDate day) {
    if (!knows(day)) {
      throw new IllegalArgumentException("no calendar for " + day.getYear());
    }
    CalendarYear year = years.get(day.getYear());
    boolean weekend = day.getDayOfWeek().getValue() >= 6;
    return year.daysOff().containsKey(day) || weekend && !year.workedDays().contains(day);
  }

  /** The holiday's Chinese name, 周末 for a plain weekend day, empty for a day that is worked. */
  public Optional<String> nameOfDayOff(LocalDate day) {
    if (!isDayOff(day)) {
      return Optional.empty();
    }
    return Optional.of(years.get(day.getYear()).daysOff().getOrDefault(day, "周末"));
  }

  /** This day if it is worked, else the first worked day after it; empty beyond the calendar. */
  public Optional<LocalDate> onOrAfter(LocalDate day) {
    LocalDate at = day;
    while (knows(at)) {
      if (!isDayOff(at)) {
        return Optional.of(at);
      }
      at = at.plusDays(1);
    }
    return Optional.empty();
  }

  /** The n-th worked day after this one, which is not counted; empty beyond the calendar. */
  public Optional<LocalDate> after(LocalDate day, int n) {
    LocalDate at = day;
    for (int counted = 0; counted < n; counted++) {
      Optional<LocalDate> next = onOrAfter(at.plusDays(1));
      if (next.isEmpty()) {
        return next;
      }
      at = next.get();
    }
    return Optional.of(at);
  }
}
