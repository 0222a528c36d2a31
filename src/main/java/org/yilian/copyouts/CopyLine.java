package org.yilian.copyouts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.yilian.kernel.Hash;

/**
 * One dispute as it is to be copied.
 *
 * @param values in the form's order
 * @param mark the last one, or null
 */
record CopyLine(
    String disputeId, String number, CopyForm form, List<String> values, CopyMark mark) {
  private static final int SHORT = 24;

  /** What is still to be done about it. */
  enum State {
    UNCOPIED,
    CHANGED,
    COPIED
  }

  CopyLine {
    values = List.copyOf(values);
  }

  static CopyLine of(CopyForm form, JsonObject matter, CopyMark mark) {
    List<String> values = form.fields().stream().map(field -> field.of(matter)).toList();
    return new CopyLine(matter.getString("id"), matter.getString("number"), form, values, mark);
  }

  /** A hash of each field with its dispute, by its label. */
  JsonObject digests() {
    JsonObject digests = new JsonObject();
    for (int i = 0; i < values.size(); i++) {
      digests.put(label(i), digest(i));
    }
    return digests;
  }

  private String label(int i) {
    return form.fields().get(i).label();
  }

  private String digest(int i) {
    return Hash.of(disputeId + '\0' + label(i) + '\0' + values.get(i)).hex().substring(0, SHORT);
  }

  /** Names exactly what stands here: whoever marks it says by this what he copied. */
  String token() {
    return Hash.of(digests().encode()).hex().substring(0, SHORT);
  }

  private boolean marked() {
    return mark != null && mark.digests() != null;
  }

  /** The labels of what differs from what was copied. */
  List<String> changed() {
    List<String> changed = new ArrayList<>();
    for (int i = 0; marked() && i < values.size(); i++) {
      if (!digest(i).equals(mark.digests().getString(label(i)))) {
        changed.add(label(i));
      }
    }
    return changed;
  }

  State state() {
    if (!marked()) {
      return State.UNCOPIED;
    }
    return changed().isEmpty() ? State.COPIED : State.CHANGED;
  }

  JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("disputeId", disputeId)
            .put("number", number)
            .put("values", new JsonArray(values))
            .put("state", state().name())
            .put("changed", new JsonArray(changed()))
            .put("token", token());
    return marked() ? json.put("copiedBy", mark.by()).put("copiedAt", mark.at().toString()) : json;
  }
}
