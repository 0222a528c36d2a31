package org.yilian.evidence.verify;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ed25519 keys that may have signed, each by the fingerprint of its X.509 form. */
public final class PublicKeys {
  private final Map<String, PublicKey> keys = new HashMap<>();

  /** The name of a key: SHA-256 of its X.509 form, in hex. */
  public static String fingerprint(byte[] x509) {
    return HexFormat.of().formatHex(MerkleTree.sha256().digest(x509));
  }

  /**
   * Adds one.
   *
   * @param x509 in base64
   * @return its fingerprint, or empty where it is no such key
   */
  Optional<String> add(String x509) {
    try {
      byte[] bytes = Base64.getDecoder().decode(x509);
      String name = fingerprint(bytes);
      keys.put(name, KeyFactory.getInstance("Ed25519").generatePublic(spec(bytes)));
      return Optional.of(name);
    } catch (GeneralSecurityException | IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  Set<String> names() {
    return Set.copyOf(keys.keySet());
  }

  /** Whether the key of this name signed these bytes; the signature is in base64. */
  boolean signed(String name, byte[] bytes, String signature) {
    PublicKey key = keys.get(name);
    return key != null && verifies(key, bytes, signature);
  }

  private static boolean verifies(PublicKey key, byte[] bytes, String signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(bytes);
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      return false;
    }
  }

  private static X509EncodedKeySpec spec(byte[] bytes) {
    return new X509EncodedKeySpec(bytes);
  }
}
