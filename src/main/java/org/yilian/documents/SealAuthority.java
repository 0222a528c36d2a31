package org.yilian.documents;

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/**
 * An installation's own authority: a root that names the keys of its organisations, and a local
 * clock that stamps the time of a seal. Neither is licensed (电子签名法 arts. 16-18 speak of those that
 * are), and both say so in their names. With the root alone anybody can verify a document that no
 * database knows.
 */
public final class SealAuthority {
  private static final String ROOT = "root";
  private static final String CLOCK = "clock";
  private static final String ROOT_NAME = "易联本机签章根证书（非第三方电子认证）";
  private static final String CLOCK_NAME = "易联本机时间戳（非第三方时间戳）";
  private static final String UNCERTIFIED = "（SM2，未经商用密码认证）";

  private final Suite suite;
  private final Certificates.Pair root;
  private final Certificates.Pair stamp;

  private SealAuthority(Suite suite, Certificates.Pair root, Certificates.Pair stamp) {
    this.suite = suite;
    this.root = Objects.requireNonNull(root);
    this.stamp = Objects.requireNonNull(stamp);
  }

  /** Two fresh keys; takes about a second. */
  public static SealAuthority create(Suite suite, Clock clock) {
    Certificates certificates = new Certificates(suite, clock);
    Certificates.Pair root = certificates.root(named(ROOT_NAME, suite));
    return new SealAuthority(
        suite,
        root,
        certificates.issue(root, named(CLOCK_NAME, suite), null, Certificates.Use.TIMESTAMP));
  }

  private static String named(String name, Suite suite) {
    return suite == Suite.SM2 ? name + UNCERTIFIED : name;
  }

  /**
   * @throws IllegalArgumentException if the password or the bytes are wrong
   */
  public static SealAuthority open(Suite suite, byte[] pkcs12, char[] password) {
    KeyStore store = KeyFile.open(suite, pkcs12, password);
    return new SealAuthority(
        suite, KeyFile.pair(store, ROOT, password), KeyFile.pair(store, CLOCK, password));
  }

  public byte[] toPkcs12(char[] password) {
    return KeyFile.write(suite, Map.of(ROOT, root, CLOCK, stamp), root.certificate(), password);
  }

  /**
   * A fresh key for an organisation; takes about half a second.
   *
   * @param organisation the full name, which is drawn on the seal
   */
  public SealKey issue(String organisation, Clock clock) {
    Certificates.Pair pair =
        new Certificates(suite, clock)
            .issue(root, organisation, organisation, Certificates.Use.SEAL);
    return SealKey.own(suite, pair, root.certificate());
  }

  /** What a verifier has to trust. */
  public X509Certificate root() {
    return root.certificate();
  }

  Suite suite() {
    return suite;
  }

  Certificates.Pair stamp() {
    return stamp;
  }
}
