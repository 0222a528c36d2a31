package org.yilian.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** The words that are signed, read from the filled template itself, so that both are one. */
final class Wording {
  private static final Set<String> BLOCKS = Set.of("p", "h1", "h2", "tr", "div");

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private Wording() {}

  static String of(Document filled) {
    Wording wording = new Wording();
    wording.read(signed(filled));
    wording.endLine();
    return String.join("\n", wording.lines);
  }

  private static Node signed(Document filled) {
    try {
      XPath path = XPathFactory.newInstance().newXPath();
      Node node = (Node) path.evaluate("//*[@id='signed']", filled, XPathConstants.NODE);
      if (node == null) {
        throw new IllegalStateException("the template has no element with the id 'signed'");
      }
      return node;
    } catch (XPathExpressionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(Node under) {
    for (Node node = under.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE) {
        line.append(node.getNodeValue().replaceAll("[ \\t\\r\\n]+", " "));
      } else if (BLOCKS.contains(node.getNodeName())) {
        endLine();
        read(node);
        endLine();
      } else {
        read(node);
        line.append("td".equals(node.getNodeName()) || "th".equals(node.getNodeName()) ? " " : "");
      }
    }
  }

  private void endLine() {
    String text = line.toString().strip();
    if (!text.isEmpty()) {
      lines.add(text);
    }
    line.setLength(0);
  }
}
