package org.yilian.documents;

import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Whom a certificate names, in the words that people know. */
final class CertificateNames {
  private CertificateNames() {}

  /** The organisation that seals with it. */
  static String organisation(X509Certificate certificate) {
    return first(certificate.getSubjectX500Principal(), BCStyle.O, BCStyle.CN);
  }

  /** The service that it belongs to. */
  static String service(X509Certificate certificate) {
    return first(certificate.getSubjectX500Principal(), BCStyle.CN, BCStyle.O);
  }

  /** The authority that issued it. */
  static String issuer(X509Certificate certificate) {
    return first(certificate.getIssuerX500Principal(), BCStyle.CN, BCStyle.O);
  }

  static boolean selfSigned(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
  }

  private static String first(X500Principal name, ASN1ObjectIdentifier... kinds) {
    X500Name parts = X500Name.getInstance(name.getEncoded());
    for (ASN1ObjectIdentifier kind : kinds) {
      RDN[] named = parts.getRDNs(kind);
      if (named.length > 0) {
        return IETFUtils.valueToString(named[0].getFirst().getValue());
      }
    }
    return name.getName();
  }
}
