package org.yilian.documents;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/**
 * A kind of document that can be made.
 *
 * @param name the file's name in the templates folder, such as {@code mediation-certificate}
 * @param title what people call it, in Chinese
 */
public record Template(String name, String title, List<TemplateField> fields) {
  public Template {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    fields = List.copyOf(fields);
  }

  static Template of(String name, JsonObject json) {
    return new Template(
        name, json.getString("title"), TemplateField.listOf(json.getJsonArray("fields")));
  }
}
