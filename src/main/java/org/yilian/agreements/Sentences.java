package org.yilian.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits Chinese legal prose: sentences at full stops and semicolons, phrases at commas. */
final class Sentences {
  private static final Pattern SENTENCE_END = Pattern.compile("[。；;！!？?\\n\\r]+");
  // A half-width comma between digits groups thousands.
  private static final Pattern PHRASE_END = Pattern.compile("，|(?<!\\d),|,(?!\\d)");
  private static final Pattern NUMBERING =
      Pattern.compile("^\\s*(第[一二三四五六七八九十]+[条项]|[（(]?[一二三四五六七八九十\\d]{1,3}[)）、.．](?!\\d))\\s*");

  private Sentences() {}

  static List<String> of(String text) {
    return split(text, SENTENCE_END);
  }

  static List<String> phrases(String sentence) {
    return split(sentence, PHRASE_END);
  }

  private static List<String> split(String text, Pattern end) {
    List<String> parts = new ArrayList<>();
    for (String part : end.split(text)) {
      String words = NUMBERING.matcher(part.strip()).replaceFirst("").strip();
      if (!words.isEmpty()) {
        parts.add(words);
      }
    }
    return parts;
  }
}
