package org.yilian.documents;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;

/** A sealed document that lacks its time: whoever stamps sees the signature, never the file. */
final class SealDraft {
  private final SealedBytes file;
  private final CMSSignedData signed;

  SealDraft(byte[] file) throws IOException {
    try {
      this.file = SealedBytes.find(file);
      signed =
          new CMSSignedData(
              ContentInfo.getInstance(DerFollowedByZeros.read(this.file.signature())));
    } catch (SealRefused | CMSException e) {
      throw new IllegalStateException("what was just sealed cannot be read", e);
    }
  }

  /** What is to be stamped. */
  byte[] signature() {
    return signer().getSignature();
  }

  /**
   * The document with its time.
   *
   * @throws IllegalArgumentException if the stamp is longer than the room that was kept for it
   */
  byte[] stamped(ContentInfo token) throws IOException {
    AttributeTable time =
        new AttributeTable(
            new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(token)));
    SignerInformation stamped = SignerInformation.replaceUnsignedAttributes(signer(), time);
    CMSSignedData whole = CMSSignedData.replaceSigners(signed, new SignerInformationStore(stamped));
    return file.with(whole.getEncoded(ASN1Encoding.DER));
  }

  private SignerInformation signer() {
    return signed.getSignerInfos().getSigners().iterator().next();
  }
}
