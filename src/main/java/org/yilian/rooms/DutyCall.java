package org.yilian.rooms;

import java.time.Instant;
import org.yilian.kernel.Refusal;
import org.yilian.rosters.ShiftKind;

/**
 * That a room asks for somebody on duty: a lawyer, who is neutral, or an interpreter for one party.
 *
 * @param askedBy the member who asked
 * @param partyId for whom the interpreter is, null for a lawyer
 * @param language that she has to speak, or null
 * @param nextAt when the next one is asked
 */
record DutyCall(
    String id,
    String roomId,
    String askedBy,
    ShiftKind kind,
    String partyId,
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

  /** What a text for this kind of call is called. */
  String named(String text) {
    return (kind == ShiftKind.INTERPRETER ? "interpreter" : "lawyer") + text;
  }

  boolean open() {
    return status == Status.OPEN;
  }

  void mustBeOpen() {
    if (!open()) {
      throw Refusal.conflict("call-over", "这次邀请已经有人接下、已撤回，或者已过时限。");
    }
  }
}
