package org.yilian.imports;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the geometry of a GeoJSON feature (RFC 7946): a Polygon or a MultiPolygon of closed rings
 * on the globe. What is read is thinned to what a screen can show.
 */
final class Border {
  private static final int MOST_POLYGONS = 500;
  private static final int MOST_RINGS = 100;
  private static final int MOST_POSITIONS = 50_000;
  private static final int SMALLEST_RING = 4;

  private int positions;

  private Border() {}

  /** What is wrong with a geometry, in Chinese, for whoever handed the file in. */
  static final class Faulty extends Exception {
    private static final long serialVersionUID = 1L;

    Faulty(String reason) {
      super(reason, null, false, false);
    }
  }

  /** Its polygons as rings of {@code [longitude, latitude]}. */
  static JsonArray read(JsonObject geometry) throws Faulty {
    Object coordinates = geometry.getValue("coordinates");
    boolean one = "Polygon".equals(geometry.getValue("type"));
    if (!one && !"MultiPolygon".equals(geometry.getValue("type"))) {
      throw new Faulty("边界应为 Polygon 或 MultiPolygon。");
    }
    if (!(coordinates instanceof JsonArray)) {
      throw new Faulty("没有坐标（coordinates）。");
    }
    JsonArray given = (JsonArray) coordinates;
    List<List<double[][]>> polygons = new Border().polygons(one ? JsonArray.of(given) : given);
    return Thinning.of(polygons);
  }

  private List<List<double[][]>> polygons(JsonArray given) throws Faulty {
    List<List<double[][]>> polygons = new ArrayList<>();
    for (Object polygon : some(given, MOST_POLYGONS, "面")) {
      List<double[][]> rings = new ArrayList<>();
      for (Object ring : some(polygon, MOST_RINGS, "环")) {
        rings.add(ring(ring));
      }
      polygons.add(rings);
    }
    return polygons;
  }

  private static JsonArray some(Object value, int most, String what) throws Faulty {
    if (!(value instanceof JsonArray) || ((JsonArray) value).isEmpty()) {
      throw new Faulty("坐标的层次不对，缺少" + what + "。");
    }
    if (((JsonArray) value).size() > most) {
      throw new Faulty(what + "太多，最多 " + most + " 个。");
    }
    return (JsonArray) value;
  }

  private double[][] ring(Object value) throws Faulty {
    JsonArray given = some(value, MOST_POSITIONS, "点");
    positions += given.size();
    if (positions > MOST_POSITIONS) {
      throw new Faulty("点太多，最多 " + MOST_POSITIONS + " 个，请先简化边界。");
    }
    if (given.size() < SMALLEST_RING) {
      throw new Faulty("一个环至少要有 4 个点，首尾相同。");
    }
    double[][] ring = new double[given.size()][];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = position(given.getValue(i));
    }
    double[] last = ring[ring.length - 1];
    if (ring[0][0] != last[0] || ring[0][1] != last[1]) {
      throw new Faulty("边界没有闭合：每个环的最后一个点应与第一个点相同。");
    }
    if (area(ring) == 0) {
      throw new Faulty("有一个环围不出面积。");
    }
    return ring;
  }

  private static double[] position(Object value) throws Faulty {
    if (!(value instanceof JsonArray) || ((JsonArray) value).size() < 2) {
      throw new Faulty("每个点应写作 [经度, 纬度]。");
    }
    double longitude = degrees(((JsonArray) value).getValue(0), 180, "经度");
    double latitude = degrees(((JsonArray) value).getValue(1), 90, "纬度");
    return new double[] {longitude, latitude};
  }

  private static double degrees(Object value, int most, String what) throws Faulty {
    if (!(value instanceof Number)) {
      throw new Faulty(what + "应为数字。");
    }
    double degrees = ((Number) value).doubleValue();
    if (!(Math.abs(degrees) <= most)) {
      throw new Faulty(what + "应在 -" + most + " 到 " + most + " 之间。");
    }
    return degrees;
  }

  private static double area(double[][] ring) {
    double twice = 0;
    for (int i = 0; i + 1 < ring.length; i++) {
      twice += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    }
    return twice / 2;
  }
}
