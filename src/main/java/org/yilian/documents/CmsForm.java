package org.yilian.documents;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The one form of a signature or a stamp. What it covers stays as it is; all that it does not cover
 * (which certificates come along, how algorithms are written, tags and versions, the second of two
 * ECDSA signatures that mean the same) is written anew, in one way. So another bit is another form.
 */
final class CmsForm {
  private static final Map<ASN1ObjectIdentifier, ASN1ObjectIdentifier> ECDSA =
      Map.of(
          NISTObjectIdentifiers.id_sha256, X9ObjectIdentifiers.ecdsa_with_SHA256,
          NISTObjectIdentifiers.id_sha384, X9ObjectIdentifiers.ecdsa_with_SHA384,
          NISTObjectIdentifiers.id_sha512, X9ObjectIdentifiers.ecdsa_with_SHA512);

  private CmsForm() {}

  /**
   * The signature in its form.
   *
   * @param along its certificate, and those that come along with it
   * @param unsigned what stands outside of the signature, or null
   * @throws IllegalArgumentException where it is not by one key, or by a cipher that we do not know
   */
  static ContentInfo of(ContentInfo cms, List<X509Certificate> along, ASN1Set unsigned)
      throws IOException {
    require(cms.getContentType().equals(CMSObjectIdentifiers.signedData), "a signature");
    SignedData data = SignedData.getInstance(cms.getContent());
    require(data.getSignerInfos().size() == 1, "one key");
    SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    SignedData form =
        new SignedData(
            new DERSet(new AlgorithmIdentifier(signer.getDigestAlgorithm().getAlgorithm())),
            content(data.getEncapContentInfo()),
            certificates(along),
            null,
            new DERSet(signer(signer, along.get(0), unsigned)));
    return ContentInfo.getInstance(
        new ContentInfo(CMSObjectIdentifiers.signedData, form).getEncoded(ASN1Encoding.DER));
  }

  private static ContentInfo content(ContentInfo signed) {
    ASN1OctetString octets =
        signed.getContent() == null ? null : ASN1OctetString.getInstance(signed.getContent());
    return new ContentInfo(
        signed.getContentType(), octets == null ? null : new DEROctetString(octets.getOctets()));
  }

  private static SignerInfo signer(SignerInfo signer, X509Certificate by, ASN1Set unsigned)
      throws IOException {
    require(signer.getAuthenticatedAttributes() != null, "signed attributes");
    ASN1ObjectIdentifier digest = signer.getDigestAlgorithm().getAlgorithm();
    CMSAlgorithmProtection said = said(signer);
    AlgorithmIdentifier digests;
    AlgorithmIdentifier signs;
    if (said == null) {
      digests = new AlgorithmIdentifier(digest);
      signs = signs(by, digest);
    } else { // the signature covers how its algorithms are written
      require(said.getDigestAlgorithm().getAlgorithm().equals(digest), "the digest that it names");
      digests = said.getDigestAlgorithm();
      signs = said.getSignatureAlgorithm();
    }
    byte[] value = signer.getEncryptedDigest().getOctets();
    return new SignerInfo(
        new SignerIdentifier(new IssuerAndSerialNumber(certificate(by))),
        digests,
        signer.getAuthenticatedAttributes(),
        signs,
        new DEROctetString(ECDSA.containsValue(signs.getAlgorithm()) ? lower(value, by) : value),
        unsigned);
  }

  private static AlgorithmIdentifier signs(X509Certificate by, ASN1ObjectIdentifier digest) {
    require(ECDSA.containsKey(digest), "SHA-2");
    if (by.getPublicKey() instanceof RSAPublicKey) {
      return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    }
    require(by.getPublicKey() instanceof ECPublicKey, "RSA or ECDSA");
    return new AlgorithmIdentifier(ECDSA.get(digest));
  }

  private static CMSAlgorithmProtection said(SignerInfo signer) {
    Attribute said =
        new AttributeTable(signer.getAuthenticatedAttributes())
            .get(CMSAttributes.cmsAlgorithmProtect);
    return said == null
        ? null
        : CMSAlgorithmProtection.getInstance(said.getAttrValues().getObjectAt(0));
  }

  /** Of s and n - s, which are both right, the smaller. */
  private static byte[] lower(byte[] signature, X509Certificate by) throws IOException {
    ASN1Sequence pair = ASN1Sequence.getInstance(signature);
    BigInteger order = ((ECPublicKey) by.getPublicKey()).getParams().getOrder();
    BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getPositiveValue();
    ASN1EncodableVector form = new ASN1EncodableVector();
    form.add(ASN1Integer.getInstance(pair.getObjectAt(0)));
    form.add(new ASN1Integer(s.min(order.subtract(s))));
    return new DERSequence(form).getEncoded(ASN1Encoding.DER);
  }

  private static DERSet certificates(List<X509Certificate> along) throws IOException {
    ASN1EncodableVector certificates = new ASN1EncodableVector();
    for (X509Certificate one : along) {
      certificates.add(certificate(one));
    }
    return new DERSet(certificates);
  }

  private static Certificate certificate(X509Certificate one) throws IOException {
    try {
      return Certificate.getInstance(one.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IOException(e);
    }
  }

  private static void require(boolean met, String what) {
    if (!met) {
      throw new IllegalArgumentException("a signature needs " + what);
    }
  }
}
