package org.yilian.documents;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Draws the pages of a PDF that is none of ours, in a process of its own that {@link
 * StrangersPages} starts: whatever the file unpacks to, it costs that process and nobody else.
 * Reads the file from its input and writes the number of pages, then of each a JPEG and its words,
 * each after its length. Ends with another status than 0 where a page cannot be drawn as it was
 * meant.
 */
final class StrangersPdf {
  static final int MOST_PAGES = 40;
  private static final float DOTS_PER_POINT = 150f / 72;
  private static final float LONGEST_SIDE = 2_000;
  private static final float QUALITY = 0.8f;

  private StrangersPdf() {}

  /** A PDF comes in, its pages go out. */
  public static void main(String[] args) throws IOException {
    PrintStream answer = System.out;
    System.setOut(System.err); // whatever a library says, it says it elsewhere
    byte[] pdf = System.in.readAllBytes();
    try (PDDocument document = Loader.loadPDF(pdf);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answer))) {
      int pages = document.getNumberOfPages();
      if (pages < 1 || pages > MOST_PAGES) {
        throw new IOException("a file of " + pages + " pages");
      }
      out.writeInt(pages);
      for (int page = 0; page < pages; page++) {
        write(out, jpeg(document, page));
        write(out, words(document, page).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] jpeg(PDDocument document, int number) throws IOException {
    PDPage page = document.getPage(number);
    float side = Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
    float scale = Math.min(DOTS_PER_POINT, LONGEST_SIDE / side);
    FaithfulRenderer renderer = new FaithfulRenderer(document);
    renderer.setSubsamplingAllowed(true);
    BufferedImage drawn = renderer.renderImage(number, scale, ImageType.RGB);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(drawn, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A scan has none. */
  private static String words(PDDocument document, int number) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(number + 1);
    stripper.setEndPage(number + 1);
    return stripper.getText(document).strip();
  }
}
