package org.yilian.rooms;

import java.util.Map;

/**
 * Where a client stands when its socket opens.
 *
 * @param after the last number it has of each lane
 * @param tail how many of the last messages it wants of the lanes it does not name, or null for all
 */
public record Hello(Map<String, Long> after, Long tail) {
  public Hello {
    after = Map.copyOf(after);
  }

  /** The number after which a lane is sent. */
  long start(Grant grant, long lastSeq) {
    long asked = after.getOrDefault(grant.laneId(), tail == null ? 0L : lastSeq - tail);
    return Math.max(grant.fromSeq(), Math.min(asked, lastSeq));
  }
}
