package org.yilian.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.Hashtable;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;

/** The signature inside the PDF: a detached CMS as PAdES baseline wants it, without its time. */
final class CmsSignatures {
  private final SealKey key;

  CmsSignatures(SealKey key) {
    this.key = key;
  }

  byte[] sign(InputStream content) throws IOException {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addCertificates(new JcaCertStore(key.along()));
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(key.suite().calculators())
              .setSignedAttributeGenerator(attributes(key))
              .build(key.signer(), key.certificate()));
      return generator.generate(new Streamed(content), false).getEncoded(ASN1Encoding.DER);
    } catch (GeneralSecurityException
        | OperatorCreationException
        | CMSException
        | ProviderException
        | RuntimeOperatorException e) {
      throw key.failed(e);
    }
  }

  /** PAdES: the certificate is named under the signature, the time stands outside of it. */
  private static CMSAttributeTableGenerator attributes(SealKey key)
      throws GeneralSecurityException {
    AlgorithmIdentifier digest = new AlgorithmIdentifier(key.suite().digest());
    byte[] hash = key.suite().hash(key.certificate().getEncoded());
    Attribute named =
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest, hash))));
    DefaultSignedAttributeTableGenerator usual =
        new DefaultSignedAttributeTableGenerator(
            new AttributeTable(
                new Hashtable<>(Map.of(PKCSObjectIdentifiers.id_aa_signingCertificateV2, named))));
    return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
  }

  /** The bytes around the gap, read once. */
  private record Streamed(InputStream content) implements CMSTypedData {
    @Override
    public ASN1ObjectIdentifier getContentType() {
      return CMSObjectIdentifiers.data;
    }

    @Override
    public void write(OutputStream out) throws IOException {
      content.transferTo(out);
    }

    @Override
    public Object getContent() {
      return content;
    }
  }
}
