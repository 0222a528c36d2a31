package org.yilian.kernel;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a JSON body field by field and gathers every fault, so that a caller hears of all of them
 * at once. Read all fields, then call {@link #check()}; a faulty field reads as null until then.
 */
public final class Form {
  private final JsonObject body;
  private final String path;
  private final List<Field> faults;
  private final boolean[] invalidText;

  private Form(JsonObject body, String path, List<Field> faults, boolean[] invalidText) {
    this.body = body;
    this.path = path;
    this.faults = faults;
    this.invalidText = invalidText;
  }

  public static Form of(JsonObject body) {
    return new Form(body == null ? new JsonObject() : body, "", new ArrayList<>(), new boolean[1]);
  }

  /** Names a fault of the field of this form. */
  public void fault(String name, String reason) {
    faults.add(new Field(path + name, reason));
  }

  /** Throws the refusal that names every fault, if there is one. */
  public void check() {
    if (invalidText[0]) {
      throw Refusal.bad(
          "invalid-text", faults.isEmpty() ? "text" : faults.get(0).name(), "含有无法保存的字符，请删去后重试。");
    }
    if (!faults.isEmpty()) {
      throw Refusal.fields(faults);
    }
  }

  /** Every text that came in, whichever field it stands in. */
  public String words() {
    StringBuilder words = new StringBuilder();
    gather(body, words);
    return words.toString();
  }

  private static void gather(Object value, StringBuilder words) {
    if (value instanceof String) {
      words.append(value).append('\n');
    } else if (value instanceof JsonObject) {
      ((JsonObject) value).forEach(field -> gather(field.getValue(), words));
    } else if (value instanceof JsonArray) {
      ((JsonArray) value).forEach(one -> gather(one, words));
    }
  }

  public boolean has(String name) {
    return body.getValue(name) != null;
  }

  /** Text of 1 to {@code max} characters that must be there. */
  public String text(String name, int max) {
    String value = optionalText(name, max);
    if (value == null && !faulty(name)) {
      fault(name, "请填写这一项。");
    }
    return value;
  }

  /** Text of at most {@code max} characters, or null; blank counts as absent. */
  public String optionalText(String name, int max) {
    Object value = body.getValue(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String)) {
      fault(name, "应为文字。");
      return null;
    }
    return checkedText(name, (String) value, max);
  }

  private String checkedText(String name, String text, int max) {
    if (!Characters.storable(text)) {
      fault(name, "含有无法保存的字符，请删去后重试。");
      invalidText[0] = true;
      return null;
    }
    if (text.codePointCount(0, text.length()) > max) {
      fault(name, "最多 " + max + " 个字。");
      return null;
    }
    return text.isBlank() ? null : text;
  }

  /** One word of an enumeration, or null when absent. */
  public <E extends Enum<E>> E optionalWord(String name, Class<E> type) {
    Object value = body.getValue(name);
    if (value == null) {
      return null;
    }
    for (E word : type.getEnumConstants()) {
      if (word.name().equals(value)) {
        return word;
      }
    }
    fault(name, "应为以下之一：" + String.join("、", names(type)) + "。");
    return null;
  }

  /** One word of an enumeration that must be there. */
  public <E extends Enum<E>> E word(String name, Class<E> type) {
    E value = optionalWord(name, type);
    if (value == null && !faulty(name)) {
      fault(name, "应为以下之一：" + String.join("、", names(type)) + "。");
    }
    return value;
  }

  public Boolean optionalFlag(String name) {
    return typed(name, Boolean.class, "应为 true 或 false。");
  }

  /** True or false that must be there: nothing is ever assumed to be ticked. */
  public Boolean flag(String name) {
    Boolean value = optionalFlag(name);
    if (value == null && !faulty(name)) {
      fault(name, "请明确选择是或否。");
    }
    return value;
  }

  /** A whole number within bounds, or null. */
  public Long optionalNumber(String name, long min, long max) {
    Object value = body.getValue(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Integer || value instanceof Long)) {
      fault(name, "应为整数。");
      return null;
    }
    long number = ((Number) value).longValue();
    if (number < min || number > max) {
      fault(name, "应在 " + min + " 到 " + max + " 之间。");
      return null;
    }
    return number;
  }

  public Long number(String name, long min, long max) {
    Long value = optionalNumber(name, min, max);
    if (value == null && !faulty(name)) {
      fault(name, "请填写这一项。");
    }
    return value;
  }

  /** A number within bounds that need not be whole, or null. */
  public Double optionalDecimal(String name, double min, double max) {
    Object value = body.getValue(name);
    if (value == null) {
      return null;
    }
    double number = value instanceof Number ? ((Number) value).doubleValue() : Double.NaN;
    if (!(number >= min && number <= max)) {
      fault(name, "应为 " + min + " 到 " + max + " 之间的数。");
      return null;
    }
    return number;
  }

  /** An ISO 8601 date, or null. */
  public LocalDate optionalDate(String name) {
    return parsed(name, LocalDate::parse, "日期应写作 2026-08-27 这样。");
  }

  /** An RFC 3339 instant, or null. */
  public Instant optionalInstant(String name) {
    return parsed(name, Instant::parse, "时间应写作 2026-08-27T09:00:00Z 这样。");
  }

  /** A well-formed hash that must be there. */
  public String hash(String name) {
    String value = text(name, 80);
    if (value != null && !Hash.wellFormed(value)) {
      fault(name, "应为 sha256: 加 64 位小写十六进制。");
      return null;
    }
    return value;
  }

  /** A nested object, or an empty one; its faults are gathered here, under its path. */
  public Form object(String name) {
    JsonObject nested = typed(name, JsonObject.class, "应为对象。");
    return new Form(
        nested == null ? new JsonObject() : nested, path + name + ".", faults, invalidText);
  }

  /** A list of objects of at most {@code max}, each read by the reader. */
  public <T> List<T> objects(String name, int max, Function<Form, T> reader) {
    List<T> items = new ArrayList<>();
    JsonArray array = array(name, max);
    for (int i = 0; i < array.size(); i++) {
      if (array.getValue(i) instanceof JsonObject) {
        String at = path + name + "[" + i + "].";
        items.add(reader.apply(new Form(array.getJsonObject(i), at, faults, invalidText)));
      } else {
        fault(name + "[" + i + "]", "应为对象。");
      }
    }
    return items;
  }

  /** A list of texts, each of at most {@code maxLength} characters. */
  public List<String> texts(String name, int max, int maxLength) {
    List<String> items = new ArrayList<>();
    JsonArray array = array(name, max);
    for (int i = 0; i < array.size(); i++) {
      String at = name + "[" + i + "]";
      String text =
          array.getValue(i) instanceof String
              ? checkedText(at, array.getString(i), maxLength)
              : null;
      if (text != null) {
        items.add(text);
      } else if (!faulty(at)) {
        fault(at, "应为文字。");
      }
    }
    return items;
  }

  /** The list as it is, empty when absent. */
  public JsonArray array(String name, int max) {
    JsonArray array = typed(name, JsonArray.class, "应为列表。");
    if (array != null && array.size() > max) {
      fault(name, "最多 " + max + " 项。");
      return new JsonArray();
    }
    return array == null ? new JsonArray() : array;
  }

  private <T> T typed(String name, Class<T> type, String reason) {
    Object value = body.getValue(name);
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    }
    fault(name, reason);
    return null;
  }

  private <T> T parsed(String name, Function<String, T> parser, String reason) {
    String value = optionalText(name, 40);
    try {
      return value == null ? null : parser.apply(value);
    } catch (DateTimeParseException e) {
      fault(name, reason);
      return null;
    }
  }

  private boolean faulty(String name) {
    String at = path + name;
    return faults.stream()
        .map(Field::name)
        .anyMatch(known -> known.equals(at) || known.startsWith(at + "["));
  }

  private static <E extends Enum<E>> List<String> names(Class<E> type) {
    List<String> names = new ArrayList<>();
    for (E word : type.getEnumConstants()) {
      names.add(word.name());
    }
    return names;
  }
}
