package org.yilian.documents;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.OperatorCreationException;
import org.yilian.documents.StampCheck.Stamped;
import org.yilian.documents.Verification.Fault;

/** Judges the signature of a sealed file, and says by whom and when it was made. */
final class SealCheck {
  private final Trust trust;
  private final StampCheck stamps;

  /**
   * A seal against which nothing speaks.
   *
   * @param key the certificate by which it was made, and {@code clock} the one that stamped it
   */
  record Seal(
      String organisation,
      Instant at,
      Verification.Vouchers vouchers,
      X509Certificate key,
      X509Certificate clock) {}

  SealCheck(Trust trust) {
    this.trust = trust;
    this.stamps = new StampCheck(trust);
  }

  Seal check(SealedBytes bytes) throws SealRefused {
    try {
      CMSSignedData signed = new CMSSignedData(bytes, CanonicalCms.read(bytes.signature(), trust));
      SignerInformation signer = onlySigner(signed);
      X509Certificate certificate = Trust.named(signed.getCertificates(), signer.getSID());
      checkSignature(signer, certificate);
      if (!trust.maySeal(certificate)) {
        throw new SealRefused(Fault.FOREIGN_KEY);
      }
      Stamped stamped = stamped(signer);
      certificate.checkValidity(Date.from(stamped.at()));
      return new Seal(
          CertificateNames.organisation(certificate),
          stamped.at(),
          vouchers(certificate, stamped.by()),
          certificate,
          stamped.by());
    } catch (CMSSignerDigestMismatchException e) {
      throw new SealRefused(Fault.CHANGED);
    } catch (CMSException
        | GeneralSecurityException
        | OperatorCreationException
        | IOException
        | RuntimeException
        | StackOverflowError e) {
      throw new SealRefused(Fault.UNREADABLE_SEAL); // garbage comes out as any of these
    }
  }

  private Verification.Vouchers vouchers(X509Certificate key, X509Certificate clock) {
    return new Verification.Vouchers(
        CertificateNames.service(clock),
        trust.issuedByUs(clock),
        CertificateNames.issuer(key),
        trust.issuedByUs(key),
        Suite.of(key));
  }

  private static SignerInformation onlySigner(CMSSignedData signed) throws SealRefused {
    if (signed.getSignerInfos().size() != 1) {
      throw new SealRefused(Fault.UNREADABLE_SEAL);
    }
    return signed.getSignerInfos().getSigners().iterator().next();
  }

  private static void checkSignature(SignerInformation signer, X509Certificate certificate)
      throws CMSException, OperatorCreationException, GeneralSecurityException, SealRefused {
    Suite suite = Suite.of(certificate);
    boolean good =
        suite.digest().getId().equals(signer.getDigestAlgOID())
            && signer.verify(Suite.verifier(certificate));
    ASN1Encodable named =
        value(signer.getSignedAttributes(), PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    ESSCertIDv2 first = SigningCertificateV2.getInstance(named).getCerts()[0];
    byte[] hash = suite.hash(certificate.getEncoded());
    if (!good || !MessageDigest.isEqual(hash, first.getCertHash())) {
      throw new SealRefused(Fault.CHANGED);
    }
  }

  /** The time in the stamp over exactly this signature. */
  private Stamped stamped(SignerInformation signer) throws SealRefused {
    ASN1Encodable attribute;
    try {
      attribute =
          value(
              signer.getUnsignedAttributes(), PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    } catch (RuntimeException e) {
      throw new SealRefused(Fault.TIME_NOT_PROVED);
    }
    return stamps.check(ContentInfo.getInstance(attribute), signer.getSignature());
  }

  private static ASN1Encodable value(AttributeTable attributes, ASN1ObjectIdentifier type) {
    Attribute attribute = attributes.get(type);
    return attribute.getAttrValues().getObjectAt(0);
  }
}
