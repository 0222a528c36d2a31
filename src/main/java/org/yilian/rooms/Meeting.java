package org.yilian.rooms;

import java.time.Instant;
import java.util.List;

/**
 * A meeting that was arranged.
 *
 * @param sides who takes part; empty is everybody
 * @param summaryShared whether those who took part may read the summary
 */
record Meeting(
    int n, Instant startsAt, Mode mode, List<String> sides, String summary, boolean summaryShared) {

  /** How people meet (在线调解规则第十六条: at one time, at separate times, or on site). */
  enum Mode {
    TOGETHER,
    BY_TURNS,
    ON_SITE
  }

  Meeting {
    sides = List.copyOf(sides);
  }

  boolean concerns(String side) {
    return sides.isEmpty() || sides.contains(side);
  }
}
