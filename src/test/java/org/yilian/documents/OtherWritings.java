package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

/** The same seal, written in other ways that a lenient reader takes for it. */
final class OtherWritings {
  private OtherWritings() {}

  /**
   * @param elliptic the certificate of the clock that signs by an elliptic curve
   */
  static Map<String, ContentInfo> of(ContentInfo seal, OutsideCertificate elliptic)
      throws IOException {
    Map<String, ContentInfo> others = new HashMap<>();
    others.put("a certificate more", withCertificates(seal, true));
    others.put("a certificate less", withCertificates(seal, false));
    others.put("another way to name the digest", withDigests(seal));
    others.put("something beside the time", withUnsigned(seal, true));
    others.put("no time", withUnsigned(seal, false));
    ContentInfo stamp = stamp(seal);
    others.put("in the stamp a certificate more", stamped(seal, withCertificates(stamp, true)));
    others.put("in the stamp a certificate less", stamped(seal, withCertificates(stamp, false)));
    others.put("in the stamp something unsigned", stamped(seal, withUnsigned(stamp, true)));
    others.put("in the stamp another digest's name", stamped(seal, withDigests(stamp)));
    if (signer(stamp).getEncryptedDigest().getOctets().length < 120) {
      mirrored(stamp, elliptic).ifPresent(other -> others.put("n - s", stamped(seal, other)));
    }
    return others;
  }

  /** (r, s) and (r, n - s) are both right, for whoever verifies ECDSA. */
  private static Optional<ContentInfo> mirrored(ContentInfo stamp, OutsideCertificate elliptic)
      throws IOException {
    SignedData data = SignedData.getInstance(stamp.getContent());
    SignerInfo signer = signer(stamp);
    if (!signer.getDigestEncryptionAlgorithm().getAlgorithm().getId().startsWith("1.2.840.10045")) {
      return Optional.empty();
    }
    BigInteger order = ((ECPublicKey) elliptic.path().get(0).getPublicKey()).getParams().getOrder();
    ASN1Sequence pair = ASN1Sequence.getInstance(signer.getEncryptedDigest().getOctets());
    BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
    ASN1EncodableVector other = new ASN1EncodableVector();
    other.add(pair.getObjectAt(0));
    other.add(new ASN1Integer(order.subtract(s)));
    assertNotEquals(s, order.subtract(s));
    SignerInfo mirrored =
        new SignerInfo(
            signer.getSID(),
            signer.getDigestAlgorithm(),
            signer.getAuthenticatedAttributes(),
            signer.getDigestEncryptionAlgorithm(),
            new DEROctetString(new DERSequence(other)),
            null);
    return Optional.of(
        rebuilt(stamp, data.getCertificates(), data.getDigestAlgorithms(), mirrored));
  }

  private static ContentInfo withCertificates(ContentInfo one, boolean more) throws IOException {
    SignedData data = SignedData.getInstance(one.getContent());
    ASN1EncodableVector certificates = new ASN1EncodableVector();
    for (ASN1Encodable there : data.getCertificates()) {
      certificates.add(there);
    }
    if (more) {
      certificates.add(
          Certificate.getInstance(
              Certificates.holder(SealedSamples.Ours.AUTHORITY.root()).getEncoded()));
    } else {
      certificates = dropped(certificates);
    }
    return rebuilt(one, new DERSet(certificates), data.getDigestAlgorithms(), signer(one));
  }

  private static ASN1EncodableVector dropped(ASN1EncodableVector all) {
    ASN1EncodableVector fewer = new ASN1EncodableVector();
    for (int i = 1; i < all.size(); i++) {
      fewer.add(all.get(i));
    }
    return fewer;
  }

  private static ContentInfo withDigests(ContentInfo one) {
    SignedData data = SignedData.getInstance(one.getContent());
    AlgorithmIdentifier digest =
        AlgorithmIdentifier.getInstance(data.getDigestAlgorithms().getObjectAt(0));
    AlgorithmIdentifier other =
        digest.getParameters() == null
            ? new AlgorithmIdentifier(digest.getAlgorithm(), DERNull.INSTANCE)
            : new AlgorithmIdentifier(digest.getAlgorithm());
    return rebuilt(one, data.getCertificates(), new DERSet(other), signer(one));
  }

  private static ContentInfo withUnsigned(ContentInfo one, boolean more) {
    SignedData data = SignedData.getInstance(one.getContent());
    SignerInfo signer = signer(one);
    ASN1EncodableVector unsigned = new ASN1EncodableVector();
    if (more) {
      if (signer.getUnauthenticatedAttributes() != null) {
        unsigned.add(signer.getUnauthenticatedAttributes().getObjectAt(0));
      }
      unsigned.add(
          new Attribute(
              PKCSObjectIdentifiers.pkcs_9_at_unstructuredName,
              new DERSet(new DEROctetString(new byte[] {1}))));
    }
    return rebuilt(
        one, data.getCertificates(), data.getDigestAlgorithms(), unsigned(signer, unsigned));
  }

  private static SignerInfo unsigned(SignerInfo signer, ASN1EncodableVector attributes) {
    return new SignerInfo(
        signer.getSID(),
        signer.getDigestAlgorithm(),
        signer.getAuthenticatedAttributes(),
        signer.getDigestEncryptionAlgorithm(),
        signer.getEncryptedDigest(),
        attributes.size() == 0 ? null : new DERSet(attributes));
  }

  private static ContentInfo stamp(ContentInfo seal) {
    Attribute time =
        Attribute.getInstance(signer(seal).getUnauthenticatedAttributes().getObjectAt(0));
    return ContentInfo.getInstance(time.getAttrValues().getObjectAt(0));
  }

  private static ContentInfo stamped(ContentInfo seal, ContentInfo stamp) {
    SignedData data = SignedData.getInstance(seal.getContent());
    ASN1EncodableVector time = new ASN1EncodableVector();
    time.add(new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(stamp)));
    return rebuilt(
        seal, data.getCertificates(), data.getDigestAlgorithms(), unsigned(signer(seal), time));
  }

  private static SignerInfo signer(ContentInfo one) {
    return SignerInfo.getInstance(
        SignedData.getInstance(one.getContent()).getSignerInfos().getObjectAt(0));
  }

  private static ContentInfo rebuilt(
      ContentInfo one, ASN1Set certificates, ASN1Set digests, SignerInfo signer) {
    SignedData data = SignedData.getInstance(one.getContent());
    return new ContentInfo(
        one.getContentType(),
        new SignedData(
            digests, data.getEncapContentInfo(), certificates, null, new DERSet(signer)));
  }
}
