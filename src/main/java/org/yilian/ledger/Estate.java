package org.yilian.ledger;

import io.vertx.core.json.JsonObject;

/** A housing estate with the code on its poster. */
record Estate(String code, String name, String areaCode, String contactPhone, boolean retired) {
  JsonObject toJson() {
    JsonObject view =
        new JsonObject().put("code", code).put("name", name).put("areaCode", areaCode);
    if (retired) {
      view.put("retired", true);
    }
    return contactPhone == null ? view : view.put("contactPhone", contactPhone);
  }
}
