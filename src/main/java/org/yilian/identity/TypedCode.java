package org.yilian.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A code as a person typed it: with spaces or hyphens, in capitals, in the wide digits of a Chinese
 * keyboard.
 */
record TypedCode(String text) {
  private static final int LONGEST = 40;

  /** Empty where nothing was typed. */
  static Optional<TypedCode> of(String typed) {
    return Optional.ofNullable(typed)
        .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
        .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
        .map(text -> text.replaceAll("[\\s\\p{Pd}]", "").toLowerCase(Locale.ROOT))
        .filter(text -> !text.isEmpty())
        .map(TypedCode::new);
  }

  /** Six digits come from a phone; everything else is a recovery code. */
  boolean isFromPhone() {
    return text.matches("[0-9]{6}");
  }
}
