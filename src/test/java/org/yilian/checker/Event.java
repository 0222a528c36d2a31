package org.yilian.checker;

import java.util.Map;

/**
 * One line of a history. Times are nanoseconds since the run began, from one clock: what a client
 * does is noted before it is done, what it is told after it was told.
 */
sealed interface Event {
  long at();

  /** What a connection is for. */
  enum Wire {
    /** A socket that is kept open and resumes by its cursors. */
    LIVE,
    /** A socket of the end, which reads everything anew. */
    FRESH,
    /** Pages over HTTP, from the start of a lane to its end. */
    PAGES
  }

  /** A member opened a connection and asked for what comes after these numbers. */
  record Opened(long at, int wire, Member by, Wire kind, Map<String, Long> after)
      implements Event {}

  record Closed(long at, int wire, int code) implements Event {}

  /** A client reads nothing on this connection for a while. */
  record Stalled(long at, int wire, long nanos) implements Event {}

  /**
   * A message came.
   *
   * @param lane the name of a lane in the plan, or the id where the plan knows none
   * @param text what it says; {@link #RECALLED} where it was taken back, {@link #SYSTEM} before the
   *     code of what the server says itself
   * @param origin the name of the lane that it is said to be from, or null
   */
  record Seen(
      long at,
      int wire,
      String lane,
      long seq,
      String text,
      String authorId,
      String sentAt,
      String origin)
      implements Event {}

  /** Its reader was told that a message was taken back. */
  record TakenBack(long at, int wire, String lane, long seq) implements Event {}

  /** The backlog of a lane has ended. */
  record Caught(long at, int wire, String lane) implements Event {}

  /** A frame held something of another side: an id or a mark. */
  record Foreign(long at, int wire, String what) implements Event {}

  /**
   * @param wire 0 for HTTP
   */
  record Said(long at, int send, int wire) implements Event {}

  record Acked(long at, int send, int wire, String lane, long seq, String sentAt)
      implements Event {}

  record Refused(long at, int send, String code) implements Event {}

  /** Nobody asks any more what became of it: its sender was shut out. */
  record Abandoned(long at, int send) implements Event {}

  record StepBegun(long at, int step) implements Event {}

  /**
   * @param done whether it was acknowledged; a refused one changed nothing
   */
  record StepEnded(long at, int step, boolean done) implements Event {}

  record Seated(long at, Member member, String memberId) implements Event {}

  /** A session was told to end, which closes its sockets. */
  record LoggedOut(long at, long begun, int wire) implements Event {}

  /** Somebody asked for what is not his any more, or never was. */
  record Probed(long at, long begun, Member by, String what, int status) implements Event {}

  record FaultBegan(long at, String what) implements Event {}

  record FaultEnded(long at) implements Event {}

  /** Faults have stopped and everything is up. */
  record Quiet(long at) implements Event {}

  /** What was still to be delivered to open sockets has had its time. */
  record Settled(long at) implements Event {}

  /** Everybody has read to the end, or was not able to. */
  record Finished(long at) implements Event {}

  String RECALLED = "~recalled";
  String SYSTEM = "~system ";
}
