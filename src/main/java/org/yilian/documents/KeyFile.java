package org.yilian.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys as PKCS#12 under a password; where the bytes are kept is the caller's affair. */
final class KeyFile {
  private KeyFile() {}

  /** The pairs by their aliases, each under the same root. */
  static byte[] write(
      Suite suite, Map<String, Certificates.Pair> pairs, X509Certificate root, char[] password) {
    try {
      KeyStore store = suite.store();
      store.load(null, null);
      for (Map.Entry<String, Certificates.Pair> entry : pairs.entrySet()) {
        store.setKeyEntry(
            entry.getKey(), entry.getValue().key(), password, chain(entry.getValue(), root));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password);
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalArgumentException if the password or the bytes are wrong
   */
  static KeyStore open(Suite suite, byte[] file, char[] password) {
    try {
      KeyStore store = suite.store();
      store.load(new ByteArrayInputStream(file), password);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("the key file does not open", e);
    }
  }

  static Certificates.Pair pair(KeyStore store, String alias, char[] password) {
    try {
      return new Certificates.Pair(
          (PrivateKey) store.getKey(alias, password),
          (X509Certificate) store.getCertificate(alias));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key file lacks " + alias, e);
    }
  }

  static X509Certificate root(KeyStore store, String alias) {
    try {
      Certificate[] chain = store.getCertificateChain(alias);
      return (X509Certificate) chain[chain.length - 1];
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key file lacks " + alias, e);
    }
  }

  private static Certificate[] chain(Certificates.Pair pair, X509Certificate root) {
    return pair.certificate().equals(root)
        ? new Certificate[] {root}
        : new Certificate[] {pair.certificate(), root};
  }

  static Map<String, Certificates.Pair> one(String alias, Certificates.Pair pair) {
    Map<String, Certificates.Pair> pairs = new LinkedHashMap<>();
    pairs.put(alias, pair);
    return pairs;
  }
}
