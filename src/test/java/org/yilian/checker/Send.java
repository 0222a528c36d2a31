package org.yilian.checker;

/**
 * One message that the plan wants said.
 *
 * @param text unique in the plan; its first word is its mark
 * @param atMillis since the talking began; never earlier, often later
 */
record Send(int id, Member by, Lane lane, String text, Manner manner, long atMillis) {
  /** How it is sent. */
  enum Manner {
    ONCE,
    /** The same frame twice in a row. */
    TWICE,
    /** Once more after its ack, as by a client that lost it. */
    AGAIN,
    OVER_HTTP,
    /** Once more after its ack with another text, which has to be refused. */
    OTHER_BODY,
    /** By a step of the plan: what a mediator passes on. */
    RELAY
  }

  String clientId(long seed) {
    return "k" + Long.toString(seed, 36).replace('-', '_') + "-" + id;
  }

  static String mark(int id) {
    return "k" + Integer.toString(id, 36);
  }

  /** The id in the mark of a text, or -1 for what no plan wrote. */
  static int idOf(String text) {
    String mark = text.split(" ", 2)[0];
    try {
      return mark.startsWith("k") ? Integer.parseInt(mark.substring(1), 36) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
