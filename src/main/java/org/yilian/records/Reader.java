package org.yilian.records;

import java.util.List;
import org.yilian.rooms.MemberRole;

/**
 * Somebody with a seat in a room, and what of it he may read from its beginning.
 *
 * @param signers the ids under which this seat signs agreements: its party's, or its own
 */
record Reader(
    Seat seat, String roomId, String roomNumber, List<String> signers, List<ReadableLane> lanes) {

  /**
   * The seat itself.
   *
   * @param side null for staff
   */
  record Seat(String memberId, MemberRole role, String side, String name) {}

  /**
   * A lane that the grants open to this seat.
   *
   * @param kind {@code SIDE}, {@code STAFF}, {@code JOINT} or {@code NOTICE}
   * @param side of a SIDE lane, else null
   */
  record ReadableLane(String id, String kind, String side) {

    /** The title as this reader should read it. */
    String title(Seat reader) {
      boolean own = side != null && side.equals(reader.side());
      return RecordTexts.get("lane." + (own ? "own" : kind), side == null ? "" : side);
    }
  }

  boolean mediator() {
    return seat.role() == MemberRole.MEDIATOR;
  }
}
