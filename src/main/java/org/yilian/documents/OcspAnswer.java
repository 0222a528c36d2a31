package org.yilian.documents;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** What a responder (RFC 6960) says of one certificate. */
final class OcspAnswer {
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  /** How old an answer may be that does not say until when it holds. */
  private static final Duration WITHOUT_END = Duration.ofHours(1);

  private final byte[] der;
  private final BasicOCSPResp basic;

  private OcspAnswer(byte[] der, BasicOCSPResp basic) {
    this.der = der;
    this.basic = basic;
  }

  /**
   * @throws OCSPException or {@link IOException} where the bytes are no answer, or it answered that
   *     it does not answer
   */
  static OcspAnswer read(byte[] der) throws IOException, OCSPException {
    OCSPResp response = new OCSPResp(der);
    if (response.getStatus() != OCSPResp.SUCCESSFUL
        || !(response.getResponseObject() instanceof BasicOCSPResp basic)
        || !Arrays.equals(der, response.getEncoded())) {
      throw new OCSPException("no answer: " + response.getStatus());
    }
    return new OcspAnswer(der, basic);
  }

  byte[] der() {
    return der;
  }

  /** The nonce that came back, or null. */
  Extension nonce() {
    return basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
  }

  /**
   * Whether it says that the certificate is revoked. Otherwise it says that it is good.
   *
   * @throws GeneralSecurityException where it says nothing that counts: of another certificate, by
   *     another's key, not of this time, or that it does not know
   */
  boolean revoked(X509Certificate certificate, X509Certificate issuer, Instant at)
      throws GeneralSecurityException {
    try {
      SingleResp about = about(certificate, issuer);
      inTime(about, at);
      require(signed(issuer, at), "not signed for its issuer");
      CertificateStatus status = about.getCertStatus();
      require(
          status == CertificateStatus.GOOD || status instanceof RevokedStatus,
          "it does not know the certificate");
      return status instanceof RevokedStatus;
    } catch (OCSPException | OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private SingleResp about(X509Certificate certificate, X509Certificate issuer)
      throws OCSPException, OperatorCreationException, GeneralSecurityException {
    DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
    X509CertificateHolder by = Certificates.holder(issuer);
    for (SingleResp one : basic.getResponses()) {
      CertificateID id = one.getCertID();
      if (id.getSerialNumber().equals(certificate.getSerialNumber())
          && id.matchesIssuer(by, digests)) {
        return one;
      }
    }
    throw new GeneralSecurityException("an answer about another certificate");
  }

  private static void inTime(SingleResp about, Instant at) throws GeneralSecurityException {
    Instant said = about.getThisUpdate().toInstant();
    Instant ends =
        about.getNextUpdate() == null ? said.plus(WITHOUT_END) : about.getNextUpdate().toInstant();
    require(!said.isAfter(at.plus(CLOCKS_APART)), "an answer of the future");
    require(!ends.isBefore(at.minus(CLOCKS_APART)), "an old answer");
  }

  /** By the issuer itself, or by whom it has certified to answer, and to be asked no more about. */
  private boolean signed(X509Certificate issuer, Instant at)
      throws OCSPException, OperatorCreationException, GeneralSecurityException {
    if (valid(issuer)) {
      return true;
    }
    for (X509CertificateHolder one : basic.getCerts()) {
      X509Certificate responder = Suite.certificate(one);
      if (mayAnswer(responder, issuer, at) && named(one) && valid(responder)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayAnswer(X509Certificate responder, X509Certificate issuer, Instant at) {
    try {
      responder.verify(issuer.getPublicKey());
      responder.checkValidity(Date.from(at));
      return responder.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
          && List.of(KeyPurposeId.id_kp_OCSPSigning.getId()).equals(responder.getExtendedKeyUsage())
          && responder.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId())
              != null;
    } catch (GeneralSecurityException another) {
      return false;
    }
  }

  private boolean named(X509CertificateHolder responder)
      throws OCSPException, OperatorCreationException {
    DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
    RespID id = basic.getResponderId();
    return id.equals(new RespID(responder.getSubject()))
        || id.equals(
            new RespID(responder.getSubjectPublicKeyInfo(), digests.get(RespID.HASH_SHA1)));
  }

  private boolean valid(X509Certificate by) throws OCSPException, OperatorCreationException {
    return basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(by.getPublicKey()));
  }

  private static void require(boolean met, String otherwise) throws GeneralSecurityException {
    if (!met) {
      throw new GeneralSecurityException(otherwise);
    }
  }
}
