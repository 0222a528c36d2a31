package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** How risky a dispute is and which level deals with it. */
class LevelsIT extends LedgerTests {
  @Test
  void ofTwoWhoActAtOnceTheSecondIsTold() {
    String id = reported(grid, wages());
    int version = dispute(street, id).getInteger("version");
    JsonObject rated = JsonObject.of("risk", "LARGER", "reason", "现场情绪激动", "version", version);
    street.put("/disputes/" + id + "/risk", rated, 0).expect(204);
    Answer late =
        district
            .put("/disputes/" + id + "/risk", rated.copy().put("risk", "MAJOR"), 0)
            .expect(409, "changed-meanwhile");
    assertTrue(late.json().getString("detail").contains("郑值班"), late.text());
  }

  @Test
  void whatIsLoweredIsReviewedBySomebodyElseOfACentre() {
    String id = reported(grid, wages());
    district
        .put("/disputes/" + id + "/risk", JsonObject.of("risk", "MAJOR", "reason", "人多"), 0)
        .expect(204);
    JsonObject down = JsonObject.of("risk", "GENERAL", "reason", "已散去");
    assertEquals(
        List.of("reviewerId"),
        district.put("/disputes/" + id + "/risk", down, 0).expect(400).fields());
    for (String wrong : List.of(district.personId(), grid.personId(), staff("cao").personId())) {
      district
          .put("/disputes/" + id + "/risk", down.copy().put("reviewerId", wrong), 0)
          .expect(400);
    }
    district
        .put("/disputes/" + id + "/risk", down.put("reviewerId", street.personId()), 0)
        .expect(204);
    assertEquals("MAJOR", dispute(district, id).getString("risk"), "proposed, no more");
    assertEquals("GENERAL", story(district, id).getJsonObject("lowering").getString("to"));
    assertFalse(story(district, id).getJsonObject("may").getBoolean("review"));
    assertTrue(story(street, id).getJsonObject("may").getBoolean("review"));
    assertEquals(List.of("已散去"), waiting(street, id));
    assertEquals(List.of(), waiting(district, id));
    assertEquals(List.of(), waiting(staff("luo"), id));

    String path = "/disputes/" + id + "/lowering-decision";
    JsonObject yes = JsonObject.of("decision", "CONFIRMED");
    for (Actor outsider : List.of(district, grid, build, staff("cao"), staff("luo"))) {
      outsider.post(path, yes).expect(404);
    }
    JsonObject no = JsonObject.of("decision", "REFUSED");
    assertEquals(List.of("note"), street.post(path, no).expect(400).fields());
    street.post(path, JsonObject.of("decision", "REPLACED")).expect(400);
    street.post(path, no.put("note", "现场还有人")).expect(204);
    assertEquals("MAJOR", dispute(district, id).getString("risk"));
    assertFalse(story(district, id).containsKey("lowering"));
    assertEquals(List.of(), waiting(street, id));
    street.post(path, yes).expect(404);

    district.put("/disputes/" + id + "/risk", down, 0).expect(204);
    street.post(path, yes).expect(204);
    assertEquals("GENERAL", dispute(district, id).getString("risk"));
    JsonObject rated = lastFact(street, id);
    assertTrue(rated.getString("reviewer").startsWith("郑值班"), rated.encode());
    assertEquals("已散去", rated.getString("reason"));
  }

  private static List<String> waiting(Actor by, String id) {
    return objects(by.get("/lowerings").expect(200).items()).stream()
        .filter(one -> id.equals(one.getString("disputeId")))
        .map(one -> one.getString("reason"))
        .toList();
  }

  private static JsonObject lastFact(Actor by, String id) {
    List<JsonObject> facts = objects(story(by, id).getJsonArray("facts"));
    return facts.get(facts.size() - 1).getJsonObject("data");
  }

