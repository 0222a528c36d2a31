package org.yilian;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilian.client.Actor;

/**
 * A city with one dispute at each of six places, reported by somebody who looks over nothing, and
 * the whole cast looking at them.
 */
final class AreaScene implements AutoCloseable {
  static final String MARK = "辖区规则核对";
  static final String CITY = "9900";
  static final String GRID = "990001001001001";
  static final String NEXT_GRID = "990001001001002";
  static final String NEXT_COMMUNITY = "990001001002";
  static final String NEXT_STREET = "990001002";
  static final String NEXT_DISTRICT = "990002001001001";
  static final List<String> PLACES =
      List.of(CITY, GRID, NEXT_GRID, NEXT_COMMUNITY, NEXT_STREET, NEXT_DISTRICT);

  /** Who looks, and at which places; written down here, not computed. */
  static final Map<String, Set<String>> SEES = new LinkedHashMap<>();

  static {
    SEES.put("wu", Set.of(GRID));
    SEES.put("jiang", Set.of(GRID, NEXT_GRID));
    SEES.put("zheng", Set.of(GRID, NEXT_GRID, NEXT_COMMUNITY));
    SEES.put("feng", Set.of(GRID, NEXT_GRID, NEXT_COMMUNITY, NEXT_STREET));
    SEES.put("hua", Set.of(GRID, NEXT_GRID, NEXT_COMMUNITY, NEXT_STREET));
    SEES.put("shi", Set.copyOf(PLACES));
    SEES.put("kong", Set.of(NEXT_DISTRICT));
    SEES.put("cao", Set.of(NEXT_DISTRICT));
    SEES.put("yan", Set.of(NEXT_DISTRICT));
    SEES.put("wang", Set.of(GRID, NEXT_GRID, NEXT_COMMUNITY));
    SEES.put("zhang", Set.of(GRID, NEXT_GRID, NEXT_COMMUNITY));
    SEES.put("fang", Set.of(NEXT_DISTRICT));
    for (String nobody :
        List.of(
            "shen", "han", "yang", "zhu", "li", "qian", "he", "xu", "zhao", "luo", "zhou", "lin")) {
      SEES.put(nobody, Set.of());
    }
    // The one that was handed to his department.
    SEES.put("you", Set.of(NEXT_STREET));
  }

  /** The area that somebody looks over, where he looks over one. */
  static final Map<String, String> OVERSEES =
      Map.of(
          "wu", GRID,
          "jiang", "990001001001",
          "zheng", "990001001",
          "feng", "990001",
          "hua", "990001",
          "shi", CITY,
          "kong", NEXT_DISTRICT,
          "cao", "990002001",
          "yan", "990002");

  private final TestServer server;
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();

  private AreaScene(TestServer server) {
    this.server = server;
    SEES.keySet().forEach(name -> actors.put(name, Actor.staff(server.port(), name)));
    Actor reporter = Actor.staff(server.port(), "sun");
    for (String place : PLACES) {
      ids.put(place, reporter.post("/disputes", report(place)).expect(201).id());
    }
    hand(id(NEXT_STREET), "demo-dept-labour");
  }

  static AreaScene start() {
    return new AreaScene(TestServer.start());
  }

  @Override
  public void close() {
    server.close();
  }

  TestServer server() {
    return server;
  }

  Actor actor(String name) {
    return actors.get(name);
  }

  /** The dispute of a place. */
  String id(String place) {
    return ids.get(place);
  }

  private static JsonObject report(String place) {
    return new JsonObject()
        .put("type", "NEIGHBOUR")
        .put("cause", MARK)
        .put("address", MARK + place)
        .put("source", "INITIATIVE")
        .put("handling", "SELF")
        .put("areaCode", place)
        .put("parties", JsonArray.of(JsonObject.of("side", "A", "name", "蒋核对演示")));
  }

  private void hand(String disputeId, String unitId) {
    JsonObject team = JsonObject.of("leadId", unitId, "reason", "由该单位办理");
    actor("feng").post("/disputes/" + disputeId + "/assignments", team).expect(204);
  }
}
