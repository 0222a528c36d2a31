package org.yilian.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of a text that is shown to the letter, with the role that its looks come from. The role
 * changes no character.
 *
 * @param role {@code title}, {@code mark}, {@code heading}, {@code number}, {@code detail}, {@code
 *     blank} or {@code plain}
 */
record TextLine(String text, String role) {
  private static final Pattern HEADING = Pattern.compile("[一二三四五六七八九十]+、[^。；]{1,24}");
  private static final Pattern NUMBER = Pattern.compile("（\\d{4}）.{1,40}号|(协议)?编号[：:].*");

  static List<TextLine> of(String text) {
    List<TextLine> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      lines.add(new TextLine(line, role(line, lines.isEmpty())));
    }
    return lines;
  }

  private static String role(String line, boolean first) {
    if (line.isBlank()) {
      return "blank";
    }
    if (first && line.length() <= 30) {
      return "title";
    }
    if (HEADING.matcher(line).matches()) {
      return "heading";
    }
    if (line.equals(Watermark.WORDS)) {
      return "mark";
    }
    if (line.startsWith("  ")) {
      return "detail";
    }
    return NUMBER.matcher(line).matches() ? "number" : "plain";
  }
}
