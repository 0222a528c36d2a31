package org.yilian.kernel;

/** What text may hold at all. */
public final class Characters {
  private Characters() {}

  /**
   * PostgreSQL stores no U+0000, and a lone surrogate has no UTF-8: one would fail a whole batch.
   */
  public static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : 'x')) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
