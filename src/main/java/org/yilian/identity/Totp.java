package org.yilian.identity;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of an authenticator: RFC 6238 over HMAC-SHA-1, six digits, steps of thirty seconds, which
 * is what every authenticator can do.
 */
final class Totp {
  static final int STEP_SECONDS = 30;

  private static final String HMAC = "HmacSHA1";
  private static final int SECRET_BYTES = 20;
  private static final int MODULUS = 1_000_000;
  private static final int DRIFT = 1;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /** As long as the hash, as RFC 4226 (4, R6) advises. */
  static byte[] freshSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** The step that holds the moment. */
  static long stepAt(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of a step: RFC 4226, 5.3. */
  static String code(byte[] secret, long step) {
    byte[] mac = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = mac[mac.length - 1] & 0xf;
    int truncated = ByteBuffer.wrap(mac).getInt(offset) & 0x7fff_ffff;
    return String.format("%06d", truncated % MODULUS);
  }

  /**
   * The step whose code this is: the present one or a neighbour, since phones are a little slow or
   * fast, and none that is not after {@code used}.
   */
  static OptionalLong stepOf(byte[] secret, String code, Instant now, long used) {
    byte[] given = code.getBytes(StandardCharsets.UTF_8);
    long present = stepAt(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = present - DRIFT; step <= present + DRIFT; step++) {
      byte[] right = code(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, given) && step > used && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The secret as people type it and as authenticators read it. */
  static String inBase32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    long held = 0;
    int bits = 0;
    for (byte next : secret) {
      held = held << 8 | next & 0xff;
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(BASE32.charAt((int) (held >> bits - 5) & 31));
      }
    }
    return bits == 0
        ? text.toString()
        : text.append(BASE32.charAt((int) (held << 5 - bits) & 31)).toString();
  }

  /** What an authenticator takes from a QR code. */
  static String uri(String issuer, String account, byte[] secret) {
    String label = encoded(issuer) + ":" + encoded(account);
    return "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d"
        .formatted(label, inBase32(secret), encoded(issuer), STEP_SECONDS);
  }

  /** A space is %20 here: authenticators show a plus as it is. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
