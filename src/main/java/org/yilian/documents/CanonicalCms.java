package org.yilian.documents;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.yilian.documents.Verification.Fault;

/**
 * Accepts a signature in the one form in which we write it, and in no other that means the same. A
 * signature does not sign itself: without this, bits of it could be another and nothing would show.
 */
final class CanonicalCms {
  private static final List<AlgorithmIdentifier> SHA256 =
      List.of(
          new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
          new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE));
  private static final List<AlgorithmIdentifier> RSA =
      List.of(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE),
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));

  private CanonicalCms() {}

  /**
   * The signature in its room, zeros after it.
   *
   * @throws IllegalArgumentException or {@link IOException} where it is no CMS at all
   */
  static ContentInfo read(byte[] room) throws IOException, SealRefused {
    ContentInfo info = ContentInfo.getInstance(DerFollowedByZeros.read(room));
    require(info != null);
    byte[] der = info.getEncoded(ASN1Encoding.DER);
    require(der.length <= room.length && Arrays.equals(der, 0, der.length, room, 0, der.length));
    SignerInfo signer = onlySigner(info, CMSObjectIdentifiers.data, 1);
    require(signedData(info).getEncapContentInfo().getContent() == null);
    stamp(signer);
    return info;
  }

  /** Nothing stands outside of the signature but the time, and nothing outside of the time. */
  private static void stamp(SignerInfo signer) throws IOException, SealRefused {
    ASN1Set unsigned = signer.getUnauthenticatedAttributes();
    require(unsigned != null && unsigned.size() == 1);
    Attribute time = Attribute.getInstance(unsigned.getObjectAt(0));
    require(
        time.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
            && time.getAttrValues().size() == 1);
    ContentInfo token = ContentInfo.getInstance(time.getAttrValues().getObjectAt(0));
    SignerInfo clock = onlySigner(token, PKCSObjectIdentifiers.id_ct_TSTInfo, 3);
    require(clock.getUnauthenticatedAttributes() == null);
  }

  private static SignerInfo onlySigner(ContentInfo info, ASN1ObjectIdentifier content, int version)
      throws IOException, SealRefused {
    require(info.getContentType().equals(CMSObjectIdentifiers.signedData));
    SignedData data = signedData(info);
    require(data.getVersion().hasValue(version) && data.getCRLs() == null);
    require(SHA256.contains(AlgorithmIdentifier.getInstance(only(data.getDigestAlgorithms()))));
    require(data.getEncapContentInfo().getContentType().equals(content));
    SignerInfo signer = SignerInfo.getInstance(only(data.getSignerInfos()));
    require(signer.getVersion().hasValue(1));
    require(SHA256.contains(signer.getDigestAlgorithm()));
    require(RSA.contains(signer.getDigestEncryptionAlgorithm()));
    Certificate along = Certificate.getInstance(only(data.getCertificates()));
    // BouncyCastle takes names for equal that differ in case: byte by byte, then.
    IssuerAndSerialNumber named = new IssuerAndSerialNumber(along);
    require(Arrays.equals(encoded(named), encoded(signer.getSID())));
    return signer;
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
