package org.yilian.rooms;

import java.time.Instant;

/**
 * What became of a message that was written.
 *
 * @param seq its number in the lane, 0 where it was not stored
 * @param revision that of the room when it was stored: it is for those who read by that one
 */
record Written(Outcome outcome, long seq, Instant sentAt, long revision) {
  enum Outcome {
    /** Stored now. */
    STORED,
    /** Stored before: the same message. */
    AGAIN,
    /** Another message of that sender in that lane has this clientId. */
    REUSED,
    /** The sender may not say anything in that lane, or what it passes on has been recalled. */
    NOT_ENTITLED
  }

  static final Written NOT_ENTITLED = new Written(Outcome.NOT_ENTITLED, 0, null, 0);
}
