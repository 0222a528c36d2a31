package org.yilian.copyouts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.yilian.kernel.Bundled;
import org.yilian.kernel.Form;

/**
 * The form of another platform: its fields in its own order.
 *
 * @param areaCode where it has to be fed, and below; empty for the one that comes with the program
 * @param version 0 for that one
 */
record CopyForm(String id, int version, String areaCode, String name, List<CopyField> fields) {
  static final CopyForm BUNDLED = bundled();
  private static final int MOST_FIELDS = 80;

  CopyForm {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    fields = List.copyOf(fields);
  }

  private static CopyForm bundled() {
    Form form = Form.of(new JsonObject(Bundled.text("copyouts/ledger.json")));
    List<CopyField> fields = fields(form);
    String name = form.text("name", 60);
    form.check();
    return new CopyForm("ledger", 0, "", name, fields);
  }

  /** The fields that a form names, each label once. */
  static List<CopyField> fields(Form form) {
    List<CopyField> fields = form.objects("fields", MOST_FIELDS, CopyField::read);
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < fields.size(); i++) {
      CopyField field = fields.get(i);
      if (field != null && !labels.add(field.label())) {
        form.fault("fields[" + i + "].label", "已有同名的一项。");
      }
    }
    if (fields.isEmpty()) {
      form.fault("fields", "至少要有一项。");
    }
    return fields.contains(null) ? List.of() : fields;
  }

  JsonArray fieldsJson() {
    JsonArray all = new JsonArray();
    fields.forEach(field -> all.add(field.toJson()));
    return all;
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("version", version)
        .put("areaCode", areaCode)
        .put("name", name)
        .put("fields", fieldsJson());
  }
}
