package org.yilian.answers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day on which something happened, where a question names it: 8月20日, 昨天, 2026年3月5号. */
final class EventDay {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:(20\\d\\d)\\s*年)?\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]");

  private EventDay() {}

  /** The first day that is named and is not after today. */
  static Optional<LocalDate> in(String question, LocalDate today) {
    Matcher matcher = WRITTEN.matcher(question);
    while (matcher.find()) {
      Optional<LocalDate> day = read(matcher, today);
      if (day.isPresent()) {
        return day;
      }
    }
    if (question.contains("前天")) {
      return Optional.of(today.minusDays(2));
    }
    return question.contains("昨天") || question.contains("昨晚")
        ? Optional.of(today.minusDays(1))
        : Optional.empty();
  }

  private static Optional<LocalDate> read(Matcher matcher, LocalDate today) {
    try {
      int month = Integer.parseInt(matcher.group(2));
      int day = Integer.parseInt(matcher.group(3));
      if (matcher.group(1) != null) {
        LocalDate named = LocalDate.of(Integer.parseInt(matcher.group(1)), month, day);
        return named.isAfter(today) ? Optional.empty() : Optional.of(named);
      }
      LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
      return Optional.of(thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
