package org.yilian.web;

/** What a client must not send; its socket has to be closed with this code. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int code;

  /**
   * @param reason a word of ours, never anything that the client sent
   */
  Violation(int code, String reason) {
    super(reason, null, false, false);
    this.code = code;
  }

  int code() {
    return code;
  }
}
