package org.yilian.imports;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Where the value of a column goes in the object that a form reads. */
final class Paths {
  private Paths() {}

  /** Puts a value at a path such as {@code parties[1].phone}. */
  static void put(JsonObject row, String path, Object value) {
    int open = path.indexOf('[');
    if (open < 0) {
      row.put(path, value);
      return;
    }
    String list = path.substring(0, open);
    int at = Integer.parseInt(path.substring(open + 1, path.indexOf(']')));
    JsonArray items = row.getJsonArray(list);
    if (items == null) {
      items = new JsonArray();
      row.put(list, items);
    }
    while (items.size() <= at) {
      items.add(new JsonObject());
    }
    items.getJsonObject(at).put(path.substring(path.indexOf('.') + 1), value);
  }
}
