package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;

/** From a word at the door to the right people: handed on, signed for, given back, resolved. */
class HandingOnIT extends LedgerTests {
  @Test
  void theWageCaseOfTwoDays() {
    String id = reported(grid, wages());
    assertEquals("DISPATCHED", dispute(grid, id).getString("status"));
    List<JsonObject> hands = objects(story(street, id).getJsonArray("assignments"));
    assertEquals(
        "演示街道市政建管岗",
        hands.stream()
            .filter(one -> one.getString("part").equals("LEAD"))
            .findFirst()
            .orElseThrow()
            .getString("organisation"));
    assertEquals(
        Set.of("演示街道政务劳保岗", "演示派出所", "演示社区居民委员会"),
        hands.stream()
            .filter(one -> one.getString("part").equals("COOPERATE"))
            .map(one -> one.getString("organisation"))
            .collect(Collectors.toSet()));
    sign(build, id);
    sign(labour, id);
    build.post("/disputes/" + id + "/rounds", round("FAILED")).expect(201);
    assertEquals("SIGNED_FOR", dispute(grid, id).getString("status"));

    JsonObject larger = JsonObject.of("risk", "LARGER", "reason", "调解未成且有人员聚集");
    street.put("/disputes/" + id + "/risk", larger, 0).expect(204);
    assertEquals("DISTRICT", dispute(district, id).getString("level"));
    JsonObject toBureau =
        JsonObject.of(
            "leadId",
            unitId(district, id, "人力社保局"),
            "reason",
            "区级牵头",
            "cooperatingIds",
            JsonArray.of(unitId(district, id, "派出所")));
    street.post("/disputes/" + id + "/assignments", toBureau).expect(409, "raised-above-you");
    district.post("/disputes/" + id + "/assignments", toBureau).expect(204);
    sign(department, id);
    department.post("/disputes/" + id + "/rounds", round("SETTLED")).expect(201);

    JsonObject settled = dispute(district, id);
    assertEquals("SELF_RESOLVED", settled.getString("status"));
    assertEquals("DISTRICT", settled.getString("resolvedLevel"));
    assertEquals(8000000L, settled.getLong("recoveredFen"));
    assertFalse(settled.containsKey("dueAt"), "no clock of what is resolved");
    assertEquals(
        List.of(
            "dispute-reported",
            "dispute-handed-on",
            "assignment-signed",
            "assignment-signed",
            "round-held",
            "dispute-rated",
            "dispute-raised",
            "dispute-handed-on",
            "assignment-signed",
            "round-held"),
        kinds(story(street, id)));
    assertTrue(
        objects(department.get("/assignments").items()).stream()
            .noneMatch(task -> id.equals(task.getString("disputeId"))),
        "what is resolved is on nobody's list");
  }

  @Test
  void aUnitGivesBackOnceAndOnlyBeforeItSigns() {
    String id = reported(grid, wages());
    String task = story(build, id).getJsonObject("may").getJsonArray("sign").getString(0);
    build.post("/assignments/" + task + "/return").expect(400);
    build.post("/assignments/" + task + "/return", JsonObject.of("reason", "不属于本岗职责")).expect(204);
    build.get("/disputes/" + id).expect(404);
    assertEquals("RETURNED", dispute(street, id).getString("status"));
    JsonObject again = JsonObject.of("leadId", unitId(street, id, "市政建管岗"), "reason", "经核实由你岗牵头");
    street.post("/disputes/" + id + "/assignments", again).expect(204);
    String second = story(build, id).getJsonObject("may").getJsonArray("sign").getString(0);
    build
        .post("/assignments/" + second + "/return", JsonObject.of("reason", "仍不属于"))
        .expect(409, "returned-already");
    sign(build, id);
    build
        .post("/assignments/" + second + "/return", JsonObject.of("reason", "后悔了"))
        .expect(409, "wrong-state");
    labour.post("/assignments/" + second + "/sign-for").expect(404);
  }

  @Test
  void whoDealsWithItHimselfIsLeftAloneUntilHeAsksForHelp() {
    String id = grid.post("/disputes", wages().put("handling", "SELF")).expect(201).id();
    assertEquals("GRID", dispute(grid, id).getString("level"));
    grid.post("/disputes/" + id + "/rounds", round("ADJOURNED")).expect(201);
    grid.post("/disputes/" + id + "/help-requests", JsonObject.of("reason", "人太多，劝不住")).expect(204);
    until(() -> "DISPATCHED".equals(dispute(grid, id).getString("status")));
    grid.post("/disputes/" + id + "/help-requests", JsonObject.of("reason", "再来")).expect(409);
    String own = grid.post("/disputes", wages().put("handling", "SELF")).expect(201).id();
    grid.post("/disputes/" + own + "/rounds", round("SETTLED")).expect(201);
    assertEquals("GRID", dispute(grid, own).getString("resolvedLevel"));
    grid.post("/disputes/" + own + "/follow-ups", followUp()).expect(204);
    grid.post("/disputes/" + own + "/closing", JsonObject.of("note", "回访：已付清")).expect(204);
    assertEquals("CLOSED", dispute(grid, own).getString("status"));
  }

