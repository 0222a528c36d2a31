package org.yilian.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The letters of a tagged document by the marks under which they were drawn. */
final class MarkedWords {
  /** Letters whose base lines are nearer than this stand in one line; in points. */
  private static final float SAME_LINE = 3;

  private final Map<Place, List<TextPosition>> letters = new HashMap<>();

  /**
   * A mark on a page.
   *
   * @param page counted from 0
   */
  record Place(int page, int mark) {}

  /** A letter with the page it stands on. */
  private record Letter(int page, TextPosition at) {}

  MarkedWords(PDDocument document) throws IOException {
    for (int page = 0; page < document.getNumberOfPages(); page++) {
      PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
      extractor.processPage(document.getPage(page));
      for (PDMarkedContent marked : extractor.getMarkedContents()) {
        take(page, marked, marked.getMCID());
      }
    }
  }

  private void take(int page, PDMarkedContent marked, int mark) {
    for (Object content : marked.getContents()) {
      if (content instanceof TextPosition letter && mark >= 0) {
        letters.computeIfAbsent(new Place(page, mark), place -> new ArrayList<>()).add(letter);
      } else if (content instanceof PDMarkedContent inner) {
        take(page, inner, inner.getMCID() >= 0 ? inner.getMCID() : mark);
      }
    }
  }

  /**
   * The words under these marks, line by line: a word in another font is drawn after the rest of
   * its line.
   */
  String at(List<Place> places) {
    List<Letter> all = new ArrayList<>();
    for (Place place : places) {
      letters.getOrDefault(place, List.of()).forEach(at -> all.add(new Letter(place.page(), at)));
    }
    all.sort(
        Comparator.comparingInt(Letter::page)
            .thenComparing(letter -> Math.round(letter.at().getYDirAdj() / SAME_LINE))
            .thenComparing(letter -> letter.at().getXDirAdj()));
    StringBuilder text = new StringBuilder();
    all.forEach(letter -> text.append(letter.at().getUnicode()));
    return text.toString();
  }
}
