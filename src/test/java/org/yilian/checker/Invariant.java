package org.yilian.checker;

/** What must hold, whatever fails. */
enum Invariant {
  /** An acknowledged message is there, for all who may read it. */
  LOST,
  /** No message is stored twice, or delivered twice to one connection. */
  DOUBLED,
  /** A number of a lane is the same message for everybody, and comes in its turn. */
  ORDER,
  /** The numbers of a lane are 1, 2, 3 …, and no connection is spared one. */
  GAP,
  /** Nothing comes from outside the lanes of a member, or the time of the membership. */
  OUTSIDE,
  /** What is acknowledged is what is delivered and what is stored: lane, number, time, words. */
  NUMBER,
  /** Every message is resolved within half a minute after the faults have stopped. */
  UNRESOLVED,
  /** What is delivered to open sockets is not left lying. */
  LATE,
  /** A relay carries nothing of where it came from. */
  ORIGIN,
  /** Who is shut out is closed within a second, and gets and reads nothing more. */
  REVOKED,
  /** Who may speak is let. */
  REFUSED,
  /** Who may not speak is not. */
  ACCEPTED,
  /** What was taken back is read by mediators alone. */
  RECALLED
}
