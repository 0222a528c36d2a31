package org.yilian.documents;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/**
 * One field that a template is filled from.
 *
 * @param label what people call it, in Chinese
 * @param max the longest text in characters, the largest picture in bytes, the longest list
 * @param fields of each record of a list, else empty
 */
public record TemplateField(
    String name,
    String label,
    FieldKind kind,
    boolean required,
    int max,
    List<TemplateField> fields) {
  public TemplateField {
    Objects.requireNonNull(name);
    Objects.requireNonNull(label);
    Objects.requireNonNull(kind);
    if (max <= 0) {
      throw new IllegalArgumentException(name + " has no maximum");
    }
    if (kind == FieldKind.LIST == fields.isEmpty()) {
      throw new IllegalArgumentException(name + ": a list, and only a list, has fields");
    }
    fields = List.copyOf(fields);
  }

  static List<TemplateField> listOf(JsonArray fields) {
    return fields.stream().map(JsonObject.class::cast).map(TemplateField::of).toList();
  }

  private static TemplateField of(JsonObject json) {
    FieldKind kind = FieldKind.of(json.getString("kind"));
    return new TemplateField(
        json.getString("name"),
        json.getString("label"),
        kind,
        json.getBoolean("required", false),
        json.getInteger("max", kind.text() ? 200 : kind == FieldKind.LIST ? 50 : 1 << 20),
        listOf(json.getJsonArray("fields", new JsonArray())));
  }
}
