package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Answer;

/** What became of a dispute otherwise, and one act on many of them. */
class EscalationsIT extends LedgerTests {
  private static JsonObject said(String criminal, String homicide) {
    return JsonObject.of(
        "toCriminal", criminal, "toHomicide", homicide, "source", "派出所警情 2026-1 号");
  }

  private JsonObject counted(String what) {
    return district.get("/statistics?from=2020-01-01").expect(200).json().getJsonObject(what);
  }

  @Test
  void whatIsNotKnownIsNotNothing() {
    String id = reported(grid, wages());
    JsonObject before = counted("toCriminal");
    assertTrue(before.getInteger("unknown") > 0);
    String path = "/disputes/" + id + "/escalation";
    assertEquals(
        List.of("toCriminal", "toHomicide", "source"),
        street.put(path, new JsonObject(), 0).expect(400).fields());
    assertEquals(
        List.of("toHomicide"), street.put(path, said("NONE", "OCCURRED"), 0).expect(400).fields());
    grid.put(path, said("NONE", "NONE"), 0).expect(404);
    staff("cao").put(path, said("NONE", "NONE"), 0).expect(404);
    street.put(path, said("OCCURRED", "NONE"), 0).expect(204);
    JsonObject after = counted("toCriminal");
    assertEquals(before.getInteger("occurred") + 1, after.getInteger("occurred"));
    assertEquals(before.getInteger("unknown") - 1, after.getInteger("unknown"));
    JsonObject story = story(grid, id);
    assertEquals("OCCURRED", story.getJsonObject("escalation").getString("toCriminal"));
    List<String> kinds = kinds(story);
    assertEquals("escalation-told", kinds.get(kinds.size() - 1));
    assertFalse(story.getJsonObject("may").getBoolean("escalation"));
  }

  @Test
  void anAlarmIsCalmedAndAMergerUndoneWhereThePageSaysSo() {
    String id = reported(grid, wages().put("description", "有人扬言持刀闹事"));
    assertTrue(story(street, id).getJsonObject("may").getBoolean("calm"));
    assertFalse(story(build, id).getJsonObject("may").getBoolean("calm"));
    street
        .post("/disputes/" + id + "/alarm-dismissals", JsonObject.of("reason", "玩笑话，已核实"))
        .expect(204);
    assertFalse(story(street, id).getJsonObject("may").getBoolean("calm"));
    String other = reported(grid, wages());
    street
        .post("/disputes/" + other + "/merger", JsonObject.of("intoId", id, "reason", "同一件事"))
        .expect(204);
    assertTrue(story(street, other).getJsonObject("may").getBoolean("unmerge"));
    street
        .post("/disputes/" + other + "/merger-undoings", JsonObject.of("reason", "不是一件事"))
        .expect(204);
    assertFalse(story(street, other).getJsonObject("may").getBoolean("unmerge"));
  }

  @Test
  void oneActOnManyIsAnActOnEach() {
    String first = reported(grid, wages());
    String second = reported(grid, wages());
    street.put("/disputes/" + second + "/risk", risk(), 0).expect(204);
    JsonArray ids = JsonArray.of(first, second, "not-there");
    JsonObject urge = JsonObject.of("act", "URGE", "ids", ids, "text", "请尽快办理");
    Answer done = street.post("/dispute-acts", urge).expect(200);
    assertEquals(1, done.json().getInteger("done"));
    assertEquals(
        List.of("true", "raised-above-you", "not-found"),
        objects(done.items()).stream()
            .map(item -> item.getBoolean("done") ? "true" : item.getString("code"))
            .toList());
    String unit = unitId(street, first, "政务劳保岗");
    JsonObject hand = JsonObject.of("act", "HAND_ON", "ids", JsonArray.of(first), "leadId", unit);
    assertEquals(List.of("reason"), street.post("/dispute-acts", hand).expect(400).fields());
    street.post("/dispute-acts", hand.put("reason", "由劳保岗牵头")).expect(200);
    sign(labour, first);
    assertEquals(0, staff("cao").post("/dispute-acts", urge).json().getInteger("done"));
    street.post("/dispute-acts", JsonObject.of("act", "CLOSE")).expect(400);
  }

  private static JsonObject risk() {
    return JsonObject.of("risk", "LARGER", "reason", "聚集");
  }
}
