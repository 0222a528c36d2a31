package org.yilian.documents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

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
    if (!families.isEmpty()) {
      for (Text text : Xhtml.textNodes(document.getDocumentElement())) {
        families.forEach((name, family) -> wrap(text, name, family));
      }
    }
  }

  /** Puts each occurrence of the name into a span of its own. */
  private static void wrap(Text text, String name, String families) {
    Text rest = text;
    for (int at = rest.getData().indexOf(name); at >= 0; at = rest.getData().indexOf(name)) {
      Text found = rest.splitText(at);
      rest = found.splitText(name.length());
      Element span = found.getOwnerDocument().createElement("span");
      span.setAttribute("style", "font-family: " + families);
      found.getParentNode().replaceChild(span, found);
      span.appendChild(found);
    }
  }
}
