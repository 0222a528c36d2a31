package org.yilian.disputes;

import io.vertx.core.json.JsonObject;
import org.yilian.kernel.Form;

/**
 * What is asked before a divorce is mediated; null is what nobody has asked yet.
 *
 * @param pregnancy whether the wife is pregnant, gave birth within a year, or a pregnancy of hers
 *     ended within six months (民法典 1082)
 * @param soldier whether one of the two serves in the army (民法典 1081)
 */
public record Marriage(Boolean pregnancy, Boolean soldier) {
  public static final Marriage UNASKED = new Marriage(null, null);

  static Marriage read(Form form) {
    Form said = form.object("marriage");
    return new Marriage(said.optionalFlag("pregnancy"), said.optionalFlag("soldier"));
  }

  boolean asked() {
    return pregnancy != null || soldier != null;
  }

  /** A fault where it is said of another kind of dispute. */
  void mustFit(DisputeType type, Form form) {
    if (asked() && type != null && !type.family()) {
      form.fault("marriage", "只有婚姻家庭纠纷才登记这些情况。");
    }
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    if (pregnancy != null) {
      json.put("pregnancy", pregnancy);
    }
    return soldier == null ? json : json.put("soldier", soldier);
  }
}
