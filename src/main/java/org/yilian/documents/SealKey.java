package org.yilian.documents;

import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.documents.OutsideCertificate.Use;
import org.yilian.kernel.Refusal;

/**
 * The key by which one organisation seals: one that this installation made, or one of another
 * authority. Opening one from its bytes takes some ten milliseconds of hashing the password: keep
 * it open while it is in use.
 */
public final class SealKey {
  private static final Logger LOG = LoggerFactory.getLogger(SealKey.class);
  private static final String ALIAS = "seal";

  private final Suite suite;
  private final Certificates.Pair pair;
  private final X509Certificate root;
  private final List<X509Certificate> others;
  private final Provider device;

  private SealKey(
      Suite suite,
      Certificates.Pair pair,
      X509Certificate root,
      List<X509Certificate> others,
      Provider device) {
    this.suite = suite;
    this.pair = Objects.requireNonNull(pair);
    this.root = root;
    this.others = others;
    this.device = device;
  }

  static SealKey own(Suite suite, Certificates.Pair pair, X509Certificate root) {
    return new SealKey(suite, pair, Objects.requireNonNull(root), null, null);
  }

  /**
   * @param others those that lead from its certificate towards the root, and the root if it is
   *     known
   * @param device that keeps the key, or null
   */
  static SealKey outside(Certificates.Pair pair, List<X509Certificate> others, Provider device) {
    return new SealKey(Suite.RSA, pair, null, List.copyOf(others), device);
  }

  /**
   * One that this installation made.
   *
   * @throws IllegalArgumentException if the password or the bytes are wrong
   */
  public static SealKey open(Suite suite, byte[] pkcs12, char[] password) {
    KeyStore store = KeyFile.open(suite, pkcs12, password);
    return own(suite, KeyFile.pair(store, ALIAS, password), KeyFile.root(store, ALIAS));
  }

  /**
   * The key and its certificates as PKCS#12.
   *
   * @throws IllegalStateException if it is none that this installation made
   */
  public byte[] toPkcs12(char[] password) {
    if (root == null) {
      throw new IllegalStateException("a key from outside stays where it is");
    }
    return KeyFile.write(suite, Map.of(ALIAS, pair), root, password);
  }

  /** The organisation's name as it stands in the certificate and on the seal. */
  public String organisation() {
    return CertificateNames.organisation(pair.certificate());
  }

  Suite suite() {
    return suite;
  }

  X509Certificate certificate() {
    return pair.certificate();
  }

  /** The certificates that come along with its seals, its own first. */
  List<X509Certificate> along() {
    return outside().map(OutsideCertificate::path).orElse(List.of(pair.certificate()));
  }

  /** What has to be known to verify its seals, where our own root does not tell it. */
  Optional<OutsideCertificate> outside() {
    return others == null ? Optional.empty() : Optional.of(OutsideCertificate.of(Use.SEAL, path()));
  }

  /** Of one from outside: its certificate and, as far as they are known, all up to the root. */
  List<X509Certificate> path() {
    return Stream.concat(Stream.of(pair.certificate()), others.stream()).toList();
  }

  ContentSigner signer() throws OperatorCreationException {
    return suite.signer(pair.key(), device);
  }

  /**
   * What a failure to sign means.
   *
   * @return 503 {@code seal-key-away} where the key lies on a device, else a bug
   */
  RuntimeException failed(Exception failure) {
    if (device == null) {
      return new IllegalStateException(failure);
    }
    LOG.warn("device with a sealing key failed reason={}", failure.toString());
    return Refusal.of(503, "seal-key-away", "存放印章密钥的设备暂时不能使用，没有盖章，签名都还在。请管理员检查设备后再盖章。");
  }
}
