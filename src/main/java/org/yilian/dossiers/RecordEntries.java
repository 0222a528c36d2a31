package org.yilian.dossiers;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What was said, as the templates of records take it. */
final class RecordEntries {
  private RecordEntries() {}

  /**
   * @param drawable makes what people wrote fit for the fonts
   */
  static Map<String, Object> entry(Matter.Utterance said, UnaryOperator<String> drawable) {
    String text = drawable.apply(said.text());
    Map<String, Object> entry = new HashMap<>();
    entry.put("at", said.at());
    entry.put("speaker", said.speaker());
    entry.put(
        "text", said.toSide() == null ? text : DossierTexts.get("passed-on", said.toSide(), text));
    entry.put("source", said.source());
    return entry;
  }
}
