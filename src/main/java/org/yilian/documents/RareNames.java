package org.yilian.documents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Document;

/**
 * Sets a name with a rare character wholly in a font that has it: one character out of another font
 * inside a name looks like a repair.
 */
final class RareNames {
  private RareNames() {}

  static void set(Document document, List<String> names, Fonts fonts) {
    Map<String, String> families = new TreeMap<>();
    for (String name : names) {
      fonts.familiesFor(name).ifPresent(family -> families.put(name, family));
    }
    families.forEach((name, family) -> Spans.set(document, name, family));
  }
}
