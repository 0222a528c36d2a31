package org.yilian.documents;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yilian.documents.OutsideCertificate.Use;
import org.yilian.documents.Verification.Fault;

/**
 * Accepts a signature in the one form in which we write it, and in no other that means the same. A
 * signature does not sign itself: without this, bits of it could be another and nothing would show.
 */
final class CanonicalCms {
  private final Trust trust;

  private CanonicalCms(Trust trust) {
    this.trust = trust;
  }

  /**
   * The signature in its room, zeros after it.
   *
   * @throws IllegalArgumentException or {@link IOException} where it is no CMS at all
   */
  static ContentInfo read(byte[] room, Trust trust)
      throws IOException, GeneralSecurityException, SealRefused {
    return read(room, new CanonicalCms(trust)::form);
  }

  /** A stamp in its room, as {@link #read}. */
  static ContentInfo readStamp(byte[] room, Trust trust)
      throws IOException, GeneralSecurityException, SealRefused {
    return read(room, new CanonicalCms(trust)::formOfStamp);
  }

  private interface Rebuilt {
    ContentInfo of(ContentInfo info) throws IOException, GeneralSecurityException, SealRefused;
  }

  private static ContentInfo read(byte[] room, Rebuilt rebuilt)
      throws IOException, GeneralSecurityException, SealRefused {
    ContentInfo info = ContentInfo.getInstance(DerFollowedByZeros.read(room));
    require(info != null);
    byte[] form = rebuilt.of(info).getEncoded(ASN1Encoding.DER);
    require(
        form.length <= room.length && Arrays.equals(form, 0, form.length, room, 0, form.length));
    require(Arrays.equals(form, info.getEncoded(ASN1Encoding.DER)));
    return info;
  }

  /** Nothing stands outside of the signature but the time, and nothing outside of the time. */
  private ContentInfo form(ContentInfo seal)
      throws IOException, GeneralSecurityException, SealRefused {
    SignerInfo signer = signer(seal, CMSObjectIdentifiers.data);
    List<X509Certificate> along = along(seal, signer, Use.SEAL);
    require(signedData(seal).getEncapContentInfo().getContent() == null);
    Attribute time = Attribute.getInstance(only(signer.getUnauthenticatedAttributes()));
    require(time.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken));
    ContentInfo token = formOfStamp(ContentInfo.getInstance(only(time.getAttrValues())));
    return CmsForm.of(
        seal, along, new DERSet(new Attribute(time.getAttrType(), new DERSet(token))));
  }

  private ContentInfo formOfStamp(ContentInfo stamp)
      throws IOException, GeneralSecurityException, SealRefused {
    SignerInfo clock = signer(stamp, PKCSObjectIdentifiers.id_ct_TSTInfo);
    return CmsForm.of(stamp, along(stamp, clock, Use.STAMP), null);
  }

  private static SignerInfo signer(ContentInfo info, ASN1ObjectIdentifier content)
      throws SealRefused {
    SignedData data = signedData(info);
    require(data.getEncapContentInfo().getContentType().equals(content));
    return SignerInfo.getInstance(only(data.getSignerInfos()));
  }

  /**
   * What has to come along: the certificate alone, by a suite of ours, or, where another authority
   * issued it, the path that we know.
   */
  private List<X509Certificate> along(ContentInfo info, SignerInfo signer, Use use)
      throws IOException, GeneralSecurityException, SealRefused {
    Certificate named = named(info, signer);
    Optional<OutsideCertificate> outside = trust.outside(use, encoded(named));
    if (outside.isPresent()) {
      return outside.get().path();
    }
    require(
        Arrays.stream(Suite.values())
            .anyMatch(
                suite ->
                    suite.digests(signer.getDigestAlgorithm())
                        && suite.signs(signer.getDigestEncryptionAlgorithm())));
    return List.of(Suite.certificate(new X509CertificateHolder(named)));
  }

  /** Among those that came along the one that the signature names. */
  private static Certificate named(ContentInfo info, SignerInfo signer)
      throws IOException, SealRefused {
    ASN1Set along = signedData(info).getCertificates();
    require(along != null);
    Certificate named = null;
    for (ASN1Encodable one : along) {
      Certificate certificate = Certificate.getInstance(one);
      // BouncyCastle takes names for equal that differ in case: byte by byte, then.
      byte[] itself = encoded(new IssuerAndSerialNumber(certificate));
      if (Arrays.equals(itself, encoded(signer.getSID()))) {
        require(named == null);
        named = certificate;
      }
    }
    require(named != null);
    return named;
  }

  private static SignedData signedData(ContentInfo info) {
    return SignedData.getInstance(info.getContent());
  }

  private static ASN1Encodable only(ASN1Set set) throws SealRefused {
    require(set != null && set.size() == 1);
    return set.getObjectAt(0);
  }

  private static byte[] encoded(ASN1Encodable object) throws IOException {
    return object.toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }

  private static void require(boolean met) throws SealRefused {
    if (!met) {
      throw new SealRefused(Fault.UNREADABLE_SEAL);
    }
  }
}
