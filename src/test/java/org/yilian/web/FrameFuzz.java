package org.yilian.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whatever octets come, in whatever pieces: the reader says the same of them, hands on nothing but
 * UTF-8 within the limit, and nothing at all after a violation.
 */
public final class FrameFuzz {
  private FrameFuzz() {}

  /**
   * @param input the size of the pieces, then octets of a client
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] octets = Arrays.copyOfRange(input, 1, input.length);
    List<String> whole = read(octets, Math.max(1, octets.length));
    List<String> pieces = read(octets, 1 + (input[0] & 0x3f));
    if (!whole.equals(pieces)) {
      throw new AssertionError(whole + " in one piece, but " + pieces);
    }
  }

  private static List<String> read(byte[] octets, int piece) {
    FrameReader reader = new FrameReader();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < octets.length; i += piece) {
      reader.feed(Arrays.copyOfRange(octets, i, Math.min(octets.length, i + piece)));
      readAll(reader, seen);
    }
    return seen;
  }

  private static void readAll(FrameReader reader, List<String> seen) {
    while (true) {
      try {
        Incoming frame = reader.next();
        if (frame == null) {
          return;
        }
        note(frame, seen);
      } catch (Violation violation) {
        seen.add("violation " + violation.code());
      }
    }
  }

  private static void note(Incoming frame, List<String> seen) {
    if (frame instanceof Incoming.Close close) {
      seen.add("close " + close.code());
      return;
    }
    if (seen.stream()
        .anyMatch(before -> before.startsWith("violation") || before.startsWith("close"))) {
      throw new AssertionError(frame + " after " + seen);
    }
    if (frame instanceof Incoming.Text text) {
      check(text.text());
    }
    seen.add(frame instanceof Incoming.Ping ping ? Arrays.toString(ping.payload()) : "" + frame);
  }

  private static void check(String text) {
    try {
      ByteBuffer octets =
          StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(text));
      if (octets.remaining() > FrameReader.MAX_BYTES) {
        throw new AssertionError("a message of " + octets.remaining());
      }
    } catch (CharacterCodingException e) {
      throw new AssertionError("a message that is no text", e);
    }
  }
}
