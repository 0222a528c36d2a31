package org.yilian.documents;

import java.awt.image.RenderedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.yilian.kernel.Hash;

/**
 * Judges a picture before it goes into a document: the renderer would leave out one that it cannot
 * read, and an agreement would lack a signature without a word.
 */
final class Png {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;
  private static final long MOST_PIXELS = 4_000_000;

  private static final int KNOWN = 1_000;

  /** A signature is met with its wording, its preview and every copy; judging it costs the most. */
  private static final Set<Hash> FOUND_WHOLE =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Hash, Boolean> eldest) {
                  return size() > KNOWN;
                }
              }));

  private Png() {}

  static boolean acceptable(byte[] bytes) {
    Hash hash = Hash.of(bytes);
    if (FOUND_WHOLE.contains(hash)) {
      return true;
    }
    boolean acceptable = judged(bytes);
    if (acceptable) {
      FOUND_WHOLE.add(hash);
    }
    return acceptable;
  }

  private static boolean judged(byte[] bytes) {
    return smallEnough(bytes) && (PngRows.know(bytes) ? PngRows.whole(bytes) : readable(bytes));
  }

  /** Reads the head alone: a few bytes can claim more pixels than there is memory. */
  private static boolean smallEnough(byte[] bytes) {
    if (bytes.length < 33) {
      return false;
    }
    ByteBuffer head = ByteBuffer.wrap(bytes);
    if (head.getLong(0) != SIGNATURE || head.getInt(12) != IHDR) {
      return false;
    }
    long width = head.getInt(16);
    long height = head.getInt(20);
    return width > 0 && height > 0 && width * height <= MOST_PIXELS;
  }

  private static boolean readable(byte[] bytes) {
    try {
      return ImageIO.read(inMemory(bytes)) != null;
    } catch (IOException | RuntimeException e) {
      return false; // ImageIO answers broken pictures with either
    }
  }

  /** ImageIO would otherwise go through a temporary file. */
  private static ImageInputStream inMemory(byte[] bytes) {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
  }

  static byte[] write(RenderedImage picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(picture, "png", image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
