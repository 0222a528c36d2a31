package org.yilian.rooms;

import java.time.Instant;
import org.yilian.kernel.Refusal;

/**
 * That a room asks for the lawyer on duty.
 *
 * @param askedBy the member who asked
 * @param language that she has to speak, or null
 * @param nextAt when the next one is asked
 */
record LawyerCall(
    String id,
    String roomId,
    String askedBy,
    String language,
    Status status,
    Instant askedAt,
    Instant nextAt) {

  /** How it goes on: from open to one of the others, and no further. */
  enum Status {
    OPEN,
    ACCEPTED,
    WITHDRAWN,
    UNANSWERED
  }

  /** What one of those who were asked said. */
  enum Reply {
    ACCEPTED,
    DECLINED
  }

  /**
   * One who was asked.
   *
   * @param answer null while there is none
   */
  record Offer(String personId, String name, String shiftId, Reply answer) {
    boolean waits() {
      return answer == null;
    }
  }

  boolean open() {
    return status == Status.OPEN;
  }

  void mustBeOpen() {
    if (!open()) {
      throw Refusal.conflict("call-over", "这次请律师已经有人接下、已撤回，或者已过时限。");
    }
  }
}
