package org.yilian.documents;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * A picture made anew from its pixels: where and when it was taken, and whatever else a file may
 * hide, is gone. Its size is checked before it is decoded. Blocks: not for an event loop.
 */
public record CleanPicture(String mediaType, byte[] bytes, int width, int height) {
  private static final Texts TEXTS = Texts.of("pictures");
  private static final int MAX_SIDE = 16_000;
  private static final long MAX_PIXELS = 64_000_000;

  /** What is larger is read with fewer pixels, so that decoding stays within this. */
  private static final long KEPT_PIXELS = 16_000_000;

  private static final float QUALITY = 0.88f;

  /**
   * @param mostBytes of the upload
   * @throws Refusal 400 {@code picture-type}, {@code picture-too-large} or {@code picture-broken}
   */
  public static CleanPicture of(byte[] upload, int mostBytes) {
    if (upload.length > mostBytes) {
      throw refused("picture-too-large", mostBytes);
    }
    String format = PictureFormat.of(upload).orElseThrow(() -> refused("picture-type", mostBytes));
    try {
      BufferedImage read = decoded(upload, format, mostBytes);
      BufferedImage pixels = turned(read, Orientation.of(upload));
      return encoded(pixels, format);
    } catch (IOException | RuntimeException broken) {
      throw broken instanceof Refusal refusal ? refusal : refused("picture-broken", mostBytes);
    }
  }

  private static BufferedImage decoded(byte[] upload, String format, int mostBytes)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
      reader.setInput(in, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
        throw refused("picture-too-large", mostBytes);
      }
      ImageReadParam sparse = reader.getDefaultReadParam();
      int step = (int) Math.ceil(Math.sqrt((double) (width * height) / KEPT_PIXELS));
      sparse.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
      return reader.read(0, sparse);
    } finally {
      reader.dispose();
    }
  }

  /** The pixels upright, in a plain picture that carries nothing else. */
  private static BufferedImage turned(BufferedImage read, int orientation) {
    boolean lies = Orientation.lies(orientation);
    boolean clear = read.getColorModel().hasAlpha();
    BufferedImage plain =
        new BufferedImage(
            lies ? read.getHeight() : read.getWidth(),
            lies ? read.getWidth() : read.getHeight(),
            clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = plain.createGraphics();
    graphics.drawImage(
        read, Orientation.upright(orientation, read.getWidth(), read.getHeight()), null);
    graphics.dispose();
    return plain;
  }

  private static CleanPicture encoded(BufferedImage pixels, String format) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format.equals(PictureFormat.JPEG)) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(pixels, null, null), param);
    } finally {
      writer.dispose();
    }
    return new CleanPicture(
        "image/" + format, bytes.toByteArray(), pixels.getWidth(), pixels.getHeight());
  }

  private static Refusal refused(String code, int mostBytes) {
    return Refusal.bad(code, "file", TEXTS.get("refused." + code, String.valueOf(mostBytes >> 20)));
  }
}
