package org.yilian.calendar;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One year of the State Council's holiday notice.
 *
 * @param daysOff each day off that the notice names, with the holiday's Chinese name
 * @param workedDays weekend days that are worked instead
 */
record CalendarYear(int year, Map<LocalDate, String> daysOff, Set<LocalDate> workedDays) {
  CalendarYear {
    daysOff = Map.copyOf(daysOff);
    workedDays = Set.copyOf(workedDays);
    for (LocalDate day : workedDays) {
      if (daysOff.containsKey(day) || day.getDayOfWeek().getValue() < 6) {
        throw new IllegalArgumentException(day + " cannot be a worked weekend day");
      }
    }
    if (!daysOff.keySet().stream().allMatch(day -> day.getYear() == year)
        || !workedDays.stream().allMatch(day -> day.getYear() == year)) {
      throw new IllegalArgumentException("calendar " + year + " holds days of another year");
    }
  }

  /** Reads {@code {year, daysOff: [{name, from, to}], workedDays: [date]}}. */
  static CalendarYear of(JsonObject json) {
    Map<LocalDate, String> daysOff = new TreeMap<>();
    JsonArray holidays = json.getJsonArray("daysOff");
    for (int i = 0; i < holidays.size(); i++) {
      JsonObject holiday = holidays.getJsonObject(i);
      LocalDate.parse(holiday.getString("from"))
          .datesUntil(LocalDate.parse(holiday.getString("to")).plusDays(1))
          .forEach(day -> daysOff.put(day, holiday.getString("name")));
    }
    Set<LocalDate> worked = new TreeSet<>();
    json.getJsonArray("workedDays").forEach(day -> worked.add(LocalDate.parse((String) day)));
    return new CalendarYear(json.getInteger("year"), daysOff, worked);
  }
}
