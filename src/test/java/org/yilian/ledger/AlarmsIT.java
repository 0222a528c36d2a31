package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;

/** A threat is one in whichever text somebody writes it. */
class AlarmsIT extends LedgerTests {
  private static final String THREAT = "对方当场扬言要持刀报复";

  private static JsonObject tourism() {
    return wages().put("type", "TOURISM").put("handling", "SELF");
  }

  private String kept() {
    return grid.post("/disputes", tourism()).expect(201).id();
  }

  private List<JsonObject> calls(String id) {
    return objects(story(grid, id).getJsonArray("assignments")).stream()
        .filter(one -> "演示派出所".equals(one.getString("organisation")))
        .toList();
  }

  private void heard(String id) {
    assertEquals("凶器（持刀）", dispute(grid, id).getString("alarm"));
    assertEquals(1, calls(id).size(), "called once");
    Instant handed = Instant.parse(calls(id).get(0).getString("handedAt"));
    assertEquals(handed.plusSeconds(1800), Instant.parse(calls(id).get(0).getString("signBy")));
    assertTrue(kinds(story(grid, id)).contains("alarm-heard"));
    assertNull(staff("luo").get("/disputes/" + id).json().getString("alarm"));
    staff("luo").get("/disputes/" + id).expect(404);
  }

  @Test
  void threatsUtteredInATalkCallThePoliceWhateverCameOfIt() {
    for (String outcome : List.of("FAILED", "ADJOURNED", "SETTLED")) {
      String id = kept();
      JsonObject talk = round(outcome).put("minutes", THREAT);
      grid.post("/disputes/" + id + "/rounds", talk).expect(201);
      heard(id);
      int failed = "FAILED".equals(outcome) ? 1 : 0;
      assertEquals(failed, dispute(grid, id).getInteger("failedRounds"), "and the talk counts");
    }
    String id = kept();
    JsonObject agreed = round("SETTLED").put("terms", "双方不再追究持刀一事");
    grid.post("/disputes/" + id + "/rounds", agreed).expect(201);
    heard(id);
    JsonObject asked = followUp().put("opinion", THREAT);
    grid.post("/disputes/" + id + "/follow-ups", asked).expect(204);
    heard(id);
  }

  @Test
  void aPlaceOfDailyLifeCallsNobody() {
    String id = kept();
    JsonObject talk = round("ADJOURNED").put("minutes", "双方约好明天在汽油站对面再谈");
    grid.post("/disputes/" + id + "/rounds", talk).expect(201);
    assertNull(dispute(grid, id).getString("alarm"));
    talk.put("minutes", "他拎着汽油站在门口");
    grid.post("/disputes/" + id + "/rounds", talk).expect(201);
    assertEquals("凶器（汽油）", dispute(grid, id).getString("alarm"));
  }

  @Test
  void whatAReportSaysOfASideIsHeard() {
    JsonObject side = JsonObject.of("side", "B", "description", "楼上302，" + THREAT);
    JsonObject report = tourism().put("parties", JsonArray.of(side));
    String id = grid.post("/disputes", report).expect(201).id();
    assertEquals("凶器（持刀）", dispute(grid, id).getString("alarm"));
    until(() -> calls(id).size() == 1);
  }

  @Test
  void whatIsSaidOfASideLaterIsHeard() {
    String id = kept();
    JsonObject side = JsonObject.of("side", "B", "description", THREAT);
    String party = grid.post("/disputes/" + id + "/parties", side).expect(201).id();
    heard(id);
    String other = kept();
    party = dispute(grid, other).getJsonArray("parties").getJsonObject(0).getString("id");
    JsonObject more = JsonObject.of("description", THREAT);
    staff("luo").patch("/disputes/" + other + "/parties/" + party, more).expect(404);
    assertNull(dispute(grid, other).getString("alarm"));
    grid.patch("/disputes/" + other + "/parties/" + party, more).expect(200);
    heard(other);
  }

  @Test
  void theOpenPageOfThePoliceHearsOfItAtOnce() throws Exception {
    String id = kept();
    Actor police = staff("zhang");
    String state = police.get("/assignments").expect(200).json().getString("state");
    CompletableFuture<Void> told = CompletableFuture.runAsync(() -> awaitTask(police, state, id));
    JsonObject side = JsonObject.of("side", "B", "description", THREAT);
    long begun = System.nanoTime();
    grid.post("/disputes/" + id + "/parties", side).expect(201);
    told.get(30, TimeUnit.SECONDS);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    assertTrue(seconds < 10, "not when the waiting ends: " + seconds);
  }

  /** As an open page does: what it hears first may be of another task that was on its way. */
  private static void awaitTask(Actor desk, String state, String disputeId) {
    JsonObject told = desk.get("/assignments?wait=20&state=" + state).expect(200).json();
    if (!told.encode().contains(disputeId)) {
      awaitTask(desk, told.getString("state"), disputeId);
    }
  }

  /** Who writes it to which page, of a dispute that the rules have handed on. */
  private record Writing(Actor by, String path, JsonObject said) {}

  @Test
  void reasonsAndNotesAreHeard() {
    JsonObject reason = JsonObject.of("reason", THREAT);
    for (Writing one :
        List.of(
            new Writing(street, "/raises", reason),
            new Writing(street, "/urges", JsonObject.of("text", THREAT)))) {
      String id = reported(grid, wages().put("type", "TOURISM"));
      one.by.post("/disputes/" + id + one.path, one.said).expect(204);
      heard(id);
    }
    String rated = kept();
    JsonObject up = JsonObject.of("risk", "LARGER", "reason", THREAT);
    street.put("/disputes/" + rated + "/risk", up, 0).expect(204);
    heard(rated);
    String returned = reported(grid, wages());
    String task = story(build, returned).getJsonObject("may").getJsonArray("sign").getString(0);
    build.post("/assignments/" + task + "/return", reason).expect(204);
    assertEquals("凶器（持刀）", dispute(grid, returned).getString("alarm"));
  }

  @Test
  void whatIsHeardAfterwardsIsHeardAndWhoeverJudgesItIsNot() {
    String id = kept();
    grid.post("/disputes/" + id + "/rounds", round("SETTLED")).expect(201);
    grid.post("/disputes/" + id + "/follow-ups", followUp().put("opinion", THREAT)).expect(204);
    heard(id);
    JsonObject calm = JsonObject.of("reason", "并没有人持刀，是玩笑话");
    street.post("/disputes/" + id + "/alarm-dismissals", calm).expect(204);
    assertNull(dispute(grid, id).getString("alarm"), "whoever judges it names the words");
    assertFalse(story(street, id).getJsonObject("may").getBoolean("calm"));
  }
}
