package org.yilian.client;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** What a phone's camera hands over: how it was held stands beside the pixels, and where. */
public final class Photograph {
  public static final int WIDTH = 64;
  public static final int HEIGHT = 32;

  /** Where it was taken, as it stands in the file. */
  public static final String PLACE = "29.5630N,106.5516E";

  private static final int RED = 0xff0000;
  private static final int CORNER = 16;

  private Photograph() {}

  /** Black, with a red corner at the top left; nothing else in the file. */
  public static byte[] plain(String format) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < CORNER; x++) {
      for (int y = 0; y < CORNER; y++) {
        picture.setRGB(x, y, RED);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The same as a JPEG of a camera that was held so: 1 to 8, as EXIF numbers it. */
  public static byte[] held(int orientation) {
    byte[] jpeg = plain("jpeg");
    ByteBuffer tiff = ByteBuffer.allocate(26 + PLACE.length());
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    tiff.putShort((short) 0).putInt(0);
    tiff.put(PLACE.getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, 2);
    whole.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1});
    int length = 2 + 6 + tiff.capacity();
    whole.write(length >> 8);
    whole.write(length);
    whole.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    whole.writeBytes(tiff.array());
    whole.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }
}
