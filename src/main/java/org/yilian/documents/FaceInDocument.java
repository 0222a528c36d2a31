package org.yilian.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * A face as a part of one document. The library's own font lists all 30,000 glyphs of the face for
 * each document, four times over, before it leaves most of them out; this one counts the characters
 * as they are first written, so that nothing is longer than the text. And since it gives a code to
 * each character, not to each glyph, two characters that share a glyph, such as 一 and the radical
 * ⼀, are each read as what they are.
 */
final class FaceInDocument extends PDFont {
  private static final int MOST_CODES = 0xFFFF;

  private final Face face;
  private final PDDocument document;
  private final Map<Integer, Integer> codes = new HashMap<>();
  private final List<Integer> characters = new ArrayList<>();

  FaceInDocument(Face face, PDDocument document) {
    super(named(face));
    this.face = face;
    this.document = document;
    setFontDescriptor(new PDFontDescriptor(described(face.descriptor())));
  }

  /**
   * A copy with nothing shared: the library marks what it writes, and documents are made at once.
   */
  private static COSDictionary described(COSDictionary face) {
    COSDictionary copy = new COSDictionary(face);
    copy.setItem(COSName.FONT_BBOX, new COSArray(face.getCOSArray(COSName.FONT_BBOX).toList()));
    return copy;
  }

  private static COSDictionary named(Face face) {
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    font.setItem(COSName.BASE_FONT, face.descriptor().getCOSName(COSName.FONT_NAME));
    return font;
  }

  @Override
  protected byte[] encode(int character) {
    int code = codes.computeIfAbsent(character, this::next);
    return new byte[] {(byte) (code >> 8), (byte) code};
  }

  /** Code 0 stays with the glyph 0, as every reader expects. */
  private int next(int character) {
    glyph(character);
    characters.add(character);
    if (characters.size() > MOST_CODES) {
      throw new IllegalStateException("more characters than a font can count");
    }
    return characters.size();
  }

  /**
   * The number of a glyph that there is.
   *
   * @throws IllegalArgumentException by which the layout knows to ask the next font
   */
  private int glyph(int character) {
    int glyph = face.glyph(character);
    if (glyph == 0) {
      throw new IllegalArgumentException("no glyph in " + face.family());
    }
    return glyph;
  }

  @Override
  public float getStringWidth(String text) {
    float width = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      width += face.width(glyph(character));
      at += Character.charCount(character);
    }
    return width;
  }

  @Override
  public int readCode(InputStream in) throws IOException {
    return in.read() << 8 | in.read();
  }

  @Override
  public float getWidthFromFont(int code) {
    return code == 0 ? face.width(0) : face.width(face.glyph(characters.get(code - 1)));
  }

  @Override
  public void addToSubset(int character) {
    // known since it was written
  }

  @Override
  public boolean willBeSubset() {
    return true;
  }

  @Override
  public void subset() throws IOException {
    new Subset(face, characters).put(document, dict, getFontDescriptor());
  }

  @Override
  public String getName() {
    return dict.getNameAsString(COSName.BASE_FONT);
  }

  @Override
  public BoundingBox getBoundingBox() throws IOException {
    return face.font().getFontBBox();
  }

  @Override
  public boolean isEmbedded() {
    return true;
  }

  @Override
  public boolean isDamaged() {
    return false;
  }

  @Override
  public boolean isVertical() {
    return false;
  }

  @Override
  public boolean hasExplicitWidth(int code) {
    return true;
  }

  @Override
  @Deprecated
  public float getHeight(int code) {
    throw new UnsupportedOperationException("nothing is measured upwards");
  }

  @Override
  protected float getStandard14Width(int code) {
    throw new UnsupportedOperationException("none of the fourteen");
  }
}
