package org.yilian.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.yilian.evidence.verify.PublicKeys;

/**
 * The key of an installation that signs heads: Ed25519.
 *
 * @param id the fingerprint of the public key, in hex
 * @param publicKey in X.509 form
 */
public record SigningKey(String id, byte[] publicKey, PrivateKey privateKey) {

  static SigningKey make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] publicKey = pair.getPublic().getEncoded();
      return new SigningKey(PublicKeys.fingerprint(publicKey), publicKey, pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From the forms in which it is kept: X.509 and PKCS#8. */
  static SigningKey of(byte[] publicKey, byte[] privateKey) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
      return new SigningKey(PublicKeys.fingerprint(publicKey), publicKey, key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the evidence log is damaged", e);
    }
  }

  byte[] sign(byte[] statement) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(statement);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The signature in base64, as interfaces write it. */
  String signed(byte[] statement) {
    return Base64.getEncoder().encodeToString(sign(statement));
  }

  /** The public key in base64, as interfaces write it. */
  public String publicText() {
    return Base64.getEncoder().encodeToString(publicKey);
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
