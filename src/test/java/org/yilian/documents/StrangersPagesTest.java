package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** PDFs that are none of ours: drawn as they were meant, or not at all. */
class StrangersPagesTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final StrangersPages PAGES = new StrangersPages(VERTX);
  private static final String WORDS = "BT /F1 40 Tf 72 700 Td (Ruling 1) Tj ET";
  private static final String UNSEEN = "BT 3 Tr /F1 40 Tf 72 700 Td (Ruling 1) Tj ET";

  @AfterAll
  static void stop() {
    await(VERTX.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private static Optional<List<StrangersPage>> drawn(byte[] pdf) {
    return await(PAGES.of(pdf));
  }

  /** A file of this many pages, each of which says this in this font. */
  private static byte[] pdf(int pages, COSDictionary font, String content) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int n = 0; n < pages; n++) {
        PDPage page = new PDPage();
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F1"), new PDTrueTypeFont(font));
        page.setResources(resources);
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream()) {
          out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        document.addPage(page);
      }
      return saved(document);
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /** As a word processor writes it that leaves its fonts out. */
  private static COSDictionary leftOut() {
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TRUE_TYPE);
    font.setName(COSName.BASE_FONT, "SimSun");
    font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
    return font;
  }

  @Test
  void everyPageIsDrawnWithItsWords() throws IOException {
    byte[] pdf = pdf(2, new PDType1Font(FontName.HELVETICA).getCOSObject(), WORDS);
    List<StrangersPage> pages = drawn(pdf).orElseThrow();
    assertEquals(2, pages.size());
    assertEquals("Ruling 1", pages.get(1).words());
    assertTrue(ImageIO.read(new ByteArrayInputStream(pages.get(0).jpeg())).getWidth() > 1_000);
  }

  @Test
  void whatWouldBeDrawnOtherwiseIsNotDrawn() throws IOException {
    assertTrue(drawn(pdf(1, leftOut(), WORDS)).isEmpty(), "another font would be put for it");
    assertTrue(drawn(pdf(1, leftOut(), UNSEEN)).isPresent(), "words that nobody sees need none");
    assertTrue(drawn(withPicture(COSName.JBIG2_DECODE, 100, 100, new byte[8])).isEmpty());
    assertTrue(drawn(pdf(StrangersPdf.MOST_PAGES + 1, leftOut(), "")).isEmpty(), "too long");
    assertTrue(drawn("%PDF-1.7 no more".getBytes(StandardCharsets.US_ASCII)).isEmpty());
    assertTrue(drawn(new byte[0]).isEmpty());
  }

  /** Half a megabyte that unpacks to 430 costs a process and not this one. */
  @Test
  void aBombGoesOffElsewhere() throws IOException {
    byte[] bomb = withPicture(COSName.FLATE_DECODE, 12_000, 12_000, null);
    System.gc();
    long before = used();
    drawn(bomb);
    assertTrue(used() - before < 128L << 20);
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static byte[] withPicture(COSName filter, int width, int height, byte[] raw)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      COSStream data = document.getDocument().createCOSStream();
      try (OutputStream out =
          raw == null ? data.createOutputStream(filter) : data.createRawOutputStream()) {
        if (raw != null) {
          out.write(raw);
        } else {
          byte[] line = new byte[width * 3];
          for (int y = 0; y < height; y++) {
            out.write(line);
          }
        }
      }
      data.setItem(COSName.FILTER, filter);
      data.setItem(COSName.TYPE, COSName.XOBJECT);
      data.setItem(COSName.SUBTYPE, COSName.IMAGE);
      data.setInt(COSName.WIDTH, width);
      data.setInt(COSName.HEIGHT, height);
      data.setInt(COSName.BITS_PER_COMPONENT, raw == null ? 8 : 1);
      data.setItem(COSName.COLORSPACE, raw == null ? COSName.DEVICERGB : COSName.DEVICEGRAY);
      PDResources resources = new PDResources();
      resources.put(COSName.getPDFName("I1"), new PDImageXObject(new PDStream(data), resources));
      page.setResources(resources);
      PDStream content = new PDStream(document);
      try (OutputStream out = content.createOutputStream()) {
        out.write("q 500 0 0 500 50 50 cm /I1 Do Q".getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(content);
      return saved(document);
    }
  }
}
