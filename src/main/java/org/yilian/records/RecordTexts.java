package org.yilian.records;

import org.yilian.kernel.Texts;

/** The sentences of the file and of the books. */
final class RecordTexts {
  private static final Texts TEXTS = Texts.of("records");

  private RecordTexts() {}

  static String get(String key, Object... values) {
    return TEXTS.get(key, values);
  }
}
