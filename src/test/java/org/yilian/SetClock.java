package org.yilian;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that shows what a test sets it to, and stands still until it is set again. */
public final class SetClock extends Clock {
  private volatile Instant now;

  /** Shows a moment such as {@code 2026-08-20T09:00+08:00}. */
  public SetClock(String moment) {
    set(moment);
  }

  public void set(String moment) {
    now = OffsetDateTime.parse(moment).toInstant();
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
