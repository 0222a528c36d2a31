package org.yilian.documents;

import java.util.Set;
import org.yilian.kernel.Refusal;

/** The words for a character that no font of the chain can draw. */
final class NoGlyph {
  private static final int TOLD_BY_NUMBER = 20;

  /** What compositors put for a type that the case does not hold. */
  private static final char GETA = '〓';

  private NoGlyph() {}

  static String describe(int codePoint) {
    String shown =
        Character.isISOControl(codePoint) ? "" : "「" + Character.toString(codePoint) + "」";
    return "里的字" + shown + String.format("（U+%04X）", codePoint) + "字库里没有，无法写进文书。";
  }

  /** Stops a document whose template itself holds such characters. */
  static void refuse(String template, Set<Integer> missing) {
    if (!missing.isEmpty()) {
      int first = missing.iterator().next();
      throw Refusal.bad("character-without-font", template, "模板" + describe(first));
    }
  }

  /** The text with others in the place of the missing; see {@link Documents#drawable}. */
  static String told(String text, Set<Integer> missing) {
    StringBuilder told = new StringBuilder();
    int met = 0;
    for (int c : text.codePoints().toArray()) {
      if (!missing.contains(c)) {
        told.appendCodePoint(c);
      } else if (met++ < TOLD_BY_NUMBER) {
        told.append("〔U+%04X〕".formatted(c));
      } else {
        told.append(GETA);
      }
    }
    return told.toString();
  }
}