  /** Nobody takes down by another way what a named reviewer has to confirm. */
  @Test
  void noActButAReviewedLoweringTakesALevelDown() {
    String raised = grid.post("/disputes", wages().put("handling", "SELF")).expect(201).id();
    String raises = "/disputes/" + raised + "/raises";
    grid.post(raises, JsonObject.of("reason", "人多")).expect(204);
    assertEquals("STREET", dispute(grid, raised).getString("level"));
    street.post(raises, JsonObject.of("reason", "人更多")).expect(204);
    askForHelp(raised);
    assertEquals("DISTRICT", dispute(district, raised).getString("level"));
    sign(build, raised);
    centreIsLate(raised);
    assertEquals("CITY", dispute(district, raised).getString("level"), "its clock ran on");

    JsonObject quarrel = wages().put("type", "NEIGHBOUR").put("cause", "楼道堆物");
    String community = reported(grid, quarrel);
    assertEquals("COMMUNITY", dispute(street, community).getString("level"));
    street.post("/disputes/" + community + "/raises", JsonObject.of("reason", "劝不住")).expect(204);
    JsonObject back = JsonObject.of("leadId", unitId(street, community, "社区"), "reason", "先劝");
    street.post("/disputes/" + community + "/assignments", back).expect(204);
    assertEquals("STREET", dispute(street, community).getString("level"));
    String alone = grid.post("/disputes", quarrel.put("handling", "SELF")).expect(201).id();
    grid.post("/disputes/" + alone + "/raises", JsonObject.of("reason", "劝不住")).expect(204);
    askForHelp(alone);
    assertEquals("STREET", dispute(street, alone).getString("level"));
  }

  private void askForHelp(String id) {
    grid.post("/disputes/" + id + "/help-requests", JsonObject.of("reason", "劝不住")).expect(204);
    until(() -> "DISPATCHED".equals(dispute(grid, id).getString("status")));
  }

  @Test
  void wordsOfViolenceCallThePoliceAtOnce() {
    JsonObject report = wages().put("handling", "SELF").put("description", "有人扬言持刀闹事");
    String id = grid.post("/disputes", report).expect(201).id();
    assertEquals("凶器（持刀）", dispute(grid, id).getString("alarm"));
    until(
        () ->
            objects(staff("zhang").get("/assignments").items()).stream()
                .anyMatch(task -> id.equals(task.getString("disputeId"))));
    district.post("/disputes/" + id + "/alarm-dismissals").expect(400);
  }

  private static List<String> suggested(Actor centre, String id) {
    return objects(centre.get("/disputes/" + id + "/units").expect(200).items()).stream()
        .filter(unit -> Boolean.TRUE.equals(unit.getBoolean("suggested")))
        .map(unit -> unit.getString("name"))
        .toList();
  }

  /** The rules name who leads at a street and who from the district on; a person chooses. */
  @Test
  void theRulesSuggestWhoLeadsAtEachLevel() {
    String wages = reported(grid, wages());
    assertEquals(List.of("演示街道市政建管岗"), suggested(street, wages));
    assertEquals(List.of("演示区人力社保局"), suggested(district, wages));
    String medical = reported(grid, wages().put("type", "MEDICAL"));
    assertEquals(List.of("演示街道司法所"), suggested(street, medical), "stands in for it");
    assertEquals(List.of(), suggested(district, medical), "no such department there");
    grid.get("/disputes/" + wages + "/units").expect(404);
  }

  /** What a list does not hold is not kept silent. */
  @Test
  void tasksThatAreNotListedAreCounted() {
    String id = reported(grid, wages());
    assertFalse(build.get("/assignments").expect(200).json().containsKey("more"));
    SERVER.sql(
        "insert into assignments (id, dispute_id, ordinal, organisation_id, part, status, level,"
            + " handed_by, handed_at, sign_by, handle_by) select 'many' || n, a.dispute_id,"
            + " a.ordinal, a.organisation_id, 'COOPERATE', 'OFFERED', a.level, 'test', now(),"
            + " now() + interval '9 days', now() + interval '9 days'"
            + " from assignments a, generate_series(1, 520) n"
            + " where a.part = 'LEAD' and a.dispute_id = '"
            + id
            + "'");
    JsonObject page = build.get("/assignments").expect(200).json();
    assertEquals(500, page.getJsonArray("items").size());
    assertTrue(page.getInteger("more") >= 21, page.getInteger("more").toString());
    SERVER.sql("delete from assignments where id like 'many%'");
    assertFalse(build.get("/assignments").expect(200).json().containsKey("more"));
  }
}
