package org.yilian.documents;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.util.Store;
import org.yilian.documents.Verification.Fault;
import org.yilian.kernel.Hash;

/**
 * Whose certificates count: those that one of our roots has issued for the use at hand, and those
 * of other authorities that this very installation has used, known byte for byte.
 */
public final class Trust {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final String TIMESTAMPING = "1.3.6.1.5.5.7.3.8";

  private final List<X509Certificate> roots;
  private final Map<Known, OutsideCertificate> outside;

  private record Known(OutsideCertificate.Use use, Hash sha256) {}

  /**
   * @param roots of this installation, see {@link SealAuthority#root()}
   */
  public Trust(Collection<X509Certificate> roots, Collection<OutsideCertificate> outside) {
    this.roots = List.copyOf(roots);
    this.outside =
        outside.stream()
            .collect(
                Collectors.toMap(
                    one -> new Known(one.use(), one.sha256()),
                    Function.identity(),
                    (first, again) -> first));
  }

  /** The one certificate that the signature names, as it came along with it. */
  static X509Certificate named(Store<X509CertificateHolder> along, SignerId signer)
      throws GeneralSecurityException, SealRefused {
    List<X509CertificateHolder> named =
        along.getMatches(null).stream().filter(signer::match).toList();
    if (named.size() != 1) {
      throw new SealRefused(Fault.UNREADABLE_SEAL);
    }
    return Suite.certificate(named.get(0));
  }

  /** A certificate of another authority that we know for this use, by its bytes. */
  Optional<OutsideCertificate> outside(OutsideCertificate.Use use, byte[] certificate) {
    return Optional.ofNullable(outside.get(new Known(use, Hash.of(certificate))));
  }

  private boolean known(OutsideCertificate.Use use, X509Certificate certificate)
      throws GeneralSecurityException {
    return outside(use, certificate.getEncoded()).isPresent();
  }

  boolean maySeal(X509Certificate certificate) throws GeneralSecurityException {
    boolean[] usage = certificate.getKeyUsage();
    return known(OutsideCertificate.Use.SEAL, certificate)
        || (issuedByUs(certificate)
            && usage != null
            && usage[NON_REPUDIATION]
            && certificate.getExtendedKeyUsage() == null);
  }

  boolean mayStamp(X509Certificate certificate) throws GeneralSecurityException {
    boolean[] usage = certificate.getKeyUsage();
    return known(OutsideCertificate.Use.STAMP, certificate)
        || (issuedByUs(certificate)
            && usage != null
            && usage[DIGITAL_SIGNATURE]
            && List.of(TIMESTAMPING).equals(certificate.getExtendedKeyUsage()));
  }

  /** Whether it came from this installation's own authority. */
  boolean issuedByUs(X509Certificate certificate) {
    return certificate.getBasicConstraints() < 0
        && roots.stream().anyMatch(root -> issued(root, certificate));
  }

  private static boolean issued(X509Certificate root, X509Certificate certificate) {
    if (!certificate.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(root.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false; // another root of the same name
    }
  }
}
