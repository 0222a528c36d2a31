package org.yilian.web;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** The frames that a server sends: whole, and never masked. */
final class FrameWriter {
  private static final int LAST = 0x80;
  private static final int SHORT_LENGTH = 125;
  private static final int TWO_OCTETS = 126;
  private static final int EIGHT_OCTETS = 127;
  private static final int LONGEST_HEADER = 10;

  private FrameWriter() {}

  static Buffer text(String text) {
    return frame(FrameHeader.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static Buffer ping() {
    return frame(FrameHeader.PING, new byte[0]);
  }

  static Buffer pong(byte[] payload) {
    return frame(FrameHeader.PONG, payload);
  }

  /**
   * @param code {@link CloseCodes#NONE} for a frame without a code
   * @param reason words of ours, at most 123 octets
   */
  static Buffer close(int code, String reason) {
    if (code == CloseCodes.NONE) {
      return frame(FrameHeader.CLOSE, new byte[0]);
    }
    Buffer payload = Buffer.buffer().appendShort((short) code).appendString(reason);
    return frame(FrameHeader.CLOSE, payload.getBytes());
  }

  private static Buffer frame(int opcode, byte[] payload) {
    Buffer frame = Buffer.buffer(LONGEST_HEADER + payload.length);
    frame.appendByte((byte) (LAST | opcode));
    if (payload.length <= SHORT_LENGTH) {
      frame.appendByte((byte) payload.length);
    } else if (payload.length <= 0xffff) {
      frame.appendByte((byte) TWO_OCTETS).appendUnsignedShort(payload.length);
    } else {
      frame.appendByte((byte) EIGHT_OCTETS).appendLong(payload.length);
    }
    return frame.appendBytes(payload);
  }
}
