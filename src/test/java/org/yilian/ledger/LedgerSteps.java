package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.yilian.client.Actor;

/** What people do with disputes at whichever server, and what they read of them. */
abstract class LedgerSteps {
  static JsonObject wages() {
    return new JsonObject()
        .put("type", "MIGRANT_WAGE")
        .put("cause", "工地拖欠工资")
        .put("address", "演示区示例路工地")
        .put("description", "工地门口聚集了十余名工人")
        .put("source", "INITIATIVE")
        .put("peopleCount", 12)
        .put(
            "parties",
            JsonArray.of(
                JsonObject.of("side", "A", "description", "十余名工人"),
                JsonObject.of("side", "B", "kind", "ORGANISATION", "name", "演示施工有限公司")));
  }

  /** Reports and waits until the rules have handed it on. */
  static String reported(Actor by, JsonObject report) {
    String id = by.post("/disputes", report).expect(201).id();
    until(() -> !"REPORTED".equals(by.get("/disputes/" + id).json().getString("status")));
    return id;
  }

  static void until(BooleanSupplier done) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!done.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "did not come about");
      Thread.onSpinWait();
    }
  }

  static JsonObject dispute(Actor by, String id) {
    return by.get("/disputes/" + id).expect(200).json();
  }

  static JsonObject story(Actor by, String id) {
    return by.get("/disputes/" + id + "/story").expect(200).json();
  }

  static List<String> kinds(JsonObject story) {
    return objects(story.getJsonArray("facts")).stream().map(f -> f.getString("kind")).toList();
  }

  static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  static void sign(Actor unit, String disputeId) {
    String id = story(unit, disputeId).getJsonObject("may").getJsonArray("sign").getString(0);
    unit.post("/assignments/" + id + "/sign-for").expect(204);
  }

  static JsonObject round(String outcome) {
    JsonObject round =
        JsonObject.of(
            "mode", "ON_SITE", "place", "工地", "attendees", "工人代表、项目部、派出所", "minutes", "双方各自陈述");
    return switch (outcome) {
      case "FAILED" -> round.put("outcome", outcome).put("failure", "双方未谈拢，不欢而散");
      case "SETTLED" ->
          round.put("outcome", outcome).put("terms", "三日内付清").put("recoveredFen", 8000000);
      default -> round.put("outcome", outcome);
    };
  }

  static JsonObject followUp() {
    return JsonObject.of("manner", "PHONE", "visited", "工人代表")
        .put("performance", "WHOLE")
        .put("opinion", "钱已到账，没有别的要求");
  }

  static String unitId(Actor centre, String disputeId, String duty) {
    return objects(centre.get("/disputes/" + disputeId + "/units").expect(200).items()).stream()
        .filter(unit -> duty.equals(unit.getString("duty")))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }
}