  /** What grew worse meanwhile is not lowered by a confirmation of what was before. */
  @Test
  void aProposalIsOvertakenByARaise() {
    String id = reported(grid, wages());
    String risk = "/disputes/" + id + "/risk";
    district.put(risk, JsonObject.of("risk", "LARGER", "reason", "人多"), 0).expect(204);
    JsonObject down = JsonObject.of("risk", "GENERAL", "reason", "已散去");
    district.put(risk, down.put("reviewerId", street.personId()), 0).expect(204);
    district.put(risk, JsonObject.of("risk", "MAJOR", "reason", "又聚起来"), 0).expect(204);
    assertFalse(story(street, id).getJsonObject("may").getBoolean("review"));
    assertEquals(List.of(), waiting(street, id));
    street
        .post("/disputes/" + id + "/lowering-decision", JsonObject.of("decision", "CONFIRMED"))
        .expect(409, "lowering-overtaken");
    assertEquals("MAJOR", dispute(district, id).getString("risk"));
  }

  /** Nobody rids himself of a clock by proposing something that nobody confirms. */
  @Test
  void aProposalStopsNoClock() {
    String id = reported(grid, wages());
    street.post("/disputes/" + id + "/raises", JsonObject.of("reason", "人多")).expect(204);
    JsonObject down = JsonObject.of("level", "STREET", "reason", "已平息");
    String path = "/disputes/" + id + "/level";
    district.put(path, down.put("reviewerId", street.personId()), 0).expect(204);
    centreIsLate(id);
    assertEquals("CITY", dispute(district, id).getString("level"));
  }

  @Test
  void aClockThatRunsOutRaisesByItself() {
    String id = reported(grid, wages());
    SERVER.sql(
        "update assignments set sign_by = sign_by - interval '2 days' where part = 'LEAD' and"
            + " dispute_id = '"
            + id
            + "'");
    await(office().clocks.sweep());
    assertEquals("DISTRICT", dispute(district, id).getString("level"));
    List<String> kinds = kinds(story(district, id));
    assertEquals(
        List.of("clock-ran-out", "dispute-raised"), kinds.subList(kinds.size() - 2, kinds.size()));
    await(office().clocks.sweep());
    assertEquals(kinds, kinds(story(district, id)), "one clock raises once");
  }

  private static boolean overdue(Actor by, String id) {
    String query = "/disputes?limit=100&overdue=true";
    return objects(by.get(query).expect(200).items()).stream()
        .anyMatch(one -> id.equals(one.getString("id")));
  }

  /** A centre that does nothing with what it was told of is no end of the way. */
  @Test
  void aCentreToWhichADisputeIsRaisedHasAClock() {
    String id = reported(grid, wages());
    SERVER.sql("update disputes set due_at = due_at + interval '9 days' where id = '" + id + "'");
    street.post("/disputes/" + id + "/raises", JsonObject.of("reason", "人多")).expect(204);
    Instant due = Instant.parse(dispute(district, id).getString("dueAt"));
    assertFalse(due.isAfter(Instant.now().plusSeconds(86_400)), "as long as a unit has");
    centreIsLate(id);
    assertEquals("CITY", dispute(district, id).getString("level"));
    List<String> kinds = kinds(story(district, id));
    assertEquals(
        List.of("clock-ran-out", "dispute-raised"), kinds.subList(kinds.size() - 2, kinds.size()));
    assertTrue(overdue(district, id));
    centreIsLate(id);
    List<String> told = kinds(story(district, id));
    assertEquals("clock-ran-out", told.get(told.size() - 1));
    centreIsLate(id);
    assertEquals(told, kinds(story(district, id)), "at the top it is told once");
    staff("cao").get("/disputes/" + id).expect(404);
  }

  @Test
  void aCentreThatActsHasNoClock() {
    String id = reported(grid, wages());
    String leadDue = dispute(grid, id).getString("dueAt");
    SERVER.sql("update disputes set due_at = due_at + interval '9 days' where id = '" + id + "'");
    street.post("/disputes/" + id + "/raises", JsonObject.of("reason", "人多")).expect(204);
    district.post("/disputes/" + id + "/urges", JsonObject.of("text", "请尽快")).expect(204);
    assertEquals(leadDue, dispute(district, id).getString("dueAt"));
    List<String> kinds = kinds(story(district, id));
    centreIsLate(id);
    assertEquals(kinds, kinds(story(district, id)));
  }

