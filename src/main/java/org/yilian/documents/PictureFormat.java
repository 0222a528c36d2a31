package org.yilian.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats that pictures may have, known by their first bytes and by nothing else. */
final class PictureFormat {
  static final String JPEG = "jpeg";
  static final String PNG = "png";

  private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG_START =
      "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

  private PictureFormat() {}

  static Optional<String> of(byte[] bytes) {
    if (starts(bytes, JPEG_START)) {
      return Optional.of(JPEG);
    }
    return starts(bytes, PNG_START) ? Optional.of(PNG) : Optional.empty();
  }

  private static boolean starts(byte[] bytes, byte[] start) {
    return bytes.length > start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
