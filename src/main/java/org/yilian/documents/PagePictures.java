package org.yilian.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages as PNG for phones, about 1,000 pixels wide: sharp on a small screen, light on the wire. */
final class PagePictures {
  private static final float DOTS_PER_INCH = 122;

  private PagePictures() {}

  /** Every page of one of our own documents. */
  static List<byte[]> of(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      List<byte[]> pictures = new ArrayList<>();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        pictures.add(Png.write(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB)));
      }
      return pictures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
