package org.yilian.evidence.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON strictly, so that the verifier needs no library: a name that comes twice, which two
 * readers could read in two ways, is refused, as is anything after the end.
 */
final class Json {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /**
   * A map, list, string, long, boolean or null.
   *
   * @throws Unreadable if the text is no JSON, or holds a number that is not whole
   */
  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.space();
    if (json.at < text.length()) {
      throw json.broken();
    }
    return value;
  }

  private Object value() {
    space();
    char first = peek();
    if (first == '{' || first == '[') {
      if (++depth > DEEPEST) {
        throw broken();
      }
      Object nested = first == '{' ? object() : list();
      depth--;
      return nested;
    }
    return first == '"' ? string() : word();
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    space();
    while (!ends('}', object.isEmpty())) {
      space();
      String name = string();
      space();
      take(':');
      if (object.containsKey(name)) {
        throw broken();
      }
      object.put(name, value());
      space();
    }
    return object;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    at++;
    space();
    while (!ends(']', list.isEmpty())) {
      list.add(value());
      space();
    }
    return list;
  }

  /** Takes the closing mark, or the comma that stands between two values. */
  private boolean ends(char close, boolean empty) {
    if (peek() == close) {
      at++;
      return true;
    }
    if (!empty) {
      take(',');
    }
    return false;
  }

  private String string() {
    take('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char next = text.charAt(at++);
      if (next < ' ') {
        throw broken();
      }
      string.append(next == '\\' ? escaped() : next);
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    char mark = peek();
    at++;
    return switch (mark) {
      case '"', '\\', '/' -> mark;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw broken();
    };
  }

  private char unit() {
    if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
      throw broken();
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  private Object word() {
    int from = at;
    while (at < text.length() && " \t\r\n,:]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      case "null" -> null;
      default -> number(word);
    };
  }

  private Long number(String word) {
    if (!word.matches("-?(0|[1-9]\\d{0,17})")) {
      throw broken();
    }
    return Long.valueOf(word);
  }

  private void take(char expected) {
    if (peek() != expected) {
      throw broken();
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken();
    }
    return text.charAt(at);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Unreadable broken() {
    return new Unreadable("第" + at + "个字符处不是有效的JSON");
  }
}
