package org.yilian.documents;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One parsed TrueType font, shared by every document of the process: parsing costs more than a
 * page.
 *
 * @param family the name by which a template's CSS asks for it
 * @param weight 400 or 700
 * @param descriptor what a document says of the font; never changed
 */
record Face(String family, int weight, TrueTypeFont font, Glyphs glyphs, COSDictionary descriptor) {
  Face {
    Objects.requireNonNull(family);
    Objects.requireNonNull(font);
    Objects.requireNonNull(glyphs);
    Objects.requireNonNull(descriptor);
  }

  /**
   * Parses a font, and reads now every table that would otherwise be read lazily by two threads.
   */
  static Face parse(String family, int weight, byte[] file) {
    try {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      if (font.getTableMap().get("glyf") == null) {
        throw new IOException("no TrueType outlines in " + family);
      }
      font.setEnableGsub(false); // no ligature may stand for what was signed
      font.getHorizontalMetrics();
      font.getIndexToLocation();
      font.getGlyph();
      font.getOS2Windows();
      font.getPostScript();
      font.getNaming();
      Glyphs glyphs = new Glyphs(font.getUnicodeCmapLookup());
      return new Face(family, weight, font, glyphs, descriptor(font));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the library itself says of a font that it embeds: its measures, and how heavy it is. */
  private static COSDictionary descriptor(TrueTypeFont font) throws IOException {
    try (PDDocument none = new PDDocument()) {
      return PDType0Font.load(none, font, true).getFontDescriptor().getCOSObject();
    }
  }

  /** The number of the glyph that stands for a character, 0 where there is none. */
  int glyph(int codePoint) {
    return glyphs.of(codePoint);
  }

  boolean has(int codePoint) {
    return glyph(codePoint) != 0;
  }

  boolean hasAll(String text) {
    return text.codePoints().allMatch(this::has);
  }

  /** The font as a part of a document; only the glyphs used are embedded. */
  PDFont in(PDDocument document) {
    return new FaceInDocument(this, document);
  }

  /** How far the next glyph stands, in thousandths of an em. */
  int width(int glyph) {
    try {
      return Math.round(font.getAdvanceWidth(glyph) * (1000f / font.getUnitsPerEm()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The outline of a character in an em square of side 1, baseline at 0, y upwards. */
  Shape outline(int codePoint) {
    try {
      GeneralPath path = font.getGlyph().getGlyph(glyph(codePoint)).getPath();
      double scale = 1.0 / font.getUnitsPerEm();
      return AffineTransform.getScaleInstance(scale, scale).createTransformedShape(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How far the next character stands, in em. */
  double advance(int codePoint) {
    try {
      return (double) font.getAdvanceWidth(glyph(codePoint)) / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
