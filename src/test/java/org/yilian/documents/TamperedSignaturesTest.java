package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.ContentInfo;
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
            .draft(SealedSamples.agreement(), key, SealedSamples.Agreement.NOTE, true);
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
      for (Map.Entry<String, ContentInfo> other : OtherWritings.of(seal, elliptic).entrySet()) {
        String how = one.getKey() + ": " + other.getKey();
        byte[] der = other.getValue().getEncoded();
        assertFalse(Arrays.equals(der, seal.getEncoded(ASN1Encoding.DER)), how);
        assertFalse(verifier.verify(Gap.of(file).with(file, der)).valid(), how);
      }
    }
  }
}
