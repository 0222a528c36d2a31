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
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.yilian.documents.Verification.Fault;

/** Judges the signature of a sealed file, and says by whom and when it was made. */
final class SealCheck {
  private final Trust trust;

  /** A seal against which nothing speaks. */
  record Seal(String organisation, Instant at) {}

  SealCheck(Trust trust) {
    this.trust = trust;
  }

  Seal check(SealedBytes bytes) throws SealRefused {
    try {
      CMSSignedData signed = new CMSSignedData(bytes, CanonicalCms.read(bytes.signature()));
      SignerInformation signer = onlySigner(signed);
      X509Certificate certificate = Trust.named(signed.getCertificates(), signer.getSID());
      checkSignature(signer, certificate);
      if (!trust.maySeal(certificate)) {
        throw new SealRefused(Fault.FOREIGN_KEY);
      }
      Instant at = stampedTime(signer);
      certificate.checkValidity(Date.from(at));
      return new Seal(SealKey.organisation(certificate), at);
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

  private static SignerInformation onlySigner(CMSSignedData signed) throws SealRefused {
    if (signed.getSignerInfos().size() != 1) {
      throw new SealRefused(Fault.UNREADABLE_SEAL);
    }
    return signed.getSignerInfos().getSigners().iterator().next();
  }

  private static void checkSignature(SignerInformation signer, X509Certificate certificate)
      throws CMSException, OperatorCreationException, GeneralSecurityException, SealRefused {
    boolean good =
        NISTObjectIdentifiers.id_sha256.getId().equals(signer.getDigestAlgOID())
            && signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
    ASN1Encodable named =
        value(signer.getSignedAttributes(), PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    ESSCertIDv2 first = SigningCertificateV2.getInstance(named).getCerts()[0];
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    if (!good || !MessageDigest.isEqual(hash, first.getCertHash())) {
      throw new SealRefused(Fault.CHANGED);
    }
  }

  /** The time in the stamp over exactly this signature. */
  private Instant stampedTime(SignerInformation signer) throws SealRefused {
    try {
      ASN1Encodable attribute =
          value(
              signer.getUnsignedAttributes(), PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
      TimeStampToken token = new TimeStampToken(ContentInfo.getInstance(attribute));
      X509Certificate clock = Trust.named(token.getCertificates(), token.getSID());
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(Certificates.holder(clock)));
      byte[] stamped = MessageDigest.getInstance("SHA-256").digest(signer.getSignature());
      if (!trust.mayStamp(clock)
          || !MessageDigest.isEqual(stamped, token.getTimeStampInfo().getMessageImprintDigest())) {
        throw new SealRefused(Fault.TIME_NOT_PROVED);
      }
      return token.getTimeStampInfo().getGenTime().toInstant();
    } catch (TSPException
        | IOException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException e) {
      throw new SealRefused(Fault.TIME_NOT_PROVED);
    }
  }

  private static ASN1Encodable value(AttributeTable attributes, ASN1ObjectIdentifier type) {
    Attribute attribute = attributes.get(type);
    return attribute.getAttrValues().getObjectAt(0);
  }
}
