package org.yilian.identity;

import java.security.SecureRandom;
import java.util.Base64;
import org.yilian.kernel.Hash;

/**
 * Secrets that are handed out once and kept only as a hash: invitations, refresh tokens, tickets.
 */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  private Secrets() {}

  /** 192 random bits, safe in a URL. */
  public static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is stored. The secret is random, so a plain hash is enough. */
  public static String hash(String secret) {
    return Hash.of(secret).hex();
  }
}
