package org.yilian.documents;

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * The key by which one organisation seals. Opening one from its bytes takes some ten milliseconds
 * of hashing the password: keep it open while it is in use.
 */
public final class SealKey {
  private static final String ALIAS = "seal";

  private final Certificates.Pair pair;
  private final X509Certificate root;

  SealKey(Certificates.Pair pair, X509Certificate root) {
    this.pair = Objects.requireNonNull(pair);
    this.root = Objects.requireNonNull(root);
  }

  /**
   * @throws IllegalArgumentException if the password or the bytes are wrong
   */
  public static SealKey open(byte[] pkcs12, char[] password) {
    KeyStore store = KeyFile.open(pkcs12, password);
    return new SealKey(KeyFile.pair(store, ALIAS, password), KeyFile.root(store, ALIAS));
  }

  /** The key and its certificates as PKCS#12. */
  public byte[] toPkcs12(char[] password) {
    return KeyFile.write(Map.of(ALIAS, pair), root, password);
  }

  /** The organisation's name as it stands in the certificate and on the seal. */
  public String organisation() {
    return organisation(pair.certificate());
  }

  static String organisation(X509Certificate certificate) {
    X500Name subject = Certificates.subject(certificate);
    return IETFUtils.valueToString(subject.getRDNs(BCStyle.CN)[0].getFirst().getValue());
  }

  Certificates.Pair pair() {
    return pair;
  }
}
