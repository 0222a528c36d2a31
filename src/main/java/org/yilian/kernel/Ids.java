package org.yilian.kernel;

import java.security.SecureRandom;

/** Opaque identifiers: 130 random bits, so that an id tells neither order nor count. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final int LENGTH = 26;

  private Ids() {}

  /** A fresh id of 26 lower-case letters and digits. */
  public static String fresh() {
    byte[] bytes = new byte[LENGTH];
    RANDOM.nextBytes(bytes);
    StringBuilder id = new StringBuilder(LENGTH);
    for (byte b : bytes) {
      id.append(ALPHABET[b & 31]);
    }
    return id.toString();
  }

  /** A fresh code of six digits, as sent by SMS. */
  public static String sixDigits() {
    return String.format("%06d", RANDOM.nextInt(1_000_000));
  }
}
