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
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
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

  private static final String JDK = "com.sun.org.apache.";

  static {
    // the JDK's own, by name: the library would look through every jar for another with each
    // document
    name(DocumentBuilderFactory.class, JDK + "xerces.internal.jaxp.DocumentBuilderFactoryImpl");
    name(TransformerFactory.class, JDK + "xalan.internal.xsltc.trax.TransformerFactoryImpl");
    // three fifths of the work of packing that the usual level takes, for four in a hundred more
    // bytes
    System.setProperty(Filter.SYSPROP_DEFLATELEVEL, "2");
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

  private static void name(Class<?> factory, String ours) {
    System.setProperty(factory.getName(), System.getProperty(factory.getName(), ours));
  }

  /**
   * The finished file. A box with the id {@code seal} becomes a signature field that is still
   * empty.
   *
   * @param xhtml is used up: its pictures are taken out
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
    PicturesByName pictures = PicturesByName.takenOutOf(xhtml);
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withW3cDocument(xhtml, null)
            .usePDDocument(pdf)
            .usePdfAConformance(PdfAConformance.PDFA_2_A)
            .usePdfUaAccessibility(true)
            .useColorProfile(Archival.COLOURS)
            .withProducer("Yilian")
            .useUnicodeLineBreaker(new ChineseLines())
            .useProtocolsStreamImplementation(pictures, PicturesByName.PROTOCOL)
            .useUriResolver((base, uri) -> within(pictures, uri) ? uri : null)
            .withDiagnosticConsumer(Typesetter::report);
    for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> within(pictures, uri), moment);
    }
    for (Face face : fonts.faces()) {
      use(face, pdf, builder);
    }
    return builder;
  }

  private static void use(Face face, PDDocument pdf, PdfRendererBuilder builder) {
    builder.useFont(new LazyFont(face, pdf), face.family(), face.weight(), FontStyle.NORMAL, true);
  }

  private static boolean within(PicturesByName pictures, String uri) {
    return uri != null && (pictures.know(uri) || uri.startsWith(PicturesByName.EMBEDDED));
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
