package org.yilian.documents;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yilian.kernel.Field;
import org.yilian.kernel.Refusal;

/** Values of a template as JSON writes them, in the types in which templates take them. */
final class TemplateSample {
  private final List<Field> faults = new ArrayList<>();

  private TemplateSample() {}

  /**
   * Reads them by the kinds of their fields; what has no field is kept for the check to name.
   *
   * @throws Refusal 400 naming every value that is not of its field's kind
   */
  static Map<String, Object> read(List<TemplateField> fields, JsonObject json) {
    TemplateSample sample = new TemplateSample();
    Map<String, Object> values = sample.record("", fields, json);
    if (!sample.faults.isEmpty()) {
      throw Refusal.fields(sample.faults);
    }
    return values;
  }

  private Map<String, Object> record(String path, List<TemplateField> fields, JsonObject json) {
    Map<String, Object> values = new LinkedHashMap<>(json.getMap());
    for (TemplateField field : fields) {
      Object value = json.getValue(field.name());
      if (value != null) {
        values.put(field.name(), value(path + field.name(), field, value));
      }
    }
    return values;
  }

  private Object value(String path, TemplateField field, Object value) {
    try {
      return switch (field.kind()) {
        case TEXT, NAME, LINES -> (String) value;
        case DAY -> LocalDate.parse((String) value);
        case MOMENT -> Instant.parse((String) value);
        case FLAG -> (Boolean) value;
        case PICTURE -> Base64.getDecoder().decode((String) value);
        case LIST -> list(path, field, (JsonArray) value);
      };
    } catch (ClassCastException | DateTimeParseException | IllegalArgumentException e) {
      faults.add(new Field(path, field.label() + "的写法不对。"));
      return null;
    }
  }

  private List<Object> list(String path, TemplateField field, JsonArray items) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      values.add(record(path + "[" + i + "].", field.fields(), items.getJsonObject(i)));
    }
    return values;
  }
}
