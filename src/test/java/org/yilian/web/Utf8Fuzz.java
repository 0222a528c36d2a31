package org.yilian.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Our check, octet by octet, against the platform's strict decoder. */
public final class Utf8Fuzz {
  private Utf8Fuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (ours(input) != platforms(input)) {
      throw new AssertionError("ours says " + ours(input));
    }
  }

  private static boolean ours(byte[] input) {
    Utf8Check check = new Utf8Check();
    try {
      int middle = input.length / 2;
      check.add(input, 0, middle);
      check.add(input, middle, input.length - middle);
      check.end();
      return true;
    } catch (Violation notUtf8) {
      return false;
    }
  }

  private static boolean platforms(byte[] input) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }
}
