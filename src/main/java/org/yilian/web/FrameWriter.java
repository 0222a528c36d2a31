package org.yilian.web;

import io.vertx.core.buffer.Buffer;

/** The frames that a server sends: whole, and never masked. */
final class FrameWriter {
  static final int LONGEST_HEADER = 10;

  private static final int LAST = 0x80;
  private static final int SHORT_LENGTH = 125;
  private static final int TWO_OCTETS = 126;
  private static final int EIGHT_OCTETS = 127;

  private FrameWriter() {}

  /**
   * What a close frame holds.
   *
   * @param code {@link CloseCodes#NONE} for a frame without a code
   * @param reason words of ours, at most 123 octets
   */
  static byte[] closing(int code, String reason) {
    if (code == CloseCodes.NONE) {
      return new byte[0];
    }
    return Buffer.buffer().appendShort((short) code).appendString(reason).getBytes();
  }

  /** Adds a whole frame behind what is there. */
  static void append(Buffer frame, int opcode, byte[] payload) {
    frame.appendByte((byte) (LAST | opcode));
    if (payload.length <= SHORT_LENGTH) {
      frame.appendByte((byte) payload.length);
    } else if (payload.length <= 0xffff) {
      frame.appendByte((byte) TWO_OCTETS).appendUnsignedShort(payload.length);
    } else {
      frame.appendByte((byte) EIGHT_OCTETS).appendLong(payload.length);
    }
    frame.appendBytes(payload);
  }
}
