package org.yilian.web;

/** Close codes that a client may send: RFC 6455, 7.4, and the registry that it founded. */
final class CloseCodes {
  static final int NONE = 0;
  static final int PROTOCOL_ERROR = 1002;

  private static final int REGISTERED_FIRST = 1000;
  private static final int REGISTERED_LAST = 1014;
  private static final int OWN_FIRST = 3000;
  private static final int OWN_LAST = 4999;

  private CloseCodes() {}

  /** 1004 is reserved; 1005, 1006 and 1015 stand for what never travels. */
  static boolean maySend(int code) {
    boolean never = code == 1004 || code == 1005 || code == 1006;
    return code >= REGISTERED_FIRST && code <= REGISTERED_LAST && !never
        || code >= OWN_FIRST && code <= OWN_LAST;
  }

  /**
   * The code in the payload of a close frame.
   *
   * @throws Violation 1002 where it is cut or not allowed, 1007 where the reason is not UTF-8
   */
  static int of(byte[] payload) {
    if (payload.length == 0) {
      return NONE;
    }
    int code = payload.length == 1 ? NONE : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
    if (!maySend(code)) {
      throw new Violation(PROTOCOL_ERROR, "bad-close-code");
    }
    Utf8Check reason = new Utf8Check();
    reason.add(payload, 2, payload.length - 2);
    reason.end();
    return code;
  }
}
