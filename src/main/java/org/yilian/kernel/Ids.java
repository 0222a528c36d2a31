package org.yilian.kernel;

import java.security.SecureRandom;

/** Opaque identifiers at random, so that an id tells neither order nor count. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final int LENGTH = 26;
  private static final int BRIEF = 15;

  private Ids() {}

  /** A fresh id of 26 lower-case letters and digits: 130 random bits. */
  public static String fresh() {
    return random(LENGTH);
  }

  /**
   * A fresh id of 15 lower-case letters and digits, for what every message names: 75 random bits.
   * It is no secret and opens nothing: of a hundred million of them two are the same with a
   * probability of one in seven million, and then a primary key refuses the second one.
   */
  public static String brief() {
    return random(BRIEF);
  }

  private static String random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    StringBuilder id = new StringBuilder(length);
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
