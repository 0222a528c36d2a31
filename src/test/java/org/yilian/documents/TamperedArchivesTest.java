package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.junit.jupiter.api.Test;
import org.yilian.documents.Verification.Fault;

/** Archives of which a bit, an object or an end is another, or which something follows. */
class TamperedArchivesTest extends ArchiveTests {
  private static final Charset LATIN = StandardCharsets.ISO_8859_1;

  private final Random random = new Random(11);

  @Test
  void itIsGoodAsItWasMadeAndAsItsOwnerStampsItAgain() {
    assertNotNull(verifier.verify(file).archived());
    Verification again = verifier.verify(stamped(ArchiveRevision.over(first, kept)));
    assertEquals(List.of(), again.faults(), "another stamp over the same is as good");
    assertNotNull(again.archived());
  }

  /** The seal, the proofs, the objects about them, the stamp, the zeros after it, the trailer. */
  @Test
  void noOtherBitIsAccepted() {
    int after = file.length - first.length;
    for (int i = 0; i < 210; i++) {
      int part = after / 210;
      refused(flipped(first.length + i * part + random.nextInt(part)), "in the archive");
    }
    for (int i = 0; i < 40; i++) {
      refused(flipped(random.nextInt(first.length)), "in the sealed part");
    }
    for (int place = file.length - 60; place < file.length; place++) {
      refused(flipped(place), "in the trailer");
    }
  }

  @Test
  void nothingFollowsTheArchiveAndNothingIsCutOffIt() {
    for (String tail : List.of("\n", " ", "%", "%%EOF\n", "startxref\n0\n%%EOF\n")) {
      refused(joined(file, tail.getBytes(StandardCharsets.US_ASCII)), "a tail");
    }
    for (int cut = 1; cut < file.length - first.length; cut += 4_999) {
      refused(Arrays.copyOf(file, file.length - cut), "cut by " + cut);
    }
    refused(joined(file, Arrays.copyOfRange(file, first.length, file.length)), "twice");
  }

  @Test
  void aFurtherStampCountsOnlyWhileTheLastOneStillDid() {
    SealedBytes further = ArchiveRevision.over(file, kept);
    Verification inTime = verifier.verify(with(further, ours(further, Duration.ofDays(1))));
    assertEquals(List.of(), inTime.faults());
    assertEquals(1, inTime.archived().renewals());
    for (int days : new int[] {-1, 701}) {
      byte[] copy = with(further, ours(further, Duration.ofDays(days)));
      assertEquals(List.of(Fault.TIME_NOT_PROVED), verifier.verify(copy).faults(), days + " days");
    }
  }

  private static ContentInfo ours(SealedBytes over, Duration later) {
    return new Timestamps(OURS, Clock.offset(CLOCK, later)).stamp(over.covered());
  }

  /** What is left is the seal as it was before it was archived, and is judged as that. */
  @Test
  void withoutItsArchiveItIsASealWithoutAnArchive() {
    Verification verdict = verifier.verify(first);
    assertEquals(List.of(), verdict.faults());
    assertNull(verdict.archived());
  }

  @Test
  void aRevisionAfterTheArchiveIsRefused() throws IOException {
    for (Tampering.Change change : Tampering.CHANGES) {
      Verification verdict = verifier.verify(Tampering.revision(file, change, true));
      assertEquals(List.of(Fault.APPENDED), verdict.faults());
      assertTrue(verdict.within().valid(), "and what had been sealed is told");
    }
  }

  /** A page, an annotation, a layer, the seal's picture: with proofs and a stamp that are right. */
  @Test
  void anArchiveThatChangesSomethingElseTooIsRefused() throws IOException {
    for (Tampering.Change change : Tampering.CHANGES) {
      byte[] changed = Tampering.revision(first, change, true);
      assertFalse(verifier.verify(stamped(ArchiveRevision.over(changed, kept))).valid());
    }
  }

  /** Objects of the archive itself, each written another way that a reader takes for the same. */
  @Test
  void noOtherWritingOfTheArchiveIsAccepted() {
    String[][] others = {
      {"/FT/Sig/T(archive)", "/FT/Sig/T(archivf)"},
      {"/Type/DocTimeStamp", "/Type /DocTimeStam"},
      {"/BaseVersion/1.7", "/BaseVersion/1.6"},
      {"/ExtensionLevel 5", "/ExtensionLevel 6"},
      {"/SubFilter/ETSI.RFC3161", "/SubFilter/ETSI.RFC3162"},
      {"/Type/DSS>>", "/Typf/DSS>>"},
      {"/Lang <", "/Lanh <"},
      {"/SigFlags 3", "/SigFlags 1"},
      {"endobj\n", "endobj "},
    };
    for (String[] other : others) {
      byte[] changed = replacedAfterTheSeal(other[0], other[1]);
      refused(stamped(around(changed)), other[0]);
    }
  }

  @Test
  void aSecondCopyOfAnObjectIsRefused() {
    String text = new String(file, first.length, file.length - first.length, LATIN);
    int at = first.length + text.indexOf("xref");
    byte[] page = "1 0 obj\n<</Type/Catalog>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);
    byte[] changed =
        joined(Arrays.copyOf(file, at), page, Arrays.copyOfRange(file, at, file.length));
    refused(stamped(around(changed)), "an object more");
  }

  @Test
  void theLibraryReadsTwoSignaturesOfIt() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      assertEquals(2, pdf.getSignatureDictionaries().size());
      assertEquals(2, pdf.getDocumentCatalog().getAcroForm().getFields().size());
    }
  }

  private byte[] flipped(int place) {
    byte[] copy = file.clone();
    copy[place] ^= (byte) (1 << random.nextInt(8));
    return copy;
  }

  /** Of the same length, so that every range stays right. */
  private static byte[] replacedAfterTheSeal(String old, String other) {
    assertEquals(old.length(), other.length());
    String text = new String(file, first.length, file.length - first.length, LATIN);
    assertTrue(text.contains(old), old);
    return joined(first, text.replace(old, other).getBytes(LATIN));
  }

  /** A file with the gap of the second signature where its own words put it. */
  private static SealedBytes around(byte[] changed) {
    String text = new String(changed, LATIN);
    int start = text.indexOf("/Contents <", first.length) + "/Contents ".length();
    return SealedBytes.around(changed, start, text.indexOf('>', start) + 1);
  }
}
