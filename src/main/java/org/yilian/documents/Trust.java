package org.yilian.documents;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.util.Store;
import org.yilian.documents.Verification.Fault;

/** Whose certificates count: those that one of our roots has issued for the use at hand. */
final class Trust {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final String TIMESTAMPING = "1.3.6.1.5.5.7.3.8";

  private final List<X509Certificate> roots;

  Trust(Collection<X509Certificate> roots) {
    this.roots = List.copyOf(roots);
  }

  /** The one certificate that the signature names, as it came along with it. */
  static X509Certificate named(Store<X509CertificateHolder> along, SignerId signer)
      throws GeneralSecurityException, SealRefused {
    List<X509CertificateHolder> named =
        along.getMatches(null).stream().filter(signer::match).toList();
    if (named.size() != 1) {
      throw new SealRefused(Fault.UNREADABLE_SEAL);
    }
    return new JcaX509CertificateConverter().getCertificate(named.get(0));
  }

  boolean maySeal(X509Certificate certificate) throws GeneralSecurityException {
    boolean[] usage = certificate.getKeyUsage();
    return issuedByUs(certificate)
        && usage != null
        && usage[NON_REPUDIATION]
        && certificate.getExtendedKeyUsage() == null;
  }

  boolean mayStamp(X509Certificate certificate) throws GeneralSecurityException {
    boolean[] usage = certificate.getKeyUsage();
    return issuedByUs(certificate)
        && usage != null
        && usage[DIGITAL_SIGNATURE]
        && List.of(TIMESTAMPING).equals(certificate.getExtendedKeyUsage());
  }

  private boolean issuedByUs(X509Certificate certificate) {
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
