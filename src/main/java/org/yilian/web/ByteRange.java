package org.yilian.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Voices;

/**
 * The part of a file that a request wants (RFC 9110, 14.2): one range, or the whole where the
 * header says something else.
 *
 * @param first the first byte, or null for the last ones
 * @param last the last byte, or how many of the last where there is no first; or null
 */
record ByteRange(Long first, Long last) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");
  private static final ByteRange WHOLE = new ByteRange(null, null);

  static ByteRange of(String header) {
    Matcher matcher = ONE.matcher(header == null ? "" : header);
    return matcher.matches()
        ? new ByteRange(number(matcher.group(1)), number(matcher.group(2)))
        : WHOLE;
  }

  private static Long number(String digits) {
    return digits.isEmpty() ? null : (Long) Long.parseLong(digits);
  }

  /**
   * @throws Refusal 416 {@code range-not-there}
   */
  Voices.Wanted within(long size) {
    if (whole()) {
      return new Voices.Wanted(0, size);
    }
    long from = first == null ? Math.max(0, size - last) : first;
    long to = first == null || last == null ? size : Math.min(size, last + 1);
    if (from >= to) {
      throw Refusal.of(416, "range-not-there", "录音没有这一段。");
    }
    return new Voices.Wanted(from, to);
  }

  private boolean whole() {
    return first == null && last == null;
  }

  Reply reply(Voices.Sound sound) {
    Reply reply =
        Reply.bytes("audio/wav", sound.bytes())
            .with("X-Content-Type-Options", "nosniff")
            .with("Accept-Ranges", "bytes");
    if (whole()) {
      return reply;
    }
    long end = sound.from() + sound.bytes().length() - 1;
    return reply
        .withStatus(206)
        .with("Content-Range", "bytes %d-%d/%d".formatted(sound.from(), end, sound.size()));
  }
}
