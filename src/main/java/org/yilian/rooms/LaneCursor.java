package org.yilian.rooms;

/** How far one socket has been sent one lane. */
final class LaneCursor {
  private long sent;
  private long needed;
  private boolean live;

  /**
   * @param handedOn the last number that everybody here has been sent: who shares a page that was
   *     read before he came must be sent it too
   */
  LaneCursor(long sent, long handedOn) {
    this.sent = sent;
    this.needed = handedOn;
  }

  long sent() {
    return sent;
  }

  /**
   * Whether the message that has just happened is to be sent now. While the backlog is being read
   * it is only noted: the backlog ends no earlier than there.
   */
  boolean takesLive(long seq) {
    if (!live) {
      needed = Math.max(needed, seq);
      return false;
    }
    return advance(seq);
  }

  /** Whether the message has not been sent yet; from now on it has. */
  boolean advance(long seq) {
    if (seq <= sent) {
      return false;
    }
    sent = seq;
    return true;
  }

  /** Ends the backlog unless something happened after it was read. */
  boolean goLive() {
    live = sent >= needed;
    return live;
  }
}
