package org.yilian.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** Borders of areas, taken in from GeoJSON and shown on the map of whoever looks over them. */
class OutlinesIT extends ImportTests {
  private static final String NEAR = "990001001";
  private static final String FAR = "990001002";

  private final Actor district = Actor.staff(SERVER.port(), "feng");

  private static JsonArray square(double left, double bottom) {
    JsonArray ring = new JsonArray();
    double[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};
    for (double[] corner : corners) {
      ring.add(JsonArray.of(left + corner[0], bottom + corner[1]));
    }
    return JsonArray.of(ring);
  }

  private static JsonObject polygon(JsonArray rings) {
    return JsonObject.of("type", "Polygon", "coordinates", rings);
  }

  private static JsonObject feature(Object code, JsonObject geometry) {
    return JsonObject.of("type", "Feature", "properties", JsonObject.of("code", code))
        .put("geometry", geometry);
  }

  private static byte[] collection(JsonObject... features) {
    return JsonObject.of("type", "FeatureCollection", "features", new JsonArray(List.of(features)))
        .encode()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Answer draw(Actor by, byte[] file) {
    return by.upload("/area-outlines", "边界.geojson", "application/geo+json", file);
  }

  private Stream<JsonObject> parts() {
    return district.get("/area-map").expect(200).json().getJsonArray("parts").stream()
        .map(JsonObject.class::cast);
  }

  /** By its code: other imports may have added areas to the same server. */
  private JsonObject part(String code) {
    return parts().filter(part -> code.equals(part.getString("code"))).findFirst().orElseThrow();
  }

  private Set<String> drawn() {
    return parts()
        .filter(part -> part.containsKey("polygons"))
        .map(part -> part.getString("code"))
        .collect(Collectors.toSet());
  }

  @Test
  void bordersAreDrawnReplacedAndTakenAwayByWhoKeepsTheArea() {
    byte[] both =
        collection(
            feature(NEAR, polygon(square(106, 29))), feature(990001002, polygon(square(107, 29))));
    assertEquals(2, draw(admin, both).expect(200).json().getInteger("drawn"));
    assertEquals(Set.of(NEAR, FAR), drawn());
    JsonArray moved = JsonArray.of(square(106, 29), square(110, 31));
    JsonObject islands = JsonObject.of("type", "MultiPolygon", "coordinates", moved);
    draw(admin, collection(feature(NEAR, islands), feature(FAR, null))).expect(200);
    assertEquals(Set.of(NEAR), drawn());
    assertEquals(moved.encode(), part(NEAR).getJsonArray("polygons").encode());
    assertFalse(part(FAR).containsKey("polygons"), "what has no border is on the map too");
    for (String other : List.of("zheng", "feng", "cao", "wang", "sun")) {
      draw(Actor.staff(SERVER.port(), other), both).expect(404);
    }
    Actor.staff(SERVER.port(), "yan").get("/area-map?area=990001").expect(404);
    draw(admin, collection(feature(NEAR, null))).expect(200);
    assertEquals(Set.of(), drawn());
  }

  @Test
  void oneFaultAndNothingIsDrawn() {
    JsonArray open = square(106, 29);
    open.getJsonArray(0).remove(4);
    JsonArray outside = square(180, 89.5);
    JsonArray flat = JsonArray.of(JsonArray.of(at(1, 1), at(2, 2), at(3, 3), at(1, 1)));
    JsonArray words =
        JsonArray.of(JsonArray.of(at(1, 1), JsonArray.of("东", 2), at(3, 3), at(1, 1)));
    JsonObject point = JsonObject.of("type", "Point", "coordinates", at(1, 1));
    byte[] file =
        collection(
            feature(NEAR, polygon(square(106, 29))),
            feature(FAR, polygon(open)),
            feature("990001001001", polygon(outside)),
            feature("990001001002", polygon(flat)),
            feature("990001002001", polygon(words)),
            feature("990001001001001", point),
            feature("990002001", polygon(square(106, 29))),
            feature(NEAR, polygon(square(106, 29))),
            JsonObject.of("type", "Feature", "geometry", polygon(square(1, 1))),
            feature("990001001001002", polygon(new JsonArray())));
    JsonArray fields =
        draw(admin, file).expect(400, "invalid-fields").json().getJsonArray("fields");
    List<String> told = fields.stream().map(one -> ((JsonObject) one).getString("reason")).toList();
    List<String> wanted =
        List.of(
            "没有闭合",
            "应在 -180 到 180 之间",
            "围不出面积",
            "经度应为数字",
            "Polygon",
            "不在您的辖区内",
            "出现了两次",
            "没有区域代码",
            "坐标的层次不对");
    assertEquals(wanted.size(), told.size(), told.toString());
    for (int i = 0; i < wanted.size(); i++) {
      assertTrue(told.get(i).contains(wanted.get(i)), told.get(i));
    }
    assertEquals(Set.of(), drawn());
    byte[] unknown = collection(feature("990001009", polygon(square(106, 29))));
    assertTrue(draw(admin, unknown).expect(400).text().contains("没有这个区域"));
  }

  @Test
  void whatIsNoSuchFileIsRefused() {
    for (String text : List.of("不是", "[]", "{}", "{\"features\":[]}", "{\"features\":[1]}")) {
      draw(admin, text.getBytes(StandardCharsets.UTF_8)).expect(400, "invalid-fields");
    }
    admin.post("/area-outlines").expect(400);
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    draw(admin, ("{\"features\":" + deep + "}").getBytes(StandardCharsets.UTF_8)).expect(400);
    assertFalse(drawn().contains(FAR));
  }

  private static JsonArray at(double longitude, double latitude) {
    return JsonArray.of(longitude, latitude);
  }
}
