package org.yilian.documents;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

/** Words of a text that are set in another font than the rest of it. */
final class Spans {
  private Spans() {}

  /** Puts each occurrence of the words into a span of its own. */
  static void set(Document document, String words, String families) {
    for (Text text : Xhtml.textNodes(document.getDocumentElement())) {
      if (!"title".equals(text.getParentNode().getNodeName())) {
        set(text, words, families);
      }
    }
  }

  private static void set(Text text, String words, String families) {
    Text rest = text;
    for (int at = rest.getData().indexOf(words); at >= 0; at = rest.getData().indexOf(words)) {
      Text found = rest.splitText(at);
      rest = found.splitText(words.length());
      Element span = found.getOwnerDocument().createElement("span");
      span.setAttribute("style", "font-family: " + families);
      found.getParentNode().replaceChild(span, found);
      span.appendChild(found);
    }
  }
}
