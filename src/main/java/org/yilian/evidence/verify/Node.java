package org.yilian.evidence.verify;

import java.util.List;
import java.util.Map;

/** An object in a file, whose fields are what the format says, or the file is unreadable. */
record Node(Map<?, ?> fields) {

  static Node of(Object value) {
    if (value instanceof Map<?, ?> fields) {
      return new Node(fields);
    }
    throw new Unreadable("应为对象的地方不是对象");
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  String text(String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new Unreadable("缺少文字：" + name);
  }

  long number(String name) {
    if (fields.get(name) instanceof Long number) {
      return number;
    }
    throw new Unreadable("缺少整数：" + name);
  }

  /** The objects of a list; an absent one is empty. */
  List<Node> all(String name) {
    return list(name).stream().map(Node::of).toList();
  }

  List<String> texts(String name) {
    return list(name).stream().map(Node::asText).toList();
  }

  private List<?> list(String name) {
    Object value = fields.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw new Unreadable("应为列表：" + name);
  }

  private static String asText(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new Unreadable("应为文字的地方不是文字");
  }
}
