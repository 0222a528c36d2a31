package org.yilian.documents;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** The words of a demonstration across a page, as outlines: no template can leave them out. */
final class Watermark {
  static final String WORDS = "演示 · 无法律效力";
  private static final double SIZE = 40;
  private static final double SLOPE = Math.toRadians(35);
  private static final double[] HEIGHTS = {0.14, 0.44, 0.74};
  private static final Color COLOUR = new Color(0xC0, 0x30, 0x30);
  private static final float OPACITY = 0.16f;

  private final List<Shape> outlines = new ArrayList<>();
  private final byte[] operators;
  private double length;

  Watermark(Face face) {
    WORDS.codePoints().forEach(c -> append(face, c));
    operators = PdfPath.packed(PdfPath.filled(COLOUR, placed(PDRectangle.A4)));
  }

  private void append(Face face, int codePoint) {
    AffineTransform place = AffineTransform.getTranslateInstance(length, 0);
    place.scale(SIZE, SIZE);
    outlines.add(place.createTransformedShape(face.outline(codePoint)));
    length += face.advance(codePoint) * SIZE;
  }

  void mark(PDDocument pdf) throws IOException {
    PDFormXObject words = words(pdf);
    for (PDPage page : pdf.getPages()) {
      try (PDPageContentStream out =
          new PDPageContentStream(pdf, page, AppendMode.APPEND, true, true)) {
        out.beginMarkedContent(COSName.ARTIFACT);
        out.drawForm(words);
        out.endMarkedContent();
      }
    }
  }

  private PDFormXObject words(PDDocument pdf) {
    PDFormXObject words = new PDFormXObject(pdf);
    words.setBBox(PDRectangle.A4);
    PDExtendedGraphicsState faint = new PDExtendedGraphicsState();
    faint.setNonStrokingAlphaConstant(OPACITY);
    PdfPath.put(words, faint, operators);
    return words;
  }

  private List<Shape> placed(PDRectangle page) {
    double across = Math.cos(SLOPE) * length;
    List<Shape> placed = new ArrayList<>();
    for (double height : HEIGHTS) {
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              (page.getWidth() - across) / 2, page.getHeight() * height);
      place.rotate(SLOPE);
      outlines.forEach(outline -> placed.add(place.createTransformedShape(outline)));
    }
    return placed;
  }
}
