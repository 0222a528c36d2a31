package org.yilian.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * The part of a face that a document uses, ISO 32000-1 section 9.7; code n is the nth character.
 */
final class Subset {
  /** What a reader draws from; the rest is for typing with. */
  private static final List<String> TABLES =
      List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

  private static final int TAG_LETTERS = 6;
  private static final int MOST_IN_A_BLOCK = 100;

  private final Face face;
  private final List<Integer> characters;

  Subset(Face face, List<Integer> characters) {
    this.face = face;
    this.characters = characters;
  }

  void put(PDDocument document, COSDictionary font, PDFontDescriptor descriptor)
      throws IOException {
    TTFSubsetter subsetter = new TTFSubsetter(face.font(), TABLES);
    subsetter.addGlyphIds(glyphs());
    Map<Integer, Integer> places = new HashMap<>();
    subsetter.getGIDMap().forEach((place, glyph) -> places.put(glyph, place));
    String name = tag() + "+" + descriptor.getFontName();
    descriptor.setFontName(name);
    descriptor.setFontFile2(file(document, subsetter));
    font.setName(COSName.BASE_FONT, name);
    COSDictionary descendant = descendant(name, descriptor);
    descendant.setItem(COSName.CID_TO_GID_MAP, packed(document, map(places)));
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    font.setItem(COSName.TO_UNICODE, packed(document, words()));
  }

  private Set<Integer> glyphs() {
    return characters.stream().map(face::glyph).collect(Collectors.toSet());
  }

  private static PDStream file(PDDocument document, TTFSubsetter subsetter) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    subsetter.writeToStream(out);
    PDStream file = packed(document, out.toByteArray());
    file.getCOSObject().setInt(COSName.LENGTH1, out.size());
    return file;
  }

  private static PDStream packed(PDDocument document, byte[] bytes) throws IOException {
    return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
  }

  private COSDictionary descendant(String name, PDFontDescriptor descriptor) {
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    descendant.setName(COSName.BASE_FONT, name);
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    descendant.setItem(COSName.W, widths());
    return descendant;
  }

  private COSArray widths() {
    COSArray each = new COSArray();
    each.add(COSInteger.get(face.width(0)));
    characters.forEach(c -> each.add(COSInteger.get(face.width(face.glyph(c)))));
    COSArray widths = new COSArray();
    widths.add(COSInteger.ZERO);
    widths.add(each);
    return widths;
  }

  /** The place of each character's glyph in the file, two bytes each. */
  private byte[] map(Map<Integer, Integer> places) {
    ByteBuffer map = ByteBuffer.allocate(2 * characters.size() + 2);
    map.putShort((short) 0);
    characters.forEach(c -> map.putShort((short) (int) places.get(face.glyph(c))));
    return map.array();
  }

  /** By which a reader knows what it copies, searches and reads aloud. */
  private byte[] words() {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    for (int from = 0; from < characters.size(); from += MOST_IN_A_BLOCK) {
      block(from, Math.min(characters.size(), from + MOST_IN_A_BLOCK), map);
    }
    map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return map.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void block(int from, int to, StringBuilder map) {
    map.append(to - from).append(" beginbfchar\n");
    for (int i = from; i < to; i++) {
      map.append('<');
      hex(i + 1, map);
      map.append("> <");
      Character.toString(characters.get(i)).chars().forEach(unit -> hex(unit, map));
      map.append(">\n");
    }
    map.append("endbfchar\n");
  }

  private static void hex(int unit, StringBuilder map) {
    for (int shift = 12; shift >= 0; shift -= 4) {
      map.append(Character.toUpperCase(Character.forDigit(unit >> shift & 0xF, 16)));
    }
  }

  /** Six capitals that tell this part from another of the same face. */
  private String tag() {
    long number = characters.hashCode() & 0xFFFFFFFFL;
    StringBuilder tag = new StringBuilder();
    for (int i = 0; i < TAG_LETTERS; i++) {
      tag.append((char) ('A' + number % 26));
      number /= 26;
    }
    return tag.toString();
  }
}
