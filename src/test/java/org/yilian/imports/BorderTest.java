package org.yilian.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Borders as they are kept: closed, and no finer than anybody sees. */
class BorderTest {
  private static JsonArray circle(int points, double radius) {
    JsonArray ring = new JsonArray();
    for (int i = 0; i <= points; i++) {
      double angle = 2 * Math.PI * (i % points) / points;
      ring.add(JsonArray.of(106 + radius * Math.cos(angle), 29 + radius * Math.sin(angle)));
    }
    return ring;
  }

  private static JsonArray read(JsonArray... rings) throws Border.Faulty {
    JsonArray all = new JsonArray();
    for (JsonArray ring : rings) {
      all.add(ring);
    }
    return Border.read(JsonObject.of("type", "Polygon", "coordinates", all));
  }

  @Test
  void aFineBorderIsThinnedAndStaysClosed() throws Border.Faulty {
    JsonArray ring = read(circle(20_000, 0.5)).getJsonArray(0).getJsonArray(0);
    assertTrue(ring.size() > 30 && ring.size() < 300, ring.size() + " points");
    assertEquals(ring.getValue(0), ring.getValue(ring.size() - 1));
    for (Object point : ring) {
      JsonArray at = (JsonArray) point;
      double radius = Math.hypot(at.getDouble(0) - 106, at.getDouble(1) - 29);
      assertEquals(0.5, radius, 1e-4);
    }
  }

  @Test
  void aHoleThatNobodySeesIsLeftOutAndACornerIsNot() throws Border.Faulty {
    JsonArray square =
        new JsonArray("[[106,29],[106.5,29],[107,29],[107,30],[106,30],[106,29.5],[106,29]]");
    JsonArray kept = read(square, circle(40, 0.0002)).getJsonArray(0);
    assertEquals(
        "[[[106.0,29.0],[107.0,29.0],[107.0,30.0],[106.0,30.0],[106.0,29.0]]]", kept.encode());
  }

  @Test
  void tooManyPointsAreRefused() {
    assertThrows(Border.Faulty.class, () -> read(circle(50_001, 0.5)));
    assertThrows(Border.Faulty.class, () -> read(circle(30_000, 0.5), circle(30_000, 0.2)));
  }
}
