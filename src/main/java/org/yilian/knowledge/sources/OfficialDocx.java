package org.yilian.knowledge.sources;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The document that the national database of laws hands out: a zip whose {@code word/document.xml}
 * holds paragraphs, and tables whose rows become lines. No entity is ever resolved.
 */
final class OfficialDocx {
  private static final String PART = "word/document.xml";
  private static final int LARGEST = 64 << 20;

  private OfficialDocx() {}

  static StatuteText read(Path file, InputStream in, String source) throws IOException, Unreadable {
    byte[] document = document(in, source);
    try {
      LawLines lines = new LawLines();
      read(document, lines);
      return LawMarkdown.statute(file, lines, source);
    } catch (XMLStreamException broken) {
      throw new Unreadable(source, "文档内容已损坏，读不出来");
    }
  }

  private static byte[] document(InputStream in, String source) throws IOException, Unreadable {
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(PART)) {
          byte[] document = zip.readNBytes(LARGEST + 1);
          if (document.length > LARGEST) {
            throw new Unreadable(source, "文档太大");
          }
          return document;
        }
      }
    } catch (ZipException | java.io.EOFException broken) {
      throw new Unreadable(source, "文件已损坏或不完整");
    }
    throw new Unreadable(source, "不是 Word 文档（docx）");
  }

  private static void read(byte[] document, LawLines lines) throws XMLStreamException {
    // Not whichever is found on the classpath: only of the JDK's own do we know what it heeds.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
    StringBuilder line = new StringBuilder();
    int rows = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        rows += xml.getLocalName().equals("tr") ? 1 : 0;
        add(xml, line);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        rows -= xml.getLocalName().equals("tr") ? 1 : 0;
        end(xml.getLocalName(), rows, line, lines);
      }
    }
  }

  private static void add(XMLStreamReader xml, StringBuilder line) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "t" -> line.append(xml.getElementText());
      case "tab" -> line.append(' ');
      case "br" -> line.append('\n');
      default -> {}
    }
  }

  /** A paragraph is a line; within a table the row is. */
  private static void end(String element, int rows, StringBuilder line, LawLines lines) {
    boolean inTable = rows > 0;
    if (element.equals("p") && !inTable || element.equals("tr") && !inTable) {
      line.toString().lines().forEach(lines::line);
      line.setLength(0);
    } else if (element.equals("p") && !line.isEmpty()) {
      line.append(' ');
    }
  }
}
