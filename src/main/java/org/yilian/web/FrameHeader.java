package org.yilian.web;

/** The header of one frame of a client, octet by octet: RFC 6455, 5.2. */
final class FrameHeader {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int MASK_OCTETS = 4;
  private static final int TWO_OCTETS = 126;
  private static final int EIGHT_OCTETS = 127;
  private static final int SHORT_LENGTH = 125;

  private final byte[] mask = new byte[MASK_OCTETS];
  private int octets;
  private int first;
  private int lengthOctets;
  private long length;

  /** Takes the next octet, until the header is {@link #whole}. */
  void take(byte octet, boolean inMessage) {
    int value = octet & 0xff;
    if (octets == 0) {
      first = value;
    } else if (octets == 1) {
      second(value, inMessage);
    } else if (octets < 2 + lengthOctets) {
      length = length << 8 | value;
      if (octets == 1 + lengthOctets) {
        checkLength();
      }
    } else {
      mask[octets - 2 - lengthOctets] = octet;
    }
    octets++;
  }

  private void second(int value, boolean inMessage) {
    int announced = value & 0x7f;
    check((first & 0x70) == 0, "reserved-bits");
    check((value & 0x80) != 0, "not-masked");
    if (isControl()) {
      check(opcode() <= PONG, "reserved-opcode");
      check(isLast(), "control-in-fragments");
      check(announced <= SHORT_LENGTH, "control-too-long");
    } else {
      check(opcode() <= BINARY, "reserved-opcode");
      check((opcode() == CONTINUATION) == inMessage, "fragments-out-of-order");
    }
    lengthOctets = announced == TWO_OCTETS ? 2 : announced == EIGHT_OCTETS ? 8 : 0;
    length = lengthOctets == 0 ? announced : 0;
  }

  /** The shortest form alone is allowed, and the first of eight octets begins with 0. */
  private void checkLength() {
    check(length >= 0 && length > (lengthOctets == 2 ? SHORT_LENGTH : 0xffff), "bad-length");
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new Violation(CloseCodes.PROTOCOL_ERROR, otherwise);
    }
  }

  boolean whole() {
    return octets == 2 + lengthOctets + MASK_OCTETS;
  }

  /** Ready for the next frame. */
  void clear() {
    octets = 0;
    lengthOctets = 0;
    length = 0;
  }

  int opcode() {
    return first & 0x0f;
  }

  boolean isControl() {
    return opcode() >= CLOSE;
  }

  boolean isLast() {
    return (first & 0x80) != 0;
  }

  /** Octets of payload. */
  long length() {
    return length;
  }

  /**
   * Makes a part of the payload what it was before it was masked.
   *
   * @param before how many octets of the payload came before this part
   */
  void unmask(byte[] octets, int from, int count, long before) {
    for (int i = 0; i < count; i++) {
      octets[from + i] ^= mask[(int) (before + i & 3)];
    }
  }
}
