package org.yilian.documents;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Lists of revoked certificates: where they are, and which of them count. */
final class RevocationList {
  private RevocationList() {}

  /** Where the authority of a certificate publishes its list. */
  static Optional<URI> address(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
    if (extension == null) {
      return Optional.empty();
    }
    CRLDistPoint points =
        CRLDistPoint.getInstance(ASN1OctetString.getInstance(extension).getOctets());
    for (DistributionPoint point : points.getDistributionPoints()) {
      DistributionPointName named = point.getDistributionPoint();
      if (named == null || named.getType() != DistributionPointName.FULL_NAME) {
        continue;
      }
      for (GeneralName name : GeneralNames.getInstance(named.getName()).getNames()) {
        String text = name.getName().toString();
        if (name.getTagNo() == GeneralName.uniformResourceIdentifier
            && text.matches("https?://.+")) {
          return Optional.of(URI.create(text));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A whole list of this issuer that is not to be renewed yet.
   *
   * @throws GeneralSecurityException where it is something else
   */
  static void check(X509CRL list, X509Certificate issuer, Instant now)
      throws GeneralSecurityException {
    require(
        list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()), "another's list");
    list.verify(issuer.getPublicKey());
    // A part of a list (only some reasons, changes alone) says so in an extension that is critical.
    require(
        list.getCriticalExtensionOIDs() == null || list.getCriticalExtensionOIDs().isEmpty(),
        "a part of a list");
    require(
        list.getNextUpdate() != null && list.getNextUpdate().toInstant().isAfter(now),
        "an old list");
  }

  private static void require(boolean met, String otherwise) throws CRLException {
    if (!met) {
      throw new CRLException(otherwise);
    }
  }
}
