package org.yilian.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Scans and photographs, each on a page of its own, as large as the page allows. */
final class PictureSheet {
  private static final float MARGIN = 50;
  private static final long MOST_PIXELS = 16_000_000;

  /** A JPEG goes in as it is, and is never unpacked here. */
  private static final long MOST_PIXELS_OF_A_JPEG = 60_000_000;

  private PictureSheet() {}

  /** Each on a page; empty where one is no JPEG or PNG, or claims more pixels than a scan has. */
  static Optional<Rendered> of(List<byte[]> pictures) {
    if (!pictures.stream().allMatch(PictureSheet::acceptable)) {
      return Optional.empty();
    }
    try (PDDocument document = new PDDocument()) {
      for (byte[] picture : pictures) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        put(document, page, PDImageXObject.createFromByteArray(document, picture, "scan"));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return Optional.of(new Rendered(out.toByteArray(), pictures.size()));
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty(); // a picture that nothing here can read
    }
  }

  private static void put(PDDocument document, PDPage page, PDImageXObject image)
      throws IOException {
    PDRectangle paper = page.getMediaBox();
    float scale =
        Math.min(
            (paper.getWidth() - 2 * MARGIN) / image.getWidth(),
            (paper.getHeight() - 2 * MARGIN) / image.getHeight());
    float width = image.getWidth() * scale;
    float height = image.getHeight() * scale;
    try (PDPageContentStream out = new PDPageContentStream(document, page)) {
      out.drawImage(
          image, (paper.getWidth() - width) / 2, (paper.getHeight() - height) / 2, width, height);
    }
  }

  /** Reads the head alone. */
  private static boolean acceptable(byte[] picture) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      return readers.hasNext() && acceptable(readers.next(), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean acceptable(ImageReader reader, ImageInputStream in) {
    try {
      String format = reader.getFormatName().toLowerCase(Locale.ROOT);
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      return format.equals("png") && pixels <= MOST_PIXELS
          || format.startsWith("jp") && pixels <= MOST_PIXELS_OF_A_JPEG;
    } catch (IOException | RuntimeException e) {
      return false; // ImageIO answers broken pictures with either
    } finally {
      reader.dispose();
    }
  }
}
