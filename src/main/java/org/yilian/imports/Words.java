package org.yilian.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yilian.kernel.Texts;

/** The words that people use, with the names that the program has for them. */
final class Words {
  private Words() {}

  /** What the texts call each value of an enumeration. */
  static Map<String, String> of(String audience, String prefix, Enum<?>[] values) {
    Texts texts = Texts.of(audience);
    Map<String, String> words = new LinkedHashMap<>();
    for (Enum<?> value : values) {
      words.put(texts.get(prefix + value.name()), value.name());
    }
    return words;
  }
}
