package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Text;
import org.yilian.documents.Verification.Fault;

/** What programs of others say of our documents, and that they find the same changes as ours. */
class OutsideJudgesIT {
  private static Map<String, Path> documents;
  private static Path root;
  private static Path sealed;
  private static List<Path> changed;

  @BeforeAll
  static void write() throws Exception {
    SealAuthority authority = SealedSamples.Ours.AUTHORITY;
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
    List<Path> all = new ArrayList<>(documents.values());
    all.add(volume());
    for (Path document : all) {
      Judge.Verdict verdict = Judge.installed("qpdf", "--check", document);
      assertEquals(0, verdict.exit(), verdict.words());
    }
  }

  @Test
  void veraPdfSaysPdfA2aAndPdfUaAndOfABoundVolumePdfA2b() throws Exception {
    Path volume = volume();
    List<Object> arguments = new ArrayList<>(List.of("@2a,ua1"));
    arguments.addAll(documents.values());
    arguments.addAll(List.of("@2b", volume));
    String words = Judge.java("JudgeByVeraPdf.java", arguments.toArray()).words();
    for (Path document : documents.values()) {
      assertTrue(words.contains(document + " 2a compliant=true"), words);
      assertTrue(words.contains(document + " ua1 compliant=true"), words);
    }
    assertTrue(words.contains(volume + " 2b compliant=true"), words);
  }

  /** A bound volume keeps no tags: it is archival, and its papers beside it are accessible. */
  private static Path volume() throws Exception {
    List<Sheet> sheets = new ArrayList<>();
    for (Map.Entry<String, Path> document : documents.entrySet()) {
      sheets.add(new Sheet(document.getKey(), Files.readAllBytes(document.getValue()), true));
    }
    sheets.add(new Sheet("scan", PictureSheet.of(List.of(scan())).orElseThrow().pdf(), true));
    byte[] bound = new Binder(Fonts.load(null).faces().get(0)).bind("卷宗 <1>", sheets).pdf();
    return SealedSamples.write("volume.pdf", bound);
  }

  private static byte[] scan() {
    return Png.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_ARGB));
  }

  @Test
  void pdffontsSaysThatEveryFontIsEmbeddedAsASubset() throws Exception {
    for (Path document : documents.values()) {
      String words = Judge.installed("pdffonts", document).words();
      List<String> fonts = words.lines().skip(2).toList();
      assertFalse(fonts.isEmpty(), words);
      for (String font : fonts) {
        assertTrue(font.matches("[A-Z]{6}\\+.*\\s+yes yes yes\\s+\\d+\\s+\\d+"), words);
      }
    }
  }

  /**
   * What a template says is what another program reads off its pages, no character less or more.
   */
  @Test
  void pdftotextReadsTheWholeText() throws Exception {
    Templates templates = new Templates(null, Fonts.load(null), true);
    for (String name : Templates.SHIPPED) {
      Document said = templates.fill(name, Samples.of(templates, name));
      String read = Judge.installed("pdftotext", "-raw", documents.get(name), "-").words();
      int pages = read.split("\f").length;
      assertEquals(counted(expected(said, pages)), counted(read), name);
    }
  }

  /** The body, and what runs along at the head and foot of every page. */
  private static String expected(Document said, int pages) {
    StringBuilder body = new StringBuilder();
    for (Text text : Xhtml.textNodes(said.getElementsByTagName("body").item(0))) {
      boolean running =
          text.getParentNode() instanceof Element parent
              && parent.getAttribute("class").equals("running");
      body.append(text.getData().repeat(running ? pages : 1));
    }
    for (int page = 1; page <= pages; page++) {
      body.append("第").append(page).append("页，共").append(pages).append("页");
    }
    return body.toString();
  }

  private static Map<Integer, Integer> counted(String text) {
    Map<Integer, Integer> counts = new TreeMap<>();
    VisibleText.withoutSpaces(text).codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
    return counts;
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

  /**
   * By a key and a clock of others. Offline, DSS can judge such a seal by the proofs alone that lie
   * under it. (It calls it T: LT is to DSS what was appended after the signature, and we append
   * nothing.)
   */
  @Test
  void dssReadsTheProofsUnderASealByOthers() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (CrlServer lists = new CrlServer(vertx)) {
      ForeignAuthority elsewhere = lists.authority("某公司", SealedSamples.CLOCK);
      Path anchor =
          SealedSamples.write("elsewhere.pem", SealedSamples.pem(elsewhere.root().getEncoded()));
      Path proved =
          SealedSamples.write("proved.pdf", SealedSamples.byOthers(vertx, elsewhere, true));
      Path plain =
          SealedSamples.write("not-proved.pdf", SealedSamples.byOthers(vertx, elsewhere, false));
      String words = Judge.java("JudgeByDss.java", anchor, proved, plain).words();
      assertTrue(words.contains(proved + " PAdES-BASELINE-T TOTAL_PASSED"), words);
      assertTrue(words.contains(plain + " PAdES-BASELINE-T INDETERMINATE"), words);
      words = Judge.installed("pdfsig", "-nocert", proved).words();
      assertTrue(words.contains("Signature is Valid"), words);
      assertTrue(words.contains("Total document signed"), words);
      Judge.Verdict checked = Judge.installed("qpdf", "--check", proved);
      assertEquals(0, checked.exit(), checked.words());
      words = Judge.java("JudgeByVeraPdf.java", "@2a,ua1", proved).words();
      assertTrue(words.contains(proved + " 2a compliant=true"), words);
      assertTrue(words.contains(proved + " ua1 compliant=true"), words);
    } finally {
      vertx.close().await();
    }
  }

  /** Other readers do not know SM2, and none takes such a seal for good. */
  @Test
  void othersCannotReadASealBySm2() throws Exception {
    SealAuthority authority = SealAuthority.create(Suite.SM2, SealedSamples.CLOCK);
    SealKey key = authority.issue(Samples.ORGANISATION, SealedSamples.CLOCK);
    Path file = SealedSamples.write("sm2.pdf", SealedSamples.agreement(authority, key));
    String words = Judge.installed("pdfsig", "-nocert", file).words();
    assertFalse(words.contains("Signature is Valid"), words);
    words = Judge.java("JudgeByDss.java", root, file).words();
    assertFalse(words.contains("TOTAL_PASSED"), words);
    Judge.Verdict checked = Judge.installed("qpdf", "--check", file);
    assertEquals(0, checked.exit(), checked.words());
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
