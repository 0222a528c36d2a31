package org.yilian.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/**
 * The words of a document of our own, in the order of its tags and without running lines: what
 * stands beside the pictures of its pages for whoever cannot see them.
 */
final class TaggedText {
  private static final Set<String> BLOCKS =
      Set.of("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "TR", "LI", "Caption", "BlockQuote");
  private static final Set<String> CELLS = Set.of("TH", "TD");
  private static final String BETWEEN_CELLS = "　";

  private final PDDocument document;
  private final MarkedWords words;
  private final List<TextBlock> blocks = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private final List<MarkedWords.Place> places = new ArrayList<>();
  private PDPage page;
  private int first;

  private TaggedText(PDDocument document) throws IOException {
    this.document = document;
    words = new MarkedWords(document);
    page = document.getPage(0);
  }

  /** Empty where a document has no tags, as a bound volume has none. */
  static List<TextBlock> of(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      TaggedText text = new TaggedText(document);
      PDStructureNode root = document.getDocumentCatalog().getStructureTreeRoot();
      if (root != null) {
        text.read(root, false);
        text.close(TextBlock.Rank.PLAIN);
      }
      return text.blocks;
    } catch (IOException e) {
      throw new UncheckedIOException("a document of our own cannot be read", e);
    }
  }

  /**
   * @param inside whether what is read belongs to a block that has begun
   */
  private void read(PDStructureNode node, boolean inside) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        element(element, inside);
      } else if (kid instanceof Integer number) {
        places.add(new MarkedWords.Place(document.getPages().indexOf(page), number));
      } else if (kid instanceof PDMarkedContentReference reference) {
        turnTo(reference.getPage());
        places.add(new MarkedWords.Place(document.getPages().indexOf(page), reference.getMCID()));
      }
    }
  }

  private void element(PDStructureElement element, boolean inside) {
    turnTo(element.getPage());
    String type = String.valueOf(element.getStandardStructureType());
    boolean cell = inside && (CELLS.contains(type) || BLOCKS.contains(type));
    if (!inside) {
      close(TextBlock.Rank.PLAIN);
    } else if (cell) {
      gather();
    }
    if (type.equals("Figure") || type.equals("Form")) {
      gather();
      describe(element.getAlternateDescription());
    } else {
      read(element, inside || BLOCKS.contains(type));
    }
    if (!inside) {
      close(rank(type));
    } else if (cell) {
      gather();
    }
  }

  private void turnTo(PDPage other) {
    page = other == null ? page : other;
  }

  private static TextBlock.Rank rank(String type) {
    return switch (type) {
      case "H1" -> TextBlock.Rank.TITLE;
      case "H", "H2", "H3", "H4", "H5", "H6" -> TextBlock.Rank.HEADING;
      default -> TextBlock.Rank.PLAIN;
    };
  }

  /** Takes the words of the places that were met, as they stand on the paper. */
  private void gather() {
    if (!places.isEmpty()) {
      int from = places.get(0).page() + 1;
      append(words.at(places), from);
      places.clear();
    }
  }

  private void describe(String picture) {
    if (picture != null) {
      append(picture, document.getPages().indexOf(page) + 1);
    }
  }

  private void append(String text, int from) {
    if (text.isBlank()) {
      return;
    }
    if (said.isEmpty()) {
      first = from;
    } else {
      said.append(BETWEEN_CELLS);
    }
    said.append(text.strip());
  }

  private void close(TextBlock.Rank rank) {
    gather();
    if (!said.isEmpty()) {
      blocks.add(new TextBlock(first, rank, said.toString()));
      said.setLength(0);
    }
  }
}
