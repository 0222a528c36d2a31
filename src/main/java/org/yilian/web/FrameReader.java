package org.yilian.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.yilian.rooms.SocketCodes;

/**
 * Reads what a client sends by RFC 6455 and by nothing looser: the first octet that cannot be right
 * is a {@link Violation}. It holds one message at most, and of that only what has arrived.
 */
final class FrameReader {
  static final int MAX_BYTES = 64 * 1024;

  private final FrameHeader header = new FrameHeader();
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private final ByteArrayOutputStream control = new ByteArrayOutputStream();
  private final Utf8Check utf8 = new Utf8Check();
  private byte[] octets = {};
  private int position;
  private long read;
  private boolean inMessage;
  private boolean begun;
  private boolean muted;
  private boolean lost;

  /** Adds octets behind those that are not read yet. */
  void feed(byte[] more) {
    if (position == octets.length) {
      octets = more;
    } else {
      byte[] rest = Arrays.copyOfRange(octets, position, octets.length + more.length);
      System.arraycopy(more, 0, rest, octets.length - position, more.length);
      octets = rest;
    }
    position = 0;
  }

  /** From here on messages are skipped, and only the client's close frame counts. */
  void mute() {
    muted = true;
    message.reset();
  }

  /** Whether nothing that still comes can be read: after a close frame, or without a foothold. */
  boolean isLost() {
    return lost;
  }

  /**
   * The next frame, or null where more octets are needed.
   *
   * @throws Violation with the code to close with; afterwards nothing but a close frame is read
   */
  Incoming next() {
    try {
      return read();
    } catch (Violation violation) {
      // After 1002 it is not known where the next frame begins.
      lost |= violation.code() == CloseCodes.PROTOCOL_ERROR;
      mute();
      throw violation;
    }
  }

  private Incoming read() {
    while (!lost) {
      while (!header.whole()) {
        if (position == octets.length) {
          return null;
        }
        header.take(octets[position++], inMessage);
      }
      if (!begun) {
        begun = true;
        read = 0;
        checkKind();
      }
      readPayload();
      if (read < header.length()) {
        return null;
      }
      Incoming whole = end();
      if (whole != null) {
        return whole;
      }
    }
    position = octets.length;
    return null;
  }

  private void checkKind() {
    if (muted || header.isControl()) {
      return;
    }
    if (header.opcode() == FrameHeader.BINARY) {
      throw new Violation(SocketCodes.BINARY, "binary");
    }
    if (message.size() + header.length() > MAX_BYTES) {
      throw new Violation(SocketCodes.TOO_LARGE, "too-large");
    }
  }

  private void readPayload() {
    int count = (int) Math.min(header.length() - read, octets.length - position);
    if (header.isControl() || !muted) {
      header.unmask(octets, position, count, read);
      if (header.isControl()) {
        control.write(octets, position, count);
      } else {
        message.write(octets, position, count);
        utf8.add(octets, position, count);
      }
    }
    position += count;
    read += count;
  }

  /** The frame is whole; null where nobody wants to know. */
  private Incoming end() {
    int opcode = header.opcode();
    boolean last = header.isLast();
    header.clear();
    begun = false;
    if (opcode < FrameHeader.CLOSE) {
      inMessage = !last;
      return muted ? null : last ? text() : new Incoming.Fragment();
    }
    byte[] payload = control.toByteArray();
    control.reset();
    if (opcode == FrameHeader.CLOSE) {
      lost = true;
      return new Incoming.Close(CloseCodes.of(payload));
    }
    if (muted) {
      return null;
    }
    return opcode == FrameHeader.PING ? new Incoming.Ping(payload) : new Incoming.Pong();
  }

  private Incoming text() {
    utf8.end();
    String text = message.toString(StandardCharsets.UTF_8);
    message.reset();
    return new Incoming.Text(text);
  }
}
