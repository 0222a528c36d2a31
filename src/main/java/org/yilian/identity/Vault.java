package org.yilian.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals ID numbers, phones and recordings with AES-256-GCM, and makes a blind index by which equal
 * numbers are found without opening them.
 */
public final class Vault {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String NOWHERE = "";

  private final Keys keys;
  private final SecureRandom random = new SecureRandom();

  public Vault(Keys keys) {
    this.keys = keys;
  }

  /** Key id, nonce and cipher text of the text. */
  public byte[] seal(String text) {
    return sealBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] sealBytes(byte[] plain) {
    return sealBytes(plain, NOWHERE);
  }

  /**
   * Bytes that open for the same {@code about} alone: moved to another place they are no good.
   *
   * @param about where they belong, such as an id and a number
   */
  public byte[] sealBytes(byte[] plain, String about) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] id = keys.id().getBytes(StandardCharsets.US_ASCII);
    byte[] cipher = run(Cipher.ENCRYPT_MODE, nonce, plain, about);
    return ByteBuffer.allocate(1 + id.length + NONCE_BYTES + cipher.length)
        .put((byte) id.length)
        .put(id)
        .put(nonce)
        .put(cipher)
        .array();
  }

  /**
   * The text that was sealed.
   *
   * @throws IllegalStateException if it was sealed with another key or has been changed
   */
  public String open(byte[] sealed) {
    return new String(openBytes(sealed), StandardCharsets.UTF_8);
  }

  public byte[] openBytes(byte[] sealed) {
    return openBytes(sealed, NOWHERE);
  }

  /** As {@link #openBytes(byte[])}, of what was sealed for a place. */
  public byte[] openBytes(byte[] sealed, String about) {
    int id = sealed[0];
    byte[] nonce = Arrays.copyOfRange(sealed, 1 + id, 1 + id + NONCE_BYTES);
    byte[] cipher = Arrays.copyOfRange(sealed, 1 + id + NONCE_BYTES, sealed.length);
    return run(Cipher.DECRYPT_MODE, nonce, cipher, about);
  }

  /** The same for the same text under the same key, and telling nothing without it. */
  public String index(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.index(), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, String about) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec key = new SecretKeySpec(keys.vault(), "AES");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed value does not open with the present key", e);
    }
  }
}
