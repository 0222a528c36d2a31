package org.yilian.documents;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yilian.kernel.Hash;

/**
 * A certificate from another authority by which this installation sealed, or by which a seal of it
 * was stamped. It was judged at its use; from then on it is known by its bytes, so that a document
 * is verified without asking anybody, whatever the settings have become.
 *
 * @param path the certificate itself, and those that lead from it towards its root
 */
public record OutsideCertificate(Use use, List<X509Certificate> path) {
  private static final String ENCODING = "PkiPath";

  /** What it was used for. */
  public enum Use {
    SEAL,
    STAMP
  }

  public OutsideCertificate {
    Objects.requireNonNull(use);
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a path begins with its certificate");
    }
  }

  /**
   * @param path to the root, which a reader has or does not trust: it does not come along
   */
  static OutsideCertificate of(Use use, List<X509Certificate> path) {
    List<X509Certificate> along = new ArrayList<>(path.subList(0, 1));
    path.stream().skip(1).filter(one -> !CertificateNames.selfSigned(one)).forEach(along::add);
    return new OutsideCertificate(use, along);
  }

  /**
   * @throws IllegalArgumentException if the bytes are no path of certificates
   */
  public static OutsideCertificate open(Use use, byte[] bytes) {
    try {
      CertPath path =
          CertificateFactory.getInstance("X.509")
              .generateCertPath(new ByteArrayInputStream(bytes), ENCODING);
      return new OutsideCertificate(
          use, path.getCertificates().stream().map(X509Certificate.class::cast).toList());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no path of certificates", e);
    }
  }

  /** The path, for keeping. */
  public byte[] toBytes() {
    try {
      return CertificateFactory.getInstance("X.509").generateCertPath(path).getEncoded(ENCODING);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of the certificate itself. */
  public Hash sha256() {
    return Hash.of(encoded().get(0));
  }

  /** The certificates of the path, each as its bytes. */
  List<byte[]> encoded() {
    List<byte[]> encoded = new ArrayList<>();
    for (X509Certificate one : path) {
      try {
        encoded.add(one.getEncoded());
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException(e);
      }
    }
    return encoded;
  }
}
