package org.yilian.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** What the known shadow attacks do after a signature: hide, replace, draw over, annotate. */
final class Tampering {
  static final List<Change> CHANGES =
      List.of(
          Tampering::annotate,
          Tampering::drawOver,
          Tampering::hideLayer,
          Tampering::changeSealPicture,
          Tampering::removePage);

  private Tampering() {}

  /** One change of an open document. */
  interface Change {
    void make(PDDocument document) throws IOException;
  }

  /**
   * The file with the change.
   *
   * @param incremental as a revision after it, or else saved anew
   */
  static byte[] revision(byte[] file, Change change, boolean incremental) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(file)) {
      change.make(document);
      if (incremental) {
        touched(document);
        document.saveIncremental(out);
      } else {
        document.save(out);
      }
    }
    return out.toByteArray();
  }

  private static void touched(PDDocument document) {
    document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
    document.getPages().getCOSObject().setNeedToBeUpdated(true);
    document.getPages().forEach(page -> page.getCOSObject().setNeedToBeUpdated(true));
  }

  private static void annotate(PDDocument document) throws IOException {
    PDAnnotationText note = new PDAnnotationText();
    note.setContents("另付五万元");
    note.setRectangle(new PDRectangle(100, 100, 200, 200));
    document.getPage(0).getAnnotations().add(note);
  }

  private static void drawOver(PDDocument document) throws IOException {
    PDPage page = document.getPage(0);
    try (PDPageContentStream ink =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      ink.addRect(0, 0, 500, 500);
      ink.fill();
    }
  }

  private static void hideLayer(PDDocument document) {
    PDOptionalContentProperties layers = new PDOptionalContentProperties();
    PDOptionalContentGroup layer = new PDOptionalContentGroup("条款");
    layers.addGroup(layer);
    layers.setGroupEnabled(layer, false);
    document.getDocumentCatalog().setOCProperties(layers);
  }

  private static void changeSealPicture(PDDocument document) {
    COSDictionary field =
        document.getDocumentCatalog().getAcroForm().getFields().get(0).getCOSObject();
    field.removeItem(COSName.AP);
    field.setNeedToBeUpdated(true);
  }

  private static void removePage(PDDocument document) {
    document.removePage(0);
  }
}
