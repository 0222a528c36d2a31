package org.yilian.identity;

import io.vertx.core.json.JsonObject;

/** A place that a city is divided into. Its code begins with the code of whatever holds it. */
public record Area(String code, String name) {
  public Area {
    if (AreaLevel.ofCode(code).isEmpty()) {
      throw new IllegalArgumentException("no area has the code " + code);
    }
  }

  public AreaLevel level() {
    return AreaLevel.ofCode(code).orElseThrow();
  }

  public JsonObject toJson() {
    return new JsonObject().put("code", code).put("name", name).put("level", level().name());
  }
}
