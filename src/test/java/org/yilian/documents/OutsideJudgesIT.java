package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.documents.Verification.Fault;

/** What programs of others say of our documents, and that they find the same changes as ours. */
class OutsideJudgesIT {
  private static Map<String, Path> documents;
  private static Path root;
  private static Path sealed;
  private static List<Path> changed;

  @BeforeAll
  static void write() throws Exception {
    SealAuthority authority = SealAuthority.create(SealedSamples.CLOCK);
    documents = SealedSamples.write(true, authority);
    root = SealedSamples.FOLDER.resolve("root.pem");
    sealed = documents.get("people-mediation-agreement-sealed");
    changed = changedCopies(Files.readAllBytes(sealed));
    DocumentVerifier ours = new DocumentVerifier(List.of(authority.root()));
    assertTrue(ours.verify(Files.readAllBytes(sealed)).valid());
    for (Path copy : changed) {
      assertEquals(List.of(Fault.CHANGED), ours.verify(Files.readAllBytes(copy)).faults());
    }
  }

  @Test
  void pdfsigSaysThatTheSealIsValid() throws Exception {
    String words = Judge.installed("pdfsig", "-nocert", sealed).words();
    assertTrue(words.contains("Signature is Valid"), words);
    assertTrue(words.contains("Total document signed"), words);
    assertTrue(words.contains("ETSI.CAdES.detached"), words);
  }

  @Test
  void pdfsigFindsOneFlippedBit() throws Exception {
    for (Path copy : changed) {
      String words = Judge.installed("pdfsig", "-nocert", copy).words();
      assertFalse(words.contains("Signature is Valid"), words);
      assertTrue(words.contains("Digest Mismatch"), words);
    }
  }

  @Test
  void qpdfFindsNoFault() throws Exception {
    for (Path document : documents.values()) {
      Judge.Verdict verdict = Judge.installed("qpdf", "--check", document);
      assertEquals(0, verdict.exit(), verdict.words());
    }
  }

  @Test
  void veraPdfSaysPdfA2aAndPdfUa() throws Exception {
    List<Object> arguments = new ArrayList<>(List.of("2a,ua1"));
    arguments.addAll(documents.values());
    String words = Judge.java("JudgeByVeraPdf.java", arguments.toArray()).words();
    for (Path document : documents.values()) {
      assertTrue(words.contains(document + " 2a compliant=true"), words);
      assertTrue(words.contains(document + " ua1 compliant=true"), words);
    }
  }

  @Test
  void dssSaysPadesBaselineTAndFindsOneFlippedBit() throws Exception {
    List<Object> arguments = new ArrayList<>(List.of(root, sealed));
    arguments.addAll(changed);
    String words = Judge.java("JudgeByDss.java", arguments.toArray()).words();
    assertTrue(words.contains(sealed + " PAdES-BASELINE-T TOTAL_PASSED"), words);
    for (Path copy : changed) {
      assertTrue(words.contains(copy + " PAdES-BASELINE-T TOTAL_FAILED sub=HASH_FAILURE"), words);
    }
  }

  /** One bit in a page, one in a font, and one in what the seal says. */
  private static List<Path> changedCopies(byte[] file) throws Exception {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int gap = text.indexOf("/Contents <");
    int[] places = {
      text.indexOf("stream\n") + 40, gap / 2, text.indexOf("people-mediation", gap - 4000) + 3
    };
    List<Path> copies = new ArrayList<>();
    for (int place : places) {
      byte[] copy = file.clone();
      copy[place] ^= 1;
      copies.add(SealedSamples.write("changed-at-" + place + ".pdf", copy));
    }
    return copies;
  }
}
