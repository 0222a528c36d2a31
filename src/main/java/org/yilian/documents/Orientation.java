package org.yilian.documents;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a phone held the camera, as the EXIF data of a JPEG say: 1 to 8. The data are dropped, so the
 * picture has to be turned before.
 */
final class Orientation {
  private static final int UPRIGHT = 1;
  private static final int SOI = 0xffd8;
  private static final int APP1 = 0xffe1;
  private static final int SCAN = 0xffda;
  private static final int EXIF = 0x45786966;
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;
  private static final short LITTLE = 0x4949;

  private Orientation() {}

  /** The orientation of a JPEG; upright where it says none, or nothing sensible. */
  static int of(byte[] jpeg) {
    try {
      int value = find(ByteBuffer.wrap(jpeg));
      return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
    } catch (IndexOutOfBoundsException | IllegalArgumentException cutOff) {
      return UPRIGHT;
    }
  }

  private static int find(ByteBuffer jpeg) {
    if ((jpeg.getShort(0) & 0xffff) != SOI) {
      return UPRIGHT;
    }
    int at = 2;
    int marker = jpeg.getShort(at) & 0xffff;
    while (marker != SCAN) {
      int length = jpeg.getShort(at + 2) & 0xffff;
      if (marker == APP1 && jpeg.getInt(at + 4) == EXIF) {
        return inTiff(jpeg.slice(at + 10, length - 8));
      }
      at += 2 + length;
      marker = jpeg.getShort(at) & 0xffff;
    }
    return UPRIGHT;
  }

  private static int inTiff(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        return tiff.getShort(entry + 8);
      }
    }
    return UPRIGHT;
  }

  /** Whether width and height change places. */
  static boolean lies(int orientation) {
    return orientation > 4;
  }

  /** Turns a picture of this size upright. */
  static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
