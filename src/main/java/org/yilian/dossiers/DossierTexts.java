package org.yilian.dossiers;

import org.yilian.kernel.Texts;

/** The sentences of the file. */
final class DossierTexts {
  private static final Texts TEXTS = Texts.of("dossiers");

  private DossierTexts() {}

  static String get(String key, Object... values) {
    return TEXTS.get(key, values);
  }
}
