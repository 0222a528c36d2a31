package org.yilian.kernel;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180), as spreadsheets open them. */
public final class Csv {
  /** Tells a spreadsheet that the file is UTF-8. */
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private Csv() {}

  /** One line with its end. What a spreadsheet would take for a formula is kept as text. */
  public static String line(Object... values) {
    return Arrays.stream(values).map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** The text, with a mark before it where a spreadsheet would take it for a formula. */
  public static String safe(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }

  private static String field(Object value) {
    String text = value == null ? "" : String.valueOf(value);
    String safe = value instanceof Number ? text : safe(text);
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
