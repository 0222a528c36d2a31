package org.yilian.web;

/** What one frame of a client turned out to be. */
sealed interface Incoming {

  /** A whole message, which was valid UTF-8. */
  record Text(String text) implements Incoming {}

  /** A piece of a message that goes on. */
  record Fragment() implements Incoming {}

  /**
   * @param payload at most 125 octets, to be given back
   */
  record Ping(byte[] payload) implements Incoming {}

  record Pong() implements Incoming {}

  /**
   * The client closes.
   *
   * @param code its code, or {@link CloseCodes#NONE} where it gave none
   */
  record Close(int code) implements Incoming {}
}
