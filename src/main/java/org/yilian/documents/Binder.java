package org.yilian.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;

/**
 * Binds documents of our own into one PDF/A-2b, each page with its number in the upper right corner
 * as paper files have it. Seals stay as pictures: a page that is bound is a copy, and proves
 * nothing.
 */
final class Binder {
  private static final float FROM_TOP = 34;
  private static final float FROM_RIGHT = 42;
  private static final float SIZE = 12;

  private final Face face;

  Binder(Face face) {
    this.face = face;
  }

  Rendered bind(String title, List<Sheet> sheets) {
    List<PDDocument> sources = new ArrayList<>();
    try (PDDocument volume = new PDDocument()) {
      PDDocumentOutline outline = new PDDocumentOutline();
      volume.getDocumentCatalog().setDocumentOutline(outline);
      PDFont font = face.in(volume);
      int number = 0;
      for (Sheet sheet : sheets) {
        PDDocument source = Loader.loadPDF(sheet.pdf());
        sources.add(source);
        outline.addLast(mark(sheet, volume.getNumberOfPages(), volume, source));
        number = stamped(sheet, volume, source, font, number);
      }
      Archival.declare(volume, title);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      volume.save(out);
      return new Rendered(out.toByteArray(), volume.getNumberOfPages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sources.forEach(Binder::close);
    }
  }

  /** Takes the pages over, and points to the first of them. */
  private static PDOutlineItem mark(Sheet sheet, int first, PDDocument volume, PDDocument source)
      throws IOException {
    for (PDPage page : source.getPages()) {
      PDPage bound = volume.importPage(page);
      flatten(volume, bound);
      bound.getCOSObject().removeItem(COSName.STRUCT_PARENTS);
      bound.getCOSObject().removeItem(COSName.getPDFName("Tabs"));
    }
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(sheet.title());
    item.setDestination(volume.getPage(first));
    return item;
  }

  /** Draws what stood in fields, such as the seal, onto the page itself. */
  private static void flatten(PDDocument volume, PDPage page) throws IOException {
    List<PDAnnotation> annotations = page.getAnnotations();
    page.getCOSObject().removeItem(COSName.ANNOTS);
    for (PDAnnotation annotation : annotations) {
      PDAppearanceStream looks = annotation.getNormalAppearanceStream();
      if (annotation instanceof PDAnnotationWidget && looks != null) {
        draw(volume, page, looks, annotation.getRectangle());
      }
    }
  }

  private static void draw(
      PDDocument volume, PDPage page, PDAppearanceStream looks, PDRectangle place)
      throws IOException {
    try (PDPageContentStream out =
        new PDPageContentStream(volume, page, AppendMode.APPEND, true, true)) {
      out.saveGraphicsState();
      out.transform(Matrix.getTranslateInstance(place.getLowerLeftX(), place.getLowerLeftY()));
      out.drawForm(new PDFormXObject(looks.getCOSObject()));
      out.restoreGraphicsState();
    }
  }

  private static int stamped(
      Sheet sheet, PDDocument volume, PDDocument source, PDFont font, int before)
      throws IOException {
    int pages = source.getNumberOfPages();
    if (!sheet.numbered()) {
      return before;
    }
    for (int page = 0; page < pages; page++) {
      PDPage bound = volume.getPage(volume.getNumberOfPages() - pages + page);
      stamp(volume, bound, font, String.valueOf(before + page + 1));
    }
    return before + pages;
  }

  private static void stamp(PDDocument volume, PDPage page, PDFont font, String number)
      throws IOException {
    PDRectangle paper = page.getMediaBox();
    float width = font.getStringWidth(number) / 1000 * SIZE;
    try (PDPageContentStream out =
        new PDPageContentStream(volume, page, AppendMode.APPEND, true, true)) {
      out.beginText();
      out.setFont(font, SIZE);
      out.newLineAtOffset(
          paper.getUpperRightX() - FROM_RIGHT - width, paper.getUpperRightY() - FROM_TOP);
      out.showText(number);
      out.endText();
    }
  }

  static int pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(PDDocument source) {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
