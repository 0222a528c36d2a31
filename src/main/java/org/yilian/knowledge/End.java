package org.yilian.knowledge;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Until when something applies.
 *
 * @param day the first day on which it applies no longer
 * @param by what ended it, such as 生态环境法典第一千二百四十二条
 */
public record End(LocalDate day, String by) {
  public End {
    Objects.requireNonNull(day);
    Objects.requireNonNull(by);
  }

  /** Whichever comes first; either may be null. */
  static End earlier(End one, End other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.day().isBefore(one.day()) ? other : one;
  }
}
