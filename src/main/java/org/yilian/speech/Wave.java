package org.yilian.speech;

import io.vertx.core.buffer.Buffer;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * The head of a WAV file with 16 kHz, mono, 16 bit PCM, the one form in which voices are kept:
 * every browser plays it, every transcriber takes it, and its length can be told without decoding
 * it.
 *
 * @param start where the samples begin, in bytes
 * @param millis how long it lasts
 */
record Wave(int start, int millis) {
  static final int RATE = 16_000;
  static final int BYTES_PER_MILLI = RATE * 2 / 1000;

  /** A head is looked for no further than this. */
  static final int LONGEST_HEAD = 4096;

  private static final Texts TEXTS = Texts.of("speech");
  private static final int SHORTEST_MILLIS = 300;
  private static final int PCM = 1;
  private static final int FORMAT_BYTES = 16;

  /**
   * Reads the head of a file of that size.
   *
   * @throws Refusal 400 {@code not-audio}, {@code audio-format}, {@code audio-length} or {@code
   *     audio-too-short}
   */
  static Wave of(Buffer head, long size) {
    if (!tag(head, 0, "RIFF") || !tag(head, 8, "WAVE")) {
      throw refused("not-audio");
    }
    boolean known = false;
    int at = 12;
    while (at + 8 <= Math.min(head.length(), LONGEST_HEAD)) {
      long length = head.getUnsignedIntLE(at + 4);
      if (tag(head, at, "data")) {
        return samples(known, head.getUnsignedIntLE(4), at + 8, length, size);
      }
      if (tag(head, at, "fmt ")) {
        checkFormat(head, at + 8, length);
        known = true;
      }
      // A chunk of odd length is followed by one byte of nothing.
      at = (int) Math.min(LONGEST_HEAD, at + 8 + length + length % 2);
    }
    throw refused("not-audio");
  }

  private static Wave samples(boolean known, long riff, int start, long length, long size) {
    if (!known) {
      throw refused("not-audio");
    }
    if (start + length != size || riff + 8 != size || length % 2 != 0) {
      throw refused("audio-length");
    }
    long millis = length / BYTES_PER_MILLI;
    if (millis < SHORTEST_MILLIS) {
      throw refused("audio-too-short");
    }
    return new Wave(start, (int) millis);
  }

  private static void checkFormat(Buffer head, int at, long length) {
    if (length < FORMAT_BYTES || at + FORMAT_BYTES > head.length()) {
      throw refused("not-audio");
    }
    int channels = head.getUnsignedShortLE(at + 2);
    long rate = head.getUnsignedIntLE(at + 4);
    int bits = head.getUnsignedShortLE(at + 14);
    boolean right = head.getUnsignedShortLE(at) == PCM && channels == 1 && rate == RATE;
    if (!right || bits != 16) {
      throw refused("audio-format", String.valueOf(rate), channels, bits);
    }
  }

  private static boolean tag(Buffer head, int at, String tag) {
    return head.length() >= at + 4 && head.getString(at, at + 4, "ISO-8859-1").equals(tag);
  }

  private static Refusal refused(String code, Object... values) {
    return Refusal.bad(code, "recording", TEXTS.get("refused." + code, values));
  }
}
