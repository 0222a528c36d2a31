package org.yilian.web;

import org.yilian.rooms.SocketCodes;

/**
 * Strict UTF-8, octet by octet, so that the first octet that cannot be right is found when it
 * comes. Neither overlong forms, nor surrogates, nor anything above U+10FFFF (RFC 3629).
 */
final class Utf8Check {
  private static final int FIRST_TAIL = 0x80;
  private static final int LAST_TAIL = 0xbf;

  private int missing;
  private int lowest = FIRST_TAIL;
  private int highest = LAST_TAIL;

  /**
   * @throws Violation 1007
   */
  void add(byte[] octets, int from, int count) {
    for (int i = from; i < from + count; i++) {
      add(octets[i]);
    }
  }

  private void add(byte octet) {
    if (octet >= 0 && missing == 0) {
      return;
    }
    int value = octet & 0xff;
    if (missing == 0) {
      lead(value);
    } else {
      check(value >= lowest && value <= highest);
      missing--;
      lowest = FIRST_TAIL;
      highest = LAST_TAIL;
    }
  }

  private void lead(int value) {
    check(value >= 0xc2 && value <= 0xf4);
    missing = value < 0xe0 ? 1 : value < 0xf0 ? 2 : 3;
    switch (value) {
      case 0xe0 -> lowest = 0xa0;
      case 0xed -> highest = 0x9f;
      case 0xf0 -> lowest = 0x90;
      case 0xf4 -> highest = 0x8f;
      default -> lowest = FIRST_TAIL;
    }
  }

  /**
   * The text ends here.
   *
   * @throws Violation 1007 within a character
   */
  void end() {
    check(missing == 0);
  }

  private static void check(boolean right) {
    if (!right) {
      throw new Violation(SocketCodes.NOT_UTF8, "not-utf8");
    }
  }
}
