package org.yilian.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 in the one form that every interface uses: {@code sha256:} and 64 lower-case hex. */
public record Hash(String value) {
  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

  public Hash {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a sha256 hash");
    }
  }

  public static Hash of(byte[] bytes) {
    return new Hash("sha256:" + HexFormat.of().formatHex(digest(bytes)));
  }

  public static Hash of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static boolean wellFormed(String value) {
    return value != null && FORM.matcher(value).matches();
  }

  public String hex() {
    return value.substring("sha256:".length());
  }

  @Override
  public String toString() {
    return value;
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
