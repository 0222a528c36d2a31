package org.yilian.documents;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/** What stands on the pages of a document of our own, between the running lines, without spaces. */
final class VisibleText {
  private static final String BODY = "body";

  /** Where running lines end and begin, as in {@code common.css}; in points. */
  private static final float TOP = 26 * 72 / 25.4f;

  private static final float BOTTOM = 22 * 72 / 25.4f;

  private VisibleText() {}

  static String of(byte[] pdf) {
    StringBuilder text = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        text.append(body(page));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a document that we sealed cannot be read", e);
    }
    return withoutSpaces(text.toString());
  }

  private static String body(PDPage page) throws IOException {
    float height = page.getMediaBox().getHeight() - TOP - BOTTOM;
    PDFTextStripperByArea stripper = new PDFTextStripperByArea();
    stripper.setSortByPosition(true); // a word in another font is drawn after the rest of its line
    stripper.addRegion(BODY, new Rectangle2D.Float(0, TOP, page.getMediaBox().getWidth(), height));
    stripper.extractRegions(page);
    return stripper.getTextForRegion(BODY);
  }

  static String withoutSpaces(String text) {
    StringBuilder dense = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(dense::appendCodePoint);
    return dense.toString();
  }
}
