package org.yilian.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.Map;

/** A text as a QR code, black on white. */
final class QrCode {
  private static final int DOTS_PER_MODULE = 4;
  private static final int QUIET_MODULES = 4;
  private static final Map<EncodeHintType, Object> HINTS =
      Map.of(
          EncodeHintType.MARGIN,
          QUIET_MODULES,
          EncodeHintType.CHARACTER_SET,
          "UTF-8",
          EncodeHintType.ERROR_CORRECTION,
          ErrorCorrectionLevel.M);

  private static volatile Drawn last = new Drawn("", new byte[0]);

  private QrCode() {}

  private record Drawn(String text, byte[] png) {}

  /** The code of an installation's verify page is the same on every document. */
  static byte[] png(String text) {
    Drawn known = last;
    if (!known.text().equals(text)) {
      known = new Drawn(text, draw(text));
      last = known;
    }
    return known.png();
  }

  private static byte[] draw(String text) {
    BitMatrix modules = modules(text);
    int side = modules.getWidth() * DOTS_PER_MODULE;
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = modules.get(x / DOTS_PER_MODULE, y / DOTS_PER_MODULE);
        picture.setRGB(x, y, dark ? 0x000000 : 0xFFFFFF);
      }
    }
    return Png.write(picture);
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
