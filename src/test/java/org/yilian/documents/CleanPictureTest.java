package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yilian.client.Photograph;
import org.yilian.kernel.Refusal;

class CleanPictureTest {
  private static final int MAX_BYTES = 12 << 20;

  /** The corner that is red in the file ends where the phone's owner saw it. */
  @ParameterizedTest
  @CsvSource({
    "1, 64, 32, left, top",
    "2, 64, 32, right, top",
    "3, 64, 32, right, bottom",
    "4, 64, 32, left, bottom",
    "5, 32, 64, left, top",
    "6, 32, 64, right, top",
    "7, 32, 64, right, bottom",
    "8, 32, 64, left, bottom",
  })
  void aPhotographIsTurnedUprightAndItsPlaceIsForgotten(
      int orientation, int width, int height, String side, String end) throws IOException {
    byte[] photograph = Photograph.held(orientation);
    assertTrue(contains(photograph, Photograph.PLACE));
    CleanPicture clean = CleanPicture.of(photograph, MAX_BYTES);
    assertEquals("image/jpeg", clean.mediaType());
    assertEquals(width, clean.width());
    assertEquals(height, clean.height());
    assertFalse(contains(clean.bytes(), Photograph.PLACE));
    assertFalse(contains(clean.bytes(), "Exif"));
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
    int x = side.equals("left") ? 3 : width - 4;
    int y = end.equals("top") ? 3 : height - 4;
    assertTrue((seen.getRGB(x, y) >> 16 & 0xff) > 200, "red at " + side + " " + end);
    assertTrue((seen.getRGB(width / 2, height / 2) >> 16 & 0xff) < 60);
  }

  @Test
  void whatHangsBehindAPictureIsGone() throws IOException {
    byte[] png = Photograph.plain("png");
    byte[] withTail = Arrays.copyOf(png, png.length + 100);
    System.arraycopy(
        Photograph.PLACE.getBytes(StandardCharsets.UTF_8), 0, withTail, png.length, 10);
    CleanPicture clean = CleanPicture.of(withTail, MAX_BYTES);
    assertEquals("image/png", clean.mediaType());
    assertFalse(contains(clean.bytes(), Photograph.PLACE.substring(0, 10)));
  }

  @Test
  void aHugePictureIsRefusedBeforeItIsDecoded() throws IOException {
    byte[] bomb = Photograph.plain("png");
    ByteBuffer header = ByteBuffer.wrap(bomb);
    header.putInt(16, 15_000).putInt(20, 15_000);
    CRC32 sum = new CRC32();
    sum.update(bomb, 12, 17);
    header.putInt(29, (int) sum.getValue());
    assertEquals("picture-too-large", refusal(bomb));
    assertEquals("picture-too-large", refusal(new byte[MAX_BYTES + 1]));
  }

  @Test
  void onlyTheFirstBytesTellTheFormat() {
    assertEquals("picture-type", refusal("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)));
    assertEquals("picture-type", refusal("RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.UTF_8)));
    assertEquals("picture-type", refusal(new byte[0]));
    byte[] broken = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3};
    assertEquals("picture-broken", refusal(broken));
  }

  private static String refusal(byte[] upload) {
    return assertThrows(Refusal.class, () -> CleanPicture.of(upload, MAX_BYTES)).code();
  }

  private static boolean contains(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
  }
}