  private static List<String> reasons(Actor by, String id) {
    return objects(story(by, id).getJsonObject("points").getJsonArray("reasons")).stream()
        .map(one -> one.getString("text"))
        .toList();
  }

  @Test
  void pointsSayWhatTheyAreForAndDecideNothing() {
    JsonObject person = JsonObject.of("side", "A", "name", "葛演示", "phone", "19900004411");
    JsonObject report = wages().put("type", "MARRIAGE_FAMILY").put("parties", JsonArray.of(person));
    report.remove("peopleCount");
    String earlier = reported(grid, report.copy().put("description", "酒后打老婆"));
    assertTrue(dispute(grid, earlier).getString("alarm").startsWith("家暴"));
    String id = reported(grid, report.copy().put("cause", "孩子抚养争执").put("description", "扬言堵路"));
    assertEquals(
        List.of("提到未成年人：孩子", "可能影响公共秩序或引来媒体：堵路", "90 天内同一当事人另有 1 件纠纷", "同一当事人的纠纷里出现过家庭暴力"),
        reasons(street, id));
    assertEquals("MAJOR", story(street, id).getJsonObject("points").getString("suggested"));
    assertEquals("GENERAL", dispute(street, id).getString("risk"), "a person decides");
    SERVER.sql("update disputes set due_at = now() - interval '1 hour' where id = '" + id + "'");
    assertTrue(reasons(street, id).contains("已超过签收或办结时限"));
  }

  /** A number would tell of disputes of which the looker may know nothing. */
  @Test
  void otherDisputesOfThePeopleCountWhereTheyAreSeen() {
    JsonObject person = JsonObject.of("side", "A", "name", "柏演示", "phone", "19900004477");
    JsonObject report = wages().put("handling", "SELF").put("parties", JsonArray.of(person));
    JsonObject elsewhere = report.copy().put("areaCode", "990001002").put("description", "多次家暴");
    String other = district.post("/disputes", elsewhere).expect(201).id();
    String id = grid.post("/disputes", report).expect(201).id();
    street.get("/disputes/" + other).expect(404);
    assertEquals(List.of(), repeats(street, id));
    assertEquals(List.of("90 天内同一当事人另有 1 件纠纷", "同一当事人的纠纷里出现过家庭暴力"), repeats(district, id));
  }

  private static List<String> repeats(Actor by, String id) {
    return reasons(by, id).stream().filter(text -> text.contains("同一当事人")).toList();
  }

  @Test
  void aLevelIsLoweredByACentreWithANamedReviewer() {
    String id = reported(grid, wages());
    street.post("/disputes/" + id + "/raises", JsonObject.of("reason", "人多")).expect(204);
    assertFalse(story(street, id).getJsonObject("may").getBoolean("lower"), "raised above it");
    assertTrue(story(district, id).getJsonObject("may").getBoolean("lower"));
    JsonObject down = JsonObject.of("level", "STREET", "reason", "已平息");
    String path = "/disputes/" + id + "/level";
    assertEquals(List.of("reviewerId"), district.put(path, down, 0).expect(400).fields());
    JsonObject reviewed = down.copy().put("reviewerId", street.personId());
    staff("cao").put(path, reviewed, 0).expect(404);
    grid.put(path, reviewed, 0).expect(404);
    district.put(path, reviewed.copy().put("level", "CITY"), 0).expect(400);
    district.put(path, reviewed, 0).expect(204);
    assertEquals("DISTRICT", dispute(street, id).getString("level"));
    street
        .post("/disputes/" + id + "/lowering-decision", JsonObject.of("decision", "CONFIRMED"))
        .expect(204);
    assertEquals("STREET", dispute(street, id).getString("level"));
    JsonObject last = lastFact(street, id);
    assertTrue(last.getString("reviewer").startsWith("郑值班"), last.encode());
  }
}
