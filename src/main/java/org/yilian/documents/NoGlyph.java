package org.yilian.documents;

import java.util.Set;
import org.yilian.kernel.Refusal;

/** The words for a character that no font of the chain can draw. */
final class NoGlyph {
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
}
