package org.yilian.documents;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A filled template as a tree. No document type is allowed, so no entity can reach a file. */
final class Xhtml {
  private static final DocumentBuilderFactory PARSERS = parsers();

  private Xhtml() {}

  static Document parse(String xhtml) {
    try {
      synchronized (PARSERS) {
        return PARSERS.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
      }
    } catch (SAXException | ParserConfigurationException | IOException e) {
      throw new IllegalStateException("a template is not well-formed XHTML", e);
    }
  }

  /** All text that will be shown. */
  static String text(Document document) {
    StringBuilder text = new StringBuilder();
    textNodes(document.getDocumentElement()).forEach(node -> text.append(node.getData()));
    return text.toString();
  }

  /** The text nodes under a node, style sheets left out. */
  static List<Text> textNodes(Node under) {
    List<Text> found = new ArrayList<>();
    for (Node node = under.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Text text) {
        found.add(text);
      } else if (!"style".equals(node.getNodeName())) {
        found.addAll(textNodes(node));
      }
    }
    return found;
  }

  private static DocumentBuilderFactory parsers() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setCoalescing(true);
      return factory;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
