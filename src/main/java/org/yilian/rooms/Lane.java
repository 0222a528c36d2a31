package org.yilian.rooms;

import java.util.Objects;

/**
 * One line of messages, numbered from 1 without gaps.
 *
 * @param side the letter of the side, for a SIDE lane alone
 * @param recalls how often a message of it was taken back
 */
public record Lane(
    String id, String roomId, LaneKind kind, String side, long lastSeq, long recalls) {
  public Lane {
    Objects.requireNonNull(id);
    Objects.requireNonNull(roomId);
    if ((kind == LaneKind.SIDE) != (side != null)) {
      throw new IllegalArgumentException("a SIDE lane has a side, and no other lane has one");
    }
  }

  /** Whether this is the private lane of that side. */
  public boolean isOf(String otherSide) {
    return kind == LaneKind.SIDE && side.equals(otherSide);
  }
}
