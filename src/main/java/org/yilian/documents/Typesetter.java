package org.yilian.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;

/** Sets XHTML as tagged PDF/A-2a and PDF/UA, with nothing fetched from anywhere. */
final class Typesetter {
  private static final Logger LOG = LoggerFactory.getLogger(Typesetter.class);
  private static final Pattern SEAL_BOX = Pattern.compile("^seal$");
  private static final String EMBEDDED = "data:image/png;base64,";

  static {
    // half the work of packing that the usual level does, for two in a hundred more bytes
    System.setProperty(Filter.SYSPROP_DEFLATELEVEL, "4");
    XRLog.setLoggingEnabled(false); // its own log would hold what people wrote
  }

  private final Fonts fonts;
  private final boolean demo;
  private final Watermark watermark;

  /**
   * @param demo puts the words of a demonstration across every page
   */
  Typesetter(Fonts fonts, boolean demo) {
    this.fonts = fonts;
    this.demo = demo;
    this.watermark = new Watermark(fonts.bold());
  }

  /**
   * The finished file. A box with the id {@code seal} becomes a signature field that is still
   * empty.
   */
  Rendered set(Document xhtml) {
    try (PDDocument pdf = new PDDocument();
        PdfBoxRenderer renderer = builder(xhtml, pdf).buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      renderer.findPagePositionsByID(SEAL_BOX).stream()
          .findFirst()
          .ifPresent(box -> SealField.add(pdf, box));
      if (demo) {
        watermark.mark(pdf);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return new Rendered(out.toByteArray(), pdf.getNumberOfPages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PdfRendererBuilder builder(Document xhtml, PDDocument pdf) {
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withW3cDocument(xhtml, null)
            .usePDDocument(pdf)
            .usePdfAConformance(PdfAConformance.PDFA_2_A)
            .usePdfUaAccessibility(true)
            .useColorProfile(Archival.COLOURS)
            .withProducer("Yilian")
            .useUnicodeLineBreaker(new ChineseLines())
            .useUriResolver((base, uri) -> embedded(uri) ? uri : null)
            .withDiagnosticConsumer(Typesetter::report);
    for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> embedded(uri), moment);
    }
    for (Face face : fonts.faces()) {
      use(face, pdf, builder);
    }
    for (Face copy : fonts.copies()) {
      use(copy, pdf, builder);
    }
    return builder;
  }

  private static void use(Face face, PDDocument pdf, PdfRendererBuilder builder) {
    builder.useFont(new LazyFont(face, pdf), face.family(), face.weight(), FontStyle.NORMAL, true);
  }

  private static boolean embedded(String uri) {
    return uri != null && uri.startsWith(EMBEDDED);
  }

  /** The kind of a complaint only: its words may quote a document. */
  private static void report(Diagnostic complaint) {
    if (complaint.getLevel().intValue() >= Level.WARNING.intValue()) {
      LOG.warn("typesetting: {}", complaint.getLogMessageId());
    }
  }

  /** A face that enters the document only when a text asks for it. */
  private static final class LazyFont extends PDFontSupplier {
    private final Face face;
    private final PDDocument pdf;

    LazyFont(Face face, PDDocument pdf) {
      super(null);
      this.face = face;
      this.pdf = pdf;
    }

    @Override
    public PDFont supply() {
      return face.in(pdf);
    }
  }
}
