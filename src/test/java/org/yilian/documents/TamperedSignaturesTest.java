package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The parts of a seal that no signature covers, for every kind of key and clock: another bit there,
 * or another way to write the same, is another seal.
 */
class TamperedSignaturesTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final SealAuthority OURS = SealedSamples.Ours.AUTHORITY;
  private static final SealAuthority SM2 = SealAuthority.create(Suite.SM2, SealedSamples.CLOCK);
  private static final ForeignAuthority ELSEWHERE =
      new ForeignAuthority("某公司", null, SealedSamples.CLOCK);
  private static final Map<String, byte[]> SEALED = new LinkedHashMap<>();
  private static Trust trust;
  private static DocumentVerifier verifier;
  private static OutsideCertificate elliptic;

  @BeforeAll
  static void seal() {
    SealKey own = SealedSamples.Ours.KEY;
    SealKey commercial = SM2.issue(Samples.ORGANISATION, SealedSamples.CLOCK);
    SealKey foreign =
        SealKey.outside(ELSEWHERE.forSeals(Samples.ORGANISATION), ELSEWHERE.chain(), null);
    List<OutsideCertificate> known = new ArrayList<>(List.of(foreign.outside().orElseThrow()));
    SEALED.put("our key, our clock", SealedSamples.agreement(OURS, own));
    SEALED.put("SM2", SealedSamples.agreement(SM2, commercial));
    SEALED.put("another's key", SealedSamples.agreement(OURS, foreign));
    try (TimestampResponder rsa = responder(false);
        TimestampResponder ec = responder(true)) {
      SEALED.put("another's clock", sealed(own, rsa, known));
      SEALED.put("another's key and clock", sealed(foreign, ec, known));
      elliptic = known.get(2);
      SEALED.put("SM2, another's clock", sealed(commercial, ec, known));
    }
    trust = new Trust(List.of(OURS.root(), SM2.root()), known.subList(0, 3));
    verifier = new DocumentVerifier(trust);
  }

  private static TimestampResponder responder(boolean ec) {
    return new TimestampResponder(
        VERTX,
        ELSEWHERE,
        ec ? ForeignAuthority.ec() : ForeignAuthority.sharedRsa(),
        SealedSamples.CLOCK);
  }

  private static byte[] sealed(
      SealKey key, TimestampResponder responder, List<OutsideCertificate> known) {
    SealDraft draft =
        new Sealer(SealedSamples.Agreement.FONTS.bold(), SealedSamples.CLOCK)
            .draft(
                SealedSamples.agreement(), key, SealedSamples.Agreement.NOTE, LongTerm.NONE, true);
    TimestampServer server = new TimestampServer(VERTX, responder.settings(), SealedSamples.CLOCK);
    TimestampServer.Stamp stamp = server.stamp(draft.signature()).await();
    known.add(stamp.by());
    try {
      return draft.stamped(stamp.token());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @Test
  void eachIsGoodAsItWasMade() {
    SEALED.forEach((name, file) -> assertEquals(List.of(), verifier.verify(file).faults(), name));
  }

  /**
   * A hundred and fifty of each: spread over all of the signature, and some of the zeros after it.
   */
  @Test
  void noOtherBitIsAccepted() {
    Random random = new Random(7);
    SEALED.forEach(
        (name, file) -> {
          Gap gap = Gap.of(file);
          for (int i = 0; i < 150; i++) {
            int place = i < 140 ? i * gap.used() / 140 : random.nextInt(gap.room());
            byte[] der = gap.room(file);
            der[place] ^= (byte) (1 << random.nextInt(8));
            assertFalse(verifier.verify(gap.with(file, der)).valid(), name + " at " + place);
          }
        });
  }

  /** Every bit of every tag: a lenient parser reads past some of them. */
  @Test
  void noOtherTagIsAccepted() {
    SEALED.forEach(
        (name, file) -> {
          Gap gap = Gap.of(file);
          byte[] der = gap.room(file);
          List<Integer> tags = new ArrayList<>();
          tags(der, 0, gap.used(), tags);
          assertTrue(tags.size() > 150, name);
          for (int place : tags) {
            for (int bit = 1; bit < 256; bit <<= 1) {
              der[place] ^= (byte) bit;
              assertFalse(accepted(gap, file, der), name + " at " + place);
              der[place] ^= (byte) bit;
            }
          }
        });
  }

  /** What has not the form is refused; only what has it is worth the rest of the verdict. */
  private static boolean accepted(Gap gap, byte[] file, byte[] der) {
    try {
      CanonicalCms.read(der, trust);
      return verifier.verify(gap.with(file, der)).valid();
    } catch (IOException | GeneralSecurityException | SealRefused | RuntimeException other) {
      return false;
    }
  }

  /** Where in a DER the tags are. */
  private static void tags(byte[] der, int from, int to, List<Integer> found) {
    int at = from;
    while (at < to) {
      int first = der[at + 1] & 0xFF;
      int more = first < 0x80 ? 0 : first - 0x80;
      int length = more == 0 ? first : 0;
      for (int i = 0; i < more; i++) {
        length = length << 8 | der[at + 2 + i] & 0xFF;
      }
      found.add(at);
      int content = at + 2 + more;
      if ((der[at] & 0x20) != 0) {
        tags(der, content, content + length, found);
      }
      at = content + length;
    }
  }

  /** The same seal, written in another way that a lenient reader takes for it. */
  @Test
  void noOtherFormIsAccepted() throws IOException {
    for (Map.Entry<String, byte[]> one : SEALED.entrySet()) {
      byte[] file = one.getValue();
      ContentInfo seal = Gap.of(file).seal(file);
      for (Map.Entry<String, ContentInfo> other : others(seal).entrySet()) {
        String how = one.getKey() + ": " + other.getKey();
        byte[] der = other.getValue().getEncoded();
        assertFalse(Arrays.equals(der, seal.getEncoded(ASN1Encoding.DER)), how);
        assertFalse(verifier.verify(Gap.of(file).with(file, der)).valid(), how);
      }
    }
  }

  private static Map<String, ContentInfo> others(ContentInfo seal) throws IOException {
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
      mirrored(stamp).ifPresent(other -> others.put("n - s", stamped(seal, other)));
    }
    return others;
  }

  /** (r, s) and (r, n - s) are both right, for whoever verifies ECDSA. */
  private static Optional<ContentInfo> mirrored(ContentInfo stamp) throws IOException {
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
      certificates.add(Certificate.getInstance(Certificates.holder(OURS.root()).getEncoded()));
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

  /** Where the signature stands in a file, and how much of its room it takes. */
  private record Gap(int start, int room, int used) {
    static Gap of(byte[] file) {
      String text = new String(file, StandardCharsets.ISO_8859_1);
      int start = text.indexOf("/Contents <") + "/Contents <".length();
      int end = text.indexOf('>', start);
      String digits = text.substring(start, end).replaceFirst("0*$", "");
      return new Gap(start, (end - start) / 2, (digits.length() + 1) / 2);
    }

    byte[] room(byte[] file) {
      return HexFormat.of()
          .parseHex(new String(file, start, 2 * room, StandardCharsets.ISO_8859_1));
    }

    ContentInfo seal(byte[] file) throws IOException {
      return ContentInfo.getInstance(DerFollowedByZeros.read(room(file)));
    }

    byte[] with(byte[] file, byte[] der) {
      assertTrue(der.length <= room);
      byte[] copy = file.clone();
      String digits = HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(der, room));
      System.arraycopy(digits.getBytes(StandardCharsets.US_ASCII), 0, copy, start, 2 * room);
      return copy;
    }
  }
}
