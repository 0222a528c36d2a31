package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  /** One of each kind: sealed, a form, a table, a record, a page of the file, a contract. */
  private static final List<String> ONE_OF_EACH =
      List.of(
          SealedSamples.Agreement.KIND,
          "confirmation-application",
          "payable-table",
          "mediation-record",
          "dossier-cover",
          "loan-contract");

  private static final List<String> TEMPLATES =
      Boolean.getBoolean("tests.full") ? List.copyOf(Templates.SHIPPED) : ONE_OF_EACH;

  private static Map<String, Path> documents;
  private static OthersSeals others;
  private static Path sealed;
  private static Path volume;
  private static List<Path> changed;
  private static Judge.Verdict dss;
  private static Judge.Verdict vera;

  /** Each of the two big judges is started once, for everything that it has to judge. */
  @BeforeAll
  static void write() throws Exception {
    SealAuthority authority = SealedSamples.Ours.AUTHORITY;
    documents = SealedSamples.write(TEMPLATES, true, authority);
    others = OthersSeals.write();
    sealed = documents.get(SealedSamples.Agreement.KIND + "-sealed");
    volume = volume();
    changed = changedCopies(Files.readAllBytes(sealed));
    DocumentVerifier ours = new DocumentVerifier(List.of(authority.root()));
    assertTrue(ours.verify(Files.readAllBytes(sealed)).valid());
    for (Path copy : changed) {
      assertEquals(List.of(Fault.CHANGED), ours.verify(Files.readAllBytes(copy)).faults());
    }
  }

  private static String dss() throws Exception {
    if (dss == null) {
      List<Object> arguments = new ArrayList<>(List.of("@" + SealedSamples.FOLDER + "/root.pem"));
      arguments.add(sealed);
      arguments.addAll(changed);
      arguments.add(others.sm2());
      arguments.add("@" + others.root());
      arguments.addAll(others.byKeysOfOthers());
      arguments.addAll(others.changedArchives());
      dss = Judge.java("JudgeByDss.java", arguments.toArray());
    }
    return dss.words();
  }

  private static String vera() throws Exception {
    if (vera == null) {
      List<Object> arguments = new ArrayList<>(List.of("@2a,ua1"));
      arguments.addAll(documents.values());
      arguments.addAll(others.byKeysOfOthers());
      arguments.addAll(List.of("@2b", volume));
      vera = Judge.java("JudgeByVeraPdf.java", arguments.toArray());
    }
    return vera.words();
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
    all.addAll(others.byKeysOfOthers());
    all.addAll(List.of(volume, others.sm2()));
    for (Path document : all) {
      Judge.Verdict verdict = Judge.installed("qpdf", "--check", document);
      assertEquals(0, verdict.exit(), verdict.words());
    }
  }

  @Test
  void veraPdfSaysPdfA2aAndPdfUaAndOfABoundVolumePdfA2b() throws Exception {
    List<Path> tagged = new ArrayList<>(documents.values());
    tagged.addAll(others.byKeysOfOthers());
    for (Path document : tagged) {
      assertTrue(vera().contains(document + " 2a compliant=true"), vera());
      assertTrue(vera().contains(document + " ua1 compliant=true"), vera());
    }
    assertTrue(vera().contains(volume + " 2b compliant=true"), vera());
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
    for (String name : TEMPLATES) {
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
    assertTrue(dss().contains(sealed + " PAdES-BASELINE-T TOTAL_PASSED"), dss());
    for (Path copy : changed) {
      assertTrue(dss().contains(copy + " PAdES-BASELINE-T TOTAL_FAILED sub=HASH_FAILURE"), dss());
    }
  }

  /**
   * Offline, DSS can judge a seal by a key of others by what is archived with it alone. Of a
   * changed archive it says that its timestamp is broken, and of the seal before it that it is not.
   */
  @Test
  void dssSaysPadesBaselineLtaOfWhatIsArchivedAndFindsWhatWasChangedInIt() throws Exception {
    List<Path> good = new ArrayList<>(others.archived());
    good.add(others.renewed());
    for (Path archived : good) {
      assertTrue(dss().contains(archived + " PAdES-BASELINE-LTA TOTAL_PASSED"), dss());
      assertTrue(dss().contains(archived + " DOCUMENT_TIMESTAMP intact=true"), dss());
    }
    assertTrue(dss().contains(others.plain() + " PAdES-BASELINE-T INDETERMINATE"), dss());
    for (Path copy : others.changedArchives()) {
      assertTrue(dss().contains(copy + " DOCUMENT_TIMESTAMP intact=false"), dss());
    }
  }

  /** This {@code pdfsig} cannot judge the timestamp; it says that it covers the whole file. */
  @Test
  void pdfsigSaysThatTheSealUnderAnArchiveIsValid() throws Exception {
    for (Path archived : others.archived()) {
      String words = Judge.installed("pdfsig", "-nocert", archived).words();
      String[] signatures = words.split("Signature #");
      assertEquals(3, signatures.length, words);
      assertTrue(signatures[1].contains("Signature is Valid"), words);
      assertTrue(signatures[2].contains("Total document signed"), words);
      assertFalse(words.contains("Syntax Error"), words);
    }
  }

  /** Other readers do not know SM2, and none takes such a seal for good. */
  @Test
  void othersCannotReadASealBySm2() throws Exception {
    String words = Judge.installed("pdfsig", "-nocert", others.sm2()).words();
    assertFalse(words.contains("Signature is Valid"), words);
    assertFalse(dss().contains(others.sm2() + " PAdES-BASELINE-T TOTAL_PASSED"), dss());
    assertTrue(dss().contains(others.sm2().toString()), dss());
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
