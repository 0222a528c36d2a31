package org.yilian.speech;

import java.util.regex.Pattern;

/** Transcribers set blanks between Chinese words, where nobody writes any. */
final class Spacing {
  private static final Pattern BETWEEN_CHINESE =
      Pattern.compile("(?<=[\\p{IsHan}\\p{Punct}，。？！、；：])\\s+|\\s+(?=[\\p{IsHan}，。？！、；：])");

  private Spacing() {}

  static String closed(String text) {
    return BETWEEN_CHINESE.matcher(text.strip()).replaceAll("");
  }
}
