package org.yilian.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yilian.kernel.Field;
import org.yilian.kernel.Refusal;

/**
 * Holds values against the fields of a template and gathers every fault: what is missing, unknown,
 * too long, of another type, or written with a character that no font has.
 */
final class ValueCheck {
  private final Fonts fonts;
  private final List<Field> faults = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  ValueCheck(Fonts fonts) {
    this.fonts = fonts;
  }

  /**
   * The values with every absent field present as null, so that a template may ask for it.
   *
   * @throws Refusal 400 {@code invalid-fields} naming every fault
   */
  Map<String, Object> check(List<TemplateField> fields, Map<String, ?> values) {
    Map<String, Object> checked = record("", fields, values);
    if (!faults.isEmpty()) {
      throw Refusal.fields(faults);
    }
    return checked;
  }

  /** The names met while checking. */
  List<String> names() {
    return names;
  }

  private Map<String, Object> record(String path, List<TemplateField> fields, Map<?, ?> values) {
    Map<String, Object> checked = new LinkedHashMap<>();
    for (TemplateField field : fields) {
      checked.put(field.name(), value(path + field.name(), field, values.get(field.name())));
    }
    for (Object name : values.keySet()) {
      if (!checked.containsKey(name)) {
        fault(path + name, "模板没有这一项。");
      }
    }
    return checked;
  }

  private Object value(String path, TemplateField field, Object value) {
    if (value == null || value instanceof String text && text.isBlank()) {
      if (field.required()) {
        fault(path, "请填写" + field.label() + "。");
      }
      return field.kind() == FieldKind.FLAG ? Boolean.FALSE : null;
    }
    if (!field.kind().type().isInstance(value)) {
      fault(path, field.label() + "的类型不对。");
      return null;
    }
    return switch (field.kind()) {
      case TEXT, NAME, LINES -> text(path, field, (String) value);
      case PICTURE -> picture(path, field, (byte[]) value);
      case LIST -> list(path, field, (List<?>) value);
      case DAY, MOMENT, FLAG -> value;
    };
  }

  private String text(String path, TemplateField field, String text) {
    if (text.codePointCount(0, text.length()) > field.max()) {
      fault(path, field.label() + "最多 " + field.max() + " 个字。");
      return null; // whatever else it holds
    }
    fonts.missing(text).forEach(c -> fault(path, field.label() + NoGlyph.describe(c)));
    if (field.kind() == FieldKind.NAME) {
      names.add(text);
    }
    return text;
  }

  private byte[] picture(String path, TemplateField field, byte[] bytes) {
    if (bytes.length > field.max() || !Png.acceptable(bytes)) {
      fault(path, field.label() + "应为不太大的 PNG 图片。");
    }
    return bytes;
  }

  private List<Object> list(String path, TemplateField field, Collection<?> items) {
    List<Object> checked = new ArrayList<>();
    if (items.size() > field.max() || items.isEmpty() && field.required()) {
      fault(path, field.label() + "应有 1 到 " + field.max() + " 项。");
      return checked;
    }
    for (Object item : items) {
      String at = path + "[" + checked.size() + "]";
      if (item instanceof Map<?, ?> values) {
        checked.add(record(at + ".", field.fields(), values));
      } else {
        fault(at, field.label() + "的类型不对。");
        checked.add(null);
      }
    }
    return checked;
  }

  private void fault(String name, String reason) {
    faults.add(new Field(name, reason));
  }
}
