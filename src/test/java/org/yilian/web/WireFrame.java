package org.yilian.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame of a client with every bit at the test's will.
 *
 * @param first final bit, reserved bits and opcode
 * @param payload before it is masked
 * @param announced the length that the header names
 * @param form how the header writes it: 0 for the shortest way, else 126 or 127
 */
record WireFrame(int first, boolean masked, byte[] payload, long announced, int form) {
  private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

  static WireFrame of(int opcode, byte[] payload) {
    return new WireFrame(0x80 | opcode, true, payload, payload.length, 0);
  }

  static WireFrame of(int opcode, String payload) {
    return of(opcode, payload.getBytes(StandardCharsets.UTF_8));
  }

  static WireFrame text(String text) {
    return of(TestSocket.TEXT, text);
  }

  static WireFrame close(int code, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    ByteBuffer payload = ByteBuffer.allocate(2 + words.length);
    return of(TestSocket.CLOSE, payload.putShort((short) code).put(words).array());
  }

  /** Not the last one of its message. */
  WireFrame open() {
    return new WireFrame(first & 0x7f, masked, payload, announced, form);
  }

  WireFrame reserved(int bits) {
    return new WireFrame(first | bits << 4, masked, payload, announced, form);
  }

  WireFrame unmasked() {
    return new WireFrame(first, false, payload, announced, form);
  }

  WireFrame announcing(long length) {
    return new WireFrame(first, masked, payload, length, form);
  }

  WireFrame inForm(int longer) {
    return new WireFrame(first, masked, payload, announced, longer);
  }

  byte[] octets() {
    ByteBuffer octets = ByteBuffer.allocate(14 + payload.length);
    int mask = masked ? 0x80 : 0;
    int way = form != 0 ? form : announced < 126 ? 0 : announced < 65_536 ? 126 : 127;
    octets.put((byte) first).put((byte) (mask | (way == 0 ? (int) announced : way)));
    if (way == 126) {
      octets.putShort((short) announced);
    } else if (way == 127) {
      octets.putLong(announced);
    }
    if (masked) {
      octets.put(MASK);
    }
    for (int i = 0; i < payload.length; i++) {
      octets.put((byte) (masked ? payload[i] ^ MASK[i & 3] : payload[i]));
    }
    byte[] whole = new byte[octets.position()];
    octets.flip().get(whole);
    return whole;
  }
}
