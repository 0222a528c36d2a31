package org.yilian.dossiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yilian.documents.Judge;
import org.yilian.kernel.Hash;

/** What programs of others say of a file (卷宗) with a stranger's PDF bound into it. */
@EnabledIfSystemProperty(named = "tests.full", matches = "true")
class BoundDossierByJudgesIT extends DossierTests {
  @Test
  void aVolumeWithAStrangersPdfInItIsPdfA2bAndWithoutFault() throws Exception {
    talk();
    stage.sealed();
    byte[] strangers = strangersPdf();
    String file = upload(stage.clerk, strangers);
    stage.clerk.post(path() + "/papers", entry("INVESTIGATION", "现场勘验（扫描）", file)).expect(201);
    byte[] bound = stage.clerk.get(path() + ".pdf").expect(200).bytes();
    String text = String.join("\n", pages(bound)).replace("\n", "");
    assertFalse(text.contains(Hash.of(strangers).value()), "its pages are bound, and no stand-in");
    String bytes = new String(bound, StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("/JavaScript"));
    Path volume = Files.write(Path.of("target", "dossier.pdf").toAbsolutePath(), bound);
    Judge.Verdict checked = Judge.installed("qpdf", "--check", volume);
    assertEquals(0, checked.exit(), checked.words());
    String words = Judge.java("JudgeByVeraPdf.java", "@2b", volume).words();
    assertTrue(words.contains(volume + " 2b compliant=true"), words);
  }

  /** With what an archive may not hold: a script at its opening, layers of glass, no profile. */
  private static byte[] strangersPdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (PDRectangle size : new PDRectangle[] {PDRectangle.A4, PDRectangle.A3}) {
        PDPage page = new PDPage(size);
        page.setRotation(90);
        document.addPage(page);
        draw(document, page);
      }
      document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void draw(PDDocument document, PDPage page) throws IOException {
    PDExtendedGraphicsState glass = new PDExtendedGraphicsState();
    glass.setNonStrokingAlphaConstant(0.5f);
    BufferedImage photo = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
    try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
      pen.setNonStrokingColor(Color.BLUE);
      pen.addRect(60, 60, 300, 200);
      pen.fill();
      pen.setGraphicsStateParameters(glass);
      pen.setNonStrokingColor(0f, 1f, 1f, 0f);
      pen.addRect(200, 100, 300, 300);
      pen.fill();
      pen.drawImage(LosslessFactory.createFromImage(document, photo), 100, 400);
    }
  }
}
