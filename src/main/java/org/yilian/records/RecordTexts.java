package org.yilian.records;

import org.yilian.kernel.Texts;

/** The sentences of the file and of the books. */
final class RecordTexts {
  private static final Texts TEXTS = Texts.of("records");

  private RecordTexts() {}

  static String get(String key, Object... values) {
    return TEXTS.get(key, values);
  }

  /**
   * Whose words of a recording these are.
   *
   * @param source such as {@code MACHINE 王调解}
   */
  static String written(String source) {
    String[] words = source.split(" ", 2);
    return TEXTS.get("said." + words[0], words[1]);
  }
}
