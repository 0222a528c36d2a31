package org.yilian.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What stands on the pages of a PDF. */
public final class PaperWords {
  private PaperWords() {}

  /** All of it in the order in which it is read, in one line. */
  public static String of(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("\\R", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
