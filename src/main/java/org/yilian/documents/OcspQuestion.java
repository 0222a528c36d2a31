package org.yilian.documents;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** One question to a responder (RFC 6960): is this certificate good, now. */
final class OcspQuestion {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE = 16;

  private final X509Certificate certificate;
  private final X509Certificate issuer;
  private final Extension nonce;
  private final byte[] encoded;

  OcspQuestion(X509Certificate certificate, X509Certificate issuer) {
    this.certificate = certificate;
    this.issuer = issuer;
    byte[] random = new byte[NONCE];
    RANDOM.nextBytes(random);
    try {
      byte[] value = new DEROctetString(random).getEncoded();
      this.nonce = new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, value);
      // SHA-1 names the certificate and protects nothing; many responders know no other (RFC 5019).
      CertificateID id =
          new CertificateID(
              new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
              Certificates.holder(issuer),
              certificate.getSerialNumber());
      this.encoded =
          new OCSPReqBuilder()
              .addRequest(id)
              .setRequestExtensions(new Extensions(nonce))
              .build()
              .getEncoded();
    } catch (IOException | OCSPException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where a certificate says that its responder is. */
  static Optional<URI> address(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(Extension.authorityInfoAccess.getId());
    if (extension == null) {
      return Optional.empty();
    }
    AuthorityInformationAccess access =
        AuthorityInformationAccess.getInstance(ASN1OctetString.getInstance(extension).getOctets());
    for (AccessDescription one : access.getAccessDescriptions()) {
      GeneralName place = one.getAccessLocation();
      String text = place.getName().toString();
      if (one.getAccessMethod().equals(AccessDescription.id_ad_ocsp)
          && place.getTagNo() == GeneralName.uniformResourceIdentifier
          && text.matches("https?://.+")) {
        return Optional.of(URI.create(text));
      }
    }
    return Optional.empty();
  }

  byte[] encoded() {
    return encoded;
  }

  /**
   * Judges an answer. One that brings our nonce was made for us. Responders of large authorities
   * answer from a store, without it: then its own term has to do.
   *
   * @throws GeneralSecurityException where it proves nothing
   */
  Judged judge(byte[] answer, Instant now) throws GeneralSecurityException {
    try {
      OcspAnswer read = OcspAnswer.read(answer);
      if (read.nonce() != null && !read.nonce().equals(nonce)) {
        throw new GeneralSecurityException("an answer to another question");
      }
      return new Judged(read, read.revoked(certificate, issuer, now));
    } catch (IOException | OCSPException | RuntimeException e) { // garbage comes out as any
      throw new GeneralSecurityException(e);
    }
  }

  /** An answer that counts, and what it says. */
  record Judged(OcspAnswer answer, boolean revoked) {}
}
