package org.yilian.documents;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.fontbox.ttf.CmapLookup;

/**
 * Which glyph stands for a character: pages of 256, filled when they are first asked for. The
 * parser's own table is a map of boxed numbers, and every character of a document is looked up some
 * ten times.
 */
final class Glyphs {
  private static final int PAGE = 256;

  private final CmapLookup lookup;
  private final AtomicReferenceArray<char[]> pages =
      new AtomicReferenceArray<>(Character.MAX_CODE_POINT / PAGE + 1);

  Glyphs(CmapLookup lookup) {
    this.lookup = lookup;
  }

  /** The number of the glyph, 0 where there is none. */
  int of(int codePoint) {
    char[] page = pages.get(codePoint / PAGE);
    return (page == null ? fill(codePoint / PAGE) : page)[codePoint % PAGE];
  }

  /** Two threads may both do it, and write the same. */
  private char[] fill(int number) {
    char[] page = new char[PAGE];
    for (int i = 0; i < PAGE; i++) {
      page[i] = (char) lookup.getGlyphId(number * PAGE + i);
    }
    pages.set(number, page);
    return page;
  }
}
