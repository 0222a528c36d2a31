package org.yilian.agreements;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what has happened from what is to happen: Chinese verbs do not, dates and 已 do. */
final class Tense {
  private static final Pattern DONE =
      Pattern.compile("已(?![婚知充了阅明])(?!到期)|曾经|曾(于|在|因|向|多次)|业经|此前|当时|事发");
  private static final Pattern AHEAD =
      Pattern.compile("应|须|将|愿|同意|承诺|保证|自本协议|之日起|起(解除|终止)|不得|不再|约定|负责|共同|日前|月前|以前");
  private static final Pattern DATE = Pattern.compile("(\\d{4})年(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?");

  private final LocalDate today;

  Tense(LocalDate today) {
    this.today = today;
  }

  /** Whether a phrase tells of the past; one without a tense of its own follows the one before. */
  boolean past(String phrase, boolean previousWasPast) {
    if (DONE.matcher(phrase).find()) {
      return true;
    }
    if (AHEAD.matcher(phrase).find()) {
      return false;
    }
    Matcher date = DATE.matcher(phrase);
    return date.find() ? last(date).isBefore(today) : previousWasPast;
  }

  private static LocalDate last(Matcher date) {
    int year = Integer.parseInt(date.group(1));
    try {
      if (date.group(2) == null) {
        return LocalDate.of(year, 12, 31);
      }
      int month = Integer.parseInt(date.group(2));
      return date.group(3) == null
          ? LocalDate.of(year, month, 1).plusMonths(1).minusDays(1)
          : LocalDate.of(year, month, Integer.parseInt(date.group(3)));
    } catch (DateTimeException e) {
      return LocalDate.MAX; // a date that does not exist is no proof of the past
    }
  }
}
