package org.yilian.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Document;

/**
 * Characters that share a glyph, such as 一 and the radical ⼀, or 年 and its compatibility twin. A
 * font in a PDF tells one character for each glyph; where a document holds both, the second is set
 * in a copy of the font, so that it is read as what it is.
 */
final class LookAlikes {
  private static final Comparator<Integer> USUAL_FIRST =
      Comparator.comparing((Integer c) -> !unified(c)).thenComparing(Comparator.naturalOrder());

  private LookAlikes() {}

  static void set(Document document, Fonts fonts) {
    families(Xhtml.text(document), fonts)
        .forEach((character, family) -> Spans.set(document, Character.toString(character), family));
  }

  /** The copy for each character that needs one; empty for nearly every document. */
  private static Map<Integer, String> families(String text, Fonts fonts) {
    Map<Integer, List<Integer>> byGlyph = new HashMap<>();
    text.codePoints()
        .distinct()
        .filter(c -> !Character.isSpaceChar(c) && !Character.isISOControl(c))
        .forEach(c -> byGlyph.computeIfAbsent(fonts.glyph(c), glyph -> new ArrayList<>()).add(c));
    Map<Integer, String> families = new TreeMap<>();
    for (List<Integer> same : byGlyph.values()) {
      same.sort(USUAL_FIRST);
      for (int i = 1; i < same.size(); i++) {
        families.put(same.get(i), fonts.copy(i));
      }
    }
    return families;
  }

  private static boolean unified(int character) {
    return Character.UnicodeBlock.of(character).toString().contains("CJK_UNIFIED");
  }
}
