package org.yilian.identity;

import io.vertx.core.json.JsonArray;

/**
 * The border of an area.
 *
 * @param polygons each a list of rings, the outer one first; each ring a list of {@code [longitude,
 *     latitude]} in degrees, the last the same as the first
 */
public record Outline(String areaCode, JsonArray polygons) {
  public Outline {
    polygons = polygons.copy();
  }

  @Override
  public JsonArray polygons() {
    return polygons.copy();
  }
}
