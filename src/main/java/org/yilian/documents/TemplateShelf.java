package org.yilian.documents;

import io.pebbletemplates.pebble.error.PebbleException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yilian.kernel.Refusal;

/** Reads what stands beside a template: its fields, and a sample of their values. */
final class TemplateShelf {
  private static final String COMMON = "common.fields.json";

  private final TemplateFolder files;
  private final JsonObject common;

  TemplateShelf(TemplateFolder files) {
    this.files = files;
    this.common = json(COMMON);
  }

  /** A template with its fields; {@code {"use": "people"}} stands for fields that many share. */
  Template template(String name) {
    JsonObject declared = json(name + ".fields.json");
    JsonArray fields = new JsonArray();
    for (Object field : declared.getJsonArray("fields")) {
      JsonObject one = (JsonObject) field;
      Object shared = one.containsKey("use") ? common.getValue(one.getString("use")) : one;
      if (shared instanceof JsonArray all) {
        fields.addAll(all);
      } else if (shared != null) {
        fields.add(shared);
      } else {
        throw new IllegalArgumentException("no shared field " + one.getString("use"));
      }
    }
    return Template.of(name, declared.copy().put("fields", fields));
  }

  /** The names of those that ship with the program, in the order in which people look for them. */
  List<String> index() {
    List<String> names = new ArrayList<>();
    for (Object group : json("index.json").getJsonArray("groups")) {
      ((JsonObject) group).getJsonArray("names").forEach(name -> names.add((String) name));
    }
    return List.copyOf(names);
  }

  /** The sample values of a template, where it has some. */
  Optional<JsonObject> sample(String name) {
    String file = name + ".sample.json";
    return files.resourceExists(file) ? Optional.of(json(file)) : Optional.empty();
  }

  private JsonObject json(String file) {
    try (InputStream in = files.open(file)) {
      return new JsonObject(Buffer.buffer(in.readAllBytes()));
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (DecodeException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** Why a template cannot be used, with file and line where they are known. */
  static String reason(RuntimeException fault) {
    if (fault instanceof Refusal refused) {
      return "sample: "
          + refused.fields().stream()
              .map(field -> field.name() + " " + field.reason())
              .collect(Collectors.joining("; "));
    }
    return fault instanceof PebbleException at && at.getLineNumber() != null
        ? at.getFileName() + " line " + at.getLineNumber() + ": " + at.getPebbleMessage()
        : String.valueOf(fault.getMessage());
  }
}
