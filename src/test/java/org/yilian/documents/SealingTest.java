package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.yilian.documents.Verification.Fault;

class SealingTest {
  private static final Instant NOW = Instant.parse("2026-08-27T01:02:03Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Fonts FONTS = Fonts.load(null);
  private static final SealAuthority OURS = SealedSamples.Ours.AUTHORITY;
  private static final SealKey KEY = SealedSamples.Ours.KEY;
  private static final byte[] PLAIN =
      new Typesetter(FONTS, true)
          .set(
              new Templates(null, FONTS, true)
                  .fill("people-mediation-agreement", Samples.agreement()))
          .pdf();
  private static final SealNote NOTE =
      new SealNote("people-mediation-agreement", "（2026）演双人调字第12号", true);
  private static final byte[] SEALED = seal(OURS, KEY);

  private final DocumentVerifier verifier = new DocumentVerifier(List.of(OURS.root()));

  @Test
  void aSealedDocumentSaysWhatItIs() {
    Verification verdict = verifier.verify(SEALED);
    assertEquals(List.of(), verdict.faults());
    assertTrue(verdict.valid());
    assertEquals(NOTE.kind(), verdict.kind());
    assertEquals(NOTE.number(), verdict.number());
    assertEquals(NOW, verdict.sealedAt());
    assertEquals(Samples.ORGANISATION, verdict.signer());
    assertTrue(verdict.demo());
  }

  @Test
  void oneFlippedBitAnywhereInTheSignedBytesIsFound() {
    int gap = new String(SEALED, StandardCharsets.ISO_8859_1).indexOf("/Contents <") + 10;
    int afterGap = new String(SEALED, StandardCharsets.ISO_8859_1).indexOf('>', gap) + 1;
    Random random = new Random(1);
    for (int round = 0; round < 600; round++) {
      int place = round % 2 == 0 ? random.nextInt(gap) : afterGap - 1 - random.nextInt(60);
      place = round % 3 == 0 ? afterGap + random.nextInt(SEALED.length - afterGap) : place;
      assertRefused(flipped(place, 1 << random.nextInt(8)));
    }
  }

  /** The signature itself lies outside the signed bytes; it counts in one form alone. */
  @Test
  void oneFlippedBitInTheSignatureIsFound() {
    int gap = new String(SEALED, StandardCharsets.ISO_8859_1).indexOf("/Contents <") + 10;
    for (int place = gap; place < gap + 9_000; place += 13) {
      assertRefused(flipped(place, 1));
    }
  }

  @Test
  void anAppendedRevisionIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument pdf = Loader.loadPDF(SEALED)) {
      pdf.getDocumentInformation().setTitle("另一个标题");
      pdf.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
      pdf.saveIncremental(out);
    }
    assertTrue(out.size() > SEALED.length);
    assertFault(Fault.APPENDED, out.toByteArray());
    assertFault(Fault.APPENDED, Arrays.copyOf(SEALED, SEALED.length + 1));
  }

  @Test
  void aCopySavedAnewIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument pdf = Loader.loadPDF(SEALED)) {
      pdf.save(out);
    }
    assertRefused(out.toByteArray());
  }

  @Test
  void aSealByAForeignKeyIsRefused() {
    SealAuthority foreign = SealAuthority.create(Suite.RSA, CLOCK);
    byte[] sealed = seal(foreign, foreign.issue(Samples.ORGANISATION, CLOCK));
    assertFault(Fault.FOREIGN_KEY, sealed);
    assertTrue(new DocumentVerifier(List.of(foreign.root(), OURS.root())).verify(sealed).valid());
    assertFault(Fault.TIME_NOT_PROVED, seal(foreign, KEY));
  }

  @Test
  void whatIsNoSealedDocumentIsRefusedWithoutAnException() {
    assertFault(Fault.NO_SEAL, PLAIN);
    assertFault(Fault.NOT_A_PDF, new byte[0]);
    assertFault(Fault.NOT_A_PDF, "<html/>".getBytes(StandardCharsets.UTF_8));
    assertFault(Fault.REWRITTEN, Arrays.copyOf(SEALED, SEALED.length - 1));
    assertFault(Fault.REWRITTEN, ascii("%PDF-1.7 /ByteRange [0 9 999999999 999999999]"));
    assertFault(Fault.REWRITTEN, ascii("%PDF-1.7 /ByteRange [" + "0 ".repeat(5000) + "]"));
    String nested = "30".repeat(3) + "3080".repeat(20_000);
    String start = "%PDF-1.7 /ByteRange [0 60 " + (62 + nested.length()) + " 0] ";
    assertFault(
        Fault.UNREADABLE_SEAL, ascii(start + " ".repeat(60 - start.length()) + "<" + nested + ">"));
  }

  @Test
  void keysSurviveTheirFile() {
    char[] password = "only for this test".toCharArray();
    SealAuthority authority = SealAuthority.open(Suite.RSA, OURS.toPkcs12(password), password);
    SealKey key = SealKey.open(Suite.RSA, KEY.toPkcs12(password), password);
    assertEquals(Samples.ORGANISATION, key.organisation());
    assertTrue(verifier.verify(seal(authority, key)).valid());
  }

  @Test
  void aDocumentIsSealedOnce() {
    Sealer sealer = new Sealer(FONTS.bold(), CLOCK);
    assertThrows(IllegalArgumentException.class, () -> sealer.seal(SEALED, OURS, KEY, NOTE));
  }

  private void assertFault(Fault fault, byte[] file) {
    assertEquals(List.of(fault), verifier.verify(file).faults());
  }

  private void assertRefused(byte[] file) {
    Verification verdict = verifier.verify(file);
    assertFalse(verdict.valid());
    assertNull(verdict.number());
  }

  private static byte[] flipped(int place, int bit) {
    byte[] changed = SEALED.clone();
    changed[place] ^= (byte) bit;
    return changed;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] seal(SealAuthority authority, SealKey key) {
    return new Sealer(FONTS.bold(), CLOCK).seal(PLAIN, authority, key, NOTE);
  }
}
