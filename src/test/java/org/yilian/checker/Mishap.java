package org.yilian.checker;

/** Something that goes wrong with one client of the plan. */
record Mishap(Member who, Kind kind, long atMillis, long lastsMillis) {
  enum Kind {
    /** The connection is gone without a word. */
    CUT,
    /** The client reads nothing for a while. */
    STALL,
    /** A new session, and the old one is ended. */
    SIGN_IN
  }
}
