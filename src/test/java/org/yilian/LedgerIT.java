package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** From a word at the door to the right people: handing on, signing for, raising, resolving. */
class LedgerIT {
  private static TestServer server;
  private static Actor grid;
  private static Actor street;
  private static Actor district;
  private static Actor build;
  private static Actor labour;
  private static Actor department;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    grid = staff("wu");
    street = staff("zheng");
    district = staff("feng");
    build = staff("shen");
    labour = staff("han");
    department = staff("you");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Actor staff(String username) {
    return Actor.staff(server.port(), username);
  }

  private static JsonObject wages() {
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
  private static String reported(Actor by, JsonObject report) {
    String id = by.post("/disputes", report).expect(201).id();
    await(() -> !"REPORTED".equals(by.get("/disputes/" + id).json().getString("status")));
    return id;
  }

  private static void await(java.util.function.BooleanSupplier done) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!done.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "did not come about");
      Thread.onSpinWait();
    }
  }

  private static JsonObject dispute(Actor by, String id) {
    return by.get("/disputes/" + id).expect(200).json();
  }

  private static JsonObject story(Actor by, String id) {
    return by.get("/disputes/" + id + "/story").expect(200).json();
  }

  private static List<String> kinds(JsonObject story) {
    return objects(story.getJsonArray("facts")).stream().map(f -> f.getString("kind")).toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static void sign(Actor unit, String disputeId) {
    String id = story(unit, disputeId).getJsonObject("may").getJsonArray("sign").getString(0);
    unit.post("/assignments/" + id + "/sign-for").expect(204);
  }

  private static JsonObject round(String outcome) {
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

  private static String unitId(Actor centre, String disputeId, String duty) {
    return objects(centre.get("/disputes/" + disputeId + "/units").expect(200).items()).stream()
        .filter(unit -> duty.equals(unit.getString("duty")))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

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
    assertEquals("GENERAL", dispute(district, id).getString("risk"));
  }

  @Test
  void aClockThatRunsOutRaisesByItself() {
    String id = reported(grid, wages());
    server.sql(
        "update assignments set sign_by = sign_by - interval '2 days' where part = 'LEAD' and"
            + " dispute_id = '"
            + id
            + "'");
    server
        .server()
        .features()
        .disputes
        .office
        .clocks
        .sweep()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    assertEquals("DISTRICT", dispute(district, id).getString("level"));
    List<String> kinds = kinds(story(district, id));
    assertEquals(
        List.of("clock-ran-out", "dispute-raised"), kinds.subList(kinds.size() - 2, kinds.size()));
    server
        .server()
        .features()
        .disputes
        .office
        .clocks
        .sweep()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    assertEquals(kinds, kinds(story(district, id)), "one clock raises once");
  }

  @Test
  void whoDealsWithItHimselfIsLeftAloneUntilHeAsksForHelp() {
    String id = grid.post("/disputes", wages().put("handling", "SELF")).expect(201).id();
    assertEquals("GRID", dispute(grid, id).getString("level"));
    grid.post("/disputes/" + id + "/rounds", round("ADJOURNED")).expect(201);
    grid.post("/disputes/" + id + "/help-requests", JsonObject.of("reason", "人太多，劝不住")).expect(204);
    await(() -> "DISPATCHED".equals(dispute(grid, id).getString("status")));
    grid.post("/disputes/" + id + "/help-requests", JsonObject.of("reason", "再来")).expect(409);
    String own = grid.post("/disputes", wages().put("handling", "SELF")).expect(201).id();
    grid.post("/disputes/" + own + "/rounds", round("SETTLED")).expect(201);
    assertEquals("GRID", dispute(grid, own).getString("resolvedLevel"));
    grid.post("/disputes/" + own + "/closing", JsonObject.of("note", "回访：已付清")).expect(204);
    assertEquals("CLOSED", dispute(grid, own).getString("status"));
  }

  @Test
  void wordsOfViolenceCallThePoliceAtOnce() {
    JsonObject report = wages().put("handling", "SELF").put("description", "有人扬言持刀闹事");
    String id = grid.post("/disputes", report).expect(201).id();
    assertEquals("凶器（持刀）", dispute(grid, id).getString("alarm"));
    await(
        () ->
            objects(staff("zhang").get("/assignments").items()).stream()
                .anyMatch(task -> id.equals(task.getString("disputeId"))));
    district.post("/disputes/" + id + "/alarm-dismissals").expect(400);
  }

  @Test
  void aReportThatIsSentFiveTimesIsOneReport() {
    JsonObject report = wages().put("key", "phone-1-draft-7");
    Set<String> ids =
        java.util.stream.IntStream.range(0, 5)
            .parallel()
            .mapToObj(n -> grid.post("/disputes", report).expect(201).id())
            .collect(Collectors.toSet());
    assertEquals(1, ids.size());
    assertNotEquals(
        ids.iterator().next(), grid.post("/disputes", wages().put("key", "other")).id());
  }

  @Test
  void everyWrongCircumstanceIsNamed() {
    JsonObject wrong =
        wages()
            .put("areaCode", "12")
            .put("occurredOn", "2999-01-01")
            .put("peopleCount", 0)
            .put("amountFen", -1)
            .put("handling", "SOMEHOW")
            .put("location", JsonObject.of("latitude", 30.1));
    assertEquals(
        Set.of("areaCode", "occurredOn", "peopleCount", "amountFen", "handling", "location"),
        Set.copyOf(grid.post("/disputes", wrong).expect(400, "invalid-fields").fields()));
    assertEquals(
        List.of("areaCode"),
        grid.post("/disputes", wages().put("areaCode", "123456")).expect(400).fields());
  }

  @Test
  void chineseWordsAreFoundWithoutASpaceAndPhonesByTheirTail() {
    JsonObject report =
        wages()
            .put("type", "NEIGHBOUR")
            .put("cause", "楼顶信鸽粪便影响晾晒")
            .put(
                "parties",
                JsonArray.of(JsonObject.of("side", "A", "name", "褚演示", "phone", "19900007731")));
    String id = grid.post("/disputes", report).expect(201).id();
    for (String question : List.of("信鸽", "鸽粪 晾晒", "褚演", "7731", "19900007731")) {
      assertEquals(List.of(id), found(street, "q=" + question), question);
    }
    assertEquals(List.of(), found(street, "q=信鸽 漏水"));
    assertEquals(List.of(), found(staff("cao"), "q=信鸽"));
    assertEquals(List.of("q"), street.get("/disputes?q=鸽").expect(400).fields());
    assertEquals(
        Set.of("status", "type", "to"),
        Set.copyOf(
            street
                .get("/disputes?status=NEVER&type=X&from=2026-02-02&to=2026-02-01")
                .expect(400)
                .fields()));
  }

  @Test
  void twoReportsOfOneMatterAreMadeOneAndTakenApartAgain() {
    JsonObject person = JsonObject.of("side", "A", "name", "卫演示", "phone", "19900008842");
    JsonObject report = wages().put("parties", JsonArray.of(person));
    String first = reported(grid, report);
    String second = reported(grid, report);
    sign(build, second);
    assertEquals(
        List.of(second, first),
        objects(grid.get("/disputes/similar?phones=19900008842").items()).stream()
            .map(line -> line.getString("id"))
            .toList());
    assertEquals(0, staff("kong").get("/disputes/similar?phones=19900008842").items().size());
    JsonObject into = JsonObject.of("intoId", first, "reason", "同一工地同一批人");
    grid.post("/disputes/" + second + "/merger", into).expect(404);
    street.post("/disputes/" + first + "/merger", into).expect(409, "merged-into-itself");
    street.post("/disputes/" + second + "/merger", into).expect(204);
    assertEquals("MERGED", dispute(street, second).getString("status"));
    build.get("/disputes/" + second).expect(404);
    street
        .post("/disputes/" + first + "/merger", JsonObject.of("intoId", second, "reason", "反过来"))
        .expect(409, "wrong-state");
    street
        .post("/disputes/" + second + "/merger-undoings", JsonObject.of("reason", "是两件事"))
        .expect(204);
    assertEquals("SIGNED_FOR", dispute(build, second).getString("status"));
  }

  @Test
  void repeatedDisputesOfTheSamePeopleAreWarnedOfAndAPersonDecides() {
    JsonObject person = JsonObject.of("side", "A", "name", "沈演示", "phone", "19900005521");
    JsonObject report =
        wages().put("parties", JsonArray.of(person)).put("handling", "SELF").put("type", "OTHER");
    for (int i = 0; i < 3; i++) {
      grid.post("/disputes", report).expect(201);
    }
    server.server().features().disputes.office.warnings.sweep().await();
    server.server().features().disputes.office.warnings.sweep().await();
    List<JsonObject> found =
        objects(street.get("/warnings").expect(200).items()).stream()
            .filter(one -> one.getString("kind").equals("SAME_PEOPLE"))
            .filter(one -> one.getJsonArray("reasons").encode().contains("3 件"))
            .toList();
    assertEquals(1, found.size());
    assertFalse(found.get(0).encode().contains("5521"), "no phone in a warning");
    String id = found.get(0).getString("id");
    JsonObject decision = JsonObject.of("decision", "CONFIRMED", "note", "已上门走访");
    staff("cao").post("/warnings/" + id + "/decision", decision).expect(404);
    assertEquals(0, staff("cao").get("/warnings").items().size());
    assertEquals(
        Set.of("decision", "note"),
        Set.copyOf(street.post("/warnings/" + id + "/decision").expect(400).fields()));
    street.post("/warnings/" + id + "/decision", decision).expect(204);
    street.post("/warnings/" + id + "/decision", decision).expect(409, "wrong-state");
    JsonObject counted = street.get("/warnings").json();
    assertEquals(1, counted.getInteger("confirmed"));
    assertEquals(1, counted.getInteger("decided"));
  }

  private static List<String> found(Actor by, String query) {
    String encoded = query.replace(" ", "%20");
    return objects(by.get("/disputes?" + encoded).expect(200).items()).stream()
        .map(line -> line.getString("id"))
        .toList();
  }

  @Test
  void aRuleTableWithAGapOrACircleIsRefusedAndAnEditionHasItsDryRun() {
    Actor admin = staff("hua");
    JsonObject table = admin.get("/rule-tables/990001001").expect(200).json();
    JsonArray rules = table.getJsonArray("rules");
    JsonObject gap = table.copy().put("note", "试");
    gap.put(
        "rules",
        new JsonArray(
            objects(rules).stream()
                .filter(rule -> !"MEDICAL".equals(rule.getString("type")))
                .toList()));
    Answer refused = admin.put("/rule-tables/990001001", gap, 0).expect(400);
    assertTrue(refused.text().contains("MEDICAL"), refused.text());
    JsonObject circle = table.copy().put("note", "试");
    circle.getJsonArray("standIns").add(JsonObject.of("duty", "街道中心", "by", "司法所"));
    assertTrue(
        admin.put("/rule-tables/990001001", circle, 0).expect(400).fields().contains("standIns"));

    JsonObject changed = table.copy().put("note", "旅游纠纷改由司法所牵头").put("after", 0);
    objects(changed.getJsonArray("rules")).stream()
        .filter(rule -> "TOURISM".equals(rule.getString("type")))
        .forEach(rule -> rule.put("lead", "司法所"));
    grid.post("/disputes", wages().put("type", "TOURISM")).expect(201);
    JsonObject trial = admin.post("/rule-tables/990001001/trial", changed).expect(200).json();
    assertEquals(1, trial.getInteger("changed"));
    assertEquals(
        1,
        admin
            .put("/rule-tables/990001001", changed, 0)
            .expect(200)
            .json()
            .getJsonArray("editions")
            .size());
    admin.put("/rule-tables/990001001", changed, 0).expect(409, "changed-meanwhile");
    String id = reported(grid, wages().put("type", "TOURISM"));
    assertTrue(
        objects(story(street, id).getJsonArray("assignments")).stream()
            .anyMatch(one -> "演示街道司法所".equals(one.getString("organisation"))));
    staff("cao").get("/rule-tables/990001001").expect(404);
    build.get("/rule-tables/990001001").expect(404);
  }
}
