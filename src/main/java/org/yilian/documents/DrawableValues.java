package org.yilian.documents;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Values of a document with every text told by characters that the fonts can draw. */
final class DrawableValues {
  private final UnaryOperator<String> drawable;

  DrawableValues(UnaryOperator<String> drawable) {
    this.drawable = drawable;
  }

  Map<String, Object> of(Map<?, ?> values) {
    Map<String, Object> told = new LinkedHashMap<>();
    values.forEach((name, value) -> told.put((String) name, told(value)));
    return told;
  }

  private Object told(Object value) {
    if (value instanceof String text) {
      return drawable.apply(text);
    }
    if (value instanceof JsonObject || value instanceof Map<?, ?>) {
      return of(value instanceof JsonObject json ? json.getMap() : (Map<?, ?>) value);
    }
    if (value instanceof JsonArray array) {
      return told(array.getList());
    }
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(one -> all.add(told(one)));
      return all;
    }
    return value;
  }
}
