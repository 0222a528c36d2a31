package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.SetClock;
import org.yilian.TestServer;
import org.yilian.city.City;
import org.yilian.city.CityPlan;
import org.yilian.client.Actor;

/**
 * The article's cases in a generated city, at the hours of the article: each sets the clock for
 * itself. Everybody has a fresh session for each thing that he does, since hours pass in between.
 */
class CityCasesIT extends LedgerSteps {
  private static final String STREET = "509901001";
  private static final String GRID = "509901001001001";
  private static final SetClock CLOCK = new SetClock("2026-08-12T18:00+08:00");
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(CLOCK);
    City.load(server.vertx(), server.database(), CityPlan.small(600));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Actor desk(String kind) {
    return server.signedIn("p-" + kind);
  }

  /** Somebody who exists, at a desk of the same kind in another city. */
  private static Actor outsider() {
    return Actor.staff(server.port(), "cao");
  }

  private static void signed(String id, String... desks) {
    for (String desk : desks) {
      sign(desk(desk), id);
    }
  }

  private static JsonObject figures(String desk) {
    return desk(desk).get("/statistics?from=2026-08-01&to=2026-08-31").expect(200).json();
  }

  private static long part(JsonObject figures, String of, String key) {
    return objects(figures.getJsonArray(of)).stream()
        .filter(share -> share.getString("key").equals(key))
        .mapToLong(share -> share.getLong("part"))
        .sum();
  }

  private static JsonObject day(JsonObject figures, String day) {
    return objects(figures.getJsonArray("days")).stream()
        .filter(one -> one.getString("day").equals(day))
        .findFirst()
        .orElseThrow();
  }

  private static long waitingFor(String desk, String id) {
    return objects(desk(desk).get("/assignments").items()).stream()
        .filter(task -> id.equals(task.getString("disputeId")))
        .count();
  }

  private static List<String> found(Actor by, String question) {
    return objects(by.get("/disputes?q=" + question).expect(200).items()).stream()
        .map(line -> line.getString("id"))
        .toList();
  }

  private static void closed(String id, String note) {
    desk("street").post("/disputes/" + id + "/closing", JsonObject.of("note", note)).expect(204);
    desk("street").post("/disputes/" + id + "/archive").expect(204);
    JsonObject story = story(desk("street"), id);
    assertEquals("CLOSED", dispute(desk("street"), id).getString("status"));
    assertTrue(story.getJsonObject("archive").getString("number").contains("易档字第"));
    for (String path : List.of("", "/story")) {
      outsider().get("/disputes/" + id + path).expect(404);
    }
  }

  /** 8 月 20 日、21 日: reported, talked about in vain, raised, settled at noon of the second day. */
  @Test
  void theWageCaseTakesItsTwoDays() {
    CLOCK.set("2026-08-20T09:10+08:00");
    JsonObject before = figures("district");
    String id = reported(desk("grid"), wages().put("areaCode", GRID));
    assertEquals(1, waitingFor("post", id));
    assertEquals(1, waitingFor("labour", id));
    CLOCK.set("2026-08-20T10:00+08:00");
    signed(id, "post", "labour", "police");
    CLOCK.set("2026-08-20T15:30+08:00");
    desk("post").post("/disputes/" + id + "/rounds", round("FAILED")).expect(201);
    assertEquals("SIGNED_FOR", dispute(desk("street"), id).getString("status"));
    assertEquals(0, waitingFor("bureau", id));
    desk("bureau").get("/disputes/" + id).expect(404);

    CLOCK.set("2026-08-21T09:20+08:00");
    JsonObject larger = JsonObject.of("risk", "LARGER", "reason", "调解未成，人员仍在聚集");
    desk("street").put("/disputes/" + id + "/risk", larger, 0).expect(204);
    assertEquals("DISTRICT", dispute(desk("district"), id).getString("level"));
    CLOCK.set("2026-08-21T09:30+08:00");
    String bureau = unitId(desk("district"), id, "人力社保局");
    desk("district")
        .post(
            "/disputes/" + id + "/assignments", JsonObject.of("leadId", bureau, "reason", "由区级牵头"))
        .expect(204);
    CLOCK.set("2026-08-21T09:50+08:00");
    signed(id, "bureau");
    CLOCK.set("2026-08-21T12:00+08:00");
    JsonObject joint = round("SETTLED").put("attendees", "区人力社保局、派出所民警、驻所律师、街道市政建管岗、工人代表、施工单位");
    desk("bureau").post("/disputes/" + id + "/rounds", joint).expect(201);
    JsonObject settled = dispute(desk("district"), id);
    assertEquals("2026-08-20T01:10:00Z", settled.getString("createdAt"));
    assertEquals("2026-08-20T02:00:00Z", settled.getString("signedForAt"));
    assertEquals("2026-08-21T04:00:00Z", settled.getString("resolvedAt"));
    assertEquals("DISTRICT", settled.getString("resolvedLevel"));

    CLOCK.set("2026-08-28T10:00+08:00");
    desk("bureau").post("/disputes/" + id + "/follow-ups", followUp()).expect(204);
    closed(id, "工资已付清");
    JsonObject after = figures("district");
    assertEquals(1, after.getLong("resolved") - before.getLong("resolved"));
    assertEquals(8_000_000, after.getLong("recoveredFen") - before.getLong("recoveredFen"));
    assertEquals(
        1,
        part(after, "resolvedByLevel", "DISTRICT") - part(before, "resolvedByLevel", "DISTRICT"));
    Map<String, String> grown = Map.of("2026-08-20", "reported", "2026-08-21", "resolved");
    grown.forEach(
        (day, what) ->
            assertEquals(1, day(after, day).getLong(what) - day(before, day).getLong(what), day));
  }

  private static JsonObject complaint(String number, String caller, String phone) {
    return new JsonObject()
        .put("type", "NEIGHBOUR")
        .put("subtype", "噪声扰民")
        .put("cause", "凤仪广场露天KTV噪声扰民")
        .put("address", "凤仪广场")
        .put("source", "APPLICATION")
        .put("channel", "PHONE")
        .put("externalNumber", number)
        .put("handling", "TOGETHER")
        .put(
            "parties",
            JsonArray.of(
                JsonObject.of("side", "A", "name", caller, "phone", phone),
                JsonObject.of("side", "B", "description", "凤仪广场露天KTV经营者")));
  }

  /** 8 月 12 日: two calls about one noise, one evening on the square, weeks of looking again. */
  @Test
  void theNoiseComplaintComesByTelephoneAndIsFollowedForWeeks() {
    CLOCK.set("2026-08-12T18:10+08:00");
    JsonObject before = figures("street");
    String id = reported(desk("street"), complaint("12345-20260812-0087", "王大爷演示", "19900008121"));
    assertEquals("12345-20260812-0087", dispute(desk("street"), id).getString("externalNumber"));
    assertEquals(1, waitingFor("order", id));
    assertEquals(1, waitingFor("enforcers", id));

    CLOCK.set("2026-08-12T18:25+08:00");
    String same = "/disputes/similar?address=凤仪广场";
    assertEquals(id, objects(desk("street").get(same).items()).get(0).getString("id"));
    assertEquals(0, outsider().get(same).expect(200).items().size());
    String second =
        reported(desk("street"), complaint("12345-20260812-0091", "李阿姨演示", "19900008122"));
    JsonObject merger = JsonObject.of("intoId", id, "reason", "同一处噪声");
    desk("street").post("/disputes/" + second + "/merger", merger).expect(204);
    assertEquals(id, dispute(desk("street"), second).getString("mergedInto"));
    assertEquals(List.of(id), found(desk("street"), "12345-20260812-0087"));
    assertEquals(List.of(second), found(desk("street"), "12345-20260812-0091"));
    assertEquals(List.of(), found(outsider(), "12345-20260812-0087"));

    CLOCK.set("2026-08-12T18:40+08:00");
    signed(id, "order", "enforcers", "police");
    CLOCK.set("2026-08-12T20:30+08:00");
    JsonObject onTheSquare =
        JsonObject.of("mode", "ON_SITE", "place", "凤仪广场", "outcome", "SETTLED")
            .put("attendees", "综合执法大队、派出所、平安法治岗、各广场舞队领队、KTV经营者、王大爷")
            .put("minutes", "分组劝导，当场测音量并调低，停止经营性露天KTV")
            .put("terms", "各队实名登记、分时段预约，音量不超过限值；露天KTV不再经营");
    desk("order").post("/disputes/" + id + "/rounds", onTheSquare).expect(201);
    JsonObject settled = dispute(desk("street"), id);
    assertEquals("2026-08-12T12:30:00Z", settled.getString("resolvedAt"));
    assertEquals("STREET", settled.getString("resolvedLevel"));
    assertEquals(0, waitingFor("order", id));

    for (String evening : List.of("2026-08-19T20:30+08:00", "2026-08-26T20:30+08:00")) {
      CLOCK.set(evening);
      JsonObject again = followUp().put("manner", "VISIT").put("visited", "凤仪广场周边住户");
      desk("order").post("/disputes/" + id + "/follow-ups", again).expect(204);
    }
    closed(id, "两周回访没有反弹");
    List<JsonObject> followUps = objects(story(desk("street"), id).getJsonArray("followUps"));
    assertEquals(
        List.of("2026-08-19", "2026-08-26"),
        followUps.stream().map(one -> one.getString("heldOn")).toList());
    JsonObject after = figures("street");
    assertEquals(1, after.getLong("resolved") - before.getLong("resolved"));
    assertEquals(
        1,
        part(after, "reportedByChannel", "PHONE") - part(before, "reportedByChannel", "PHONE"),
        "what was merged is not counted twice");
    assertFalse(after.getJsonArray("resolvedByLevel").isEmpty());
  }

  private static List<JsonObject> risings(Actor by, String type) {
    return objects(by.get("/warnings").expect(200).items()).stream()
        .filter(one -> one.getString("kind").equals("RISING"))
        .filter(one -> one.getJsonArray("reasons").getString(0).startsWith(type))
        .toList();
  }

  private static List<JsonObject> risings(Actor by) {
    return risings(by, "旅游");
  }

  private static void reported(String type, String place, int times) {
    JsonObject report = wages().put("type", type).put("areaCode", place).put("handling", "SELF");
    for (int i = 0; i < times; i++) {
      desk("grid").post("/disputes", report).expect(201);
    }
  }

  /** Streets of one district: neither the counts of another nor that it was counted are its own. */
  @Test
  void aStreetIsComparedWithItselfAlone() {
    String other = "509901002";
    String fresh = "509901003";
    server.sql("insert into areas (code, name) values ('" + fresh + "', '模拟1区3街道')");
    CLOCK.set("2026-08-04T10:00+08:00");
    reported("ECOMMERCE", other, 9);
    CLOCK.set("2026-08-11T10:00+08:00");
    reported("ECOMMERCE", STREET, 9);
    reported("ECOMMERCE", other, 9);
    reported("ECOMMERCE", fresh, 9);
    server.rises().sweep().await();
    List<String> places =
        risings(desk("city"), "电子商务").stream().map(one -> one.getString("areaCode")).toList();
    assertEquals(List.of(STREET), places.stream().filter(code -> code.length() == 9).toList());
  }

  @Test
  void whatRisesAgainstTheWeekBeforeIsWarnedOfAndAPersonDecides() {
    CLOCK.set("2026-08-25T10:00+08:00");
    reported("TOURISM", GRID, 6);
    server.rises().sweep().await();
    assertEquals(List.of(), risings(desk("city")), "six may be chance");
    reported("TOURISM", GRID, 2);
    server.rises().sweep().await();
    assertEquals(3, risings(desk("city")).size(), "street, district and city");
    assertEquals(2, risings(desk("district")).size());
    JsonObject warning = risings(desk("street")).get(0);
    assertEquals(STREET, warning.getString("areaCode"));
    assertEquals("模拟1区1街道", warning.getString("area"));
    assertEquals(8, warning.getJsonArray("disputeIds").size());
    assertEquals(
        List.of(
            "旅游：2026-08-19 至 2026-08-25 共 8 件。",
            "前一周（2026-08-12 至 2026-08-18）0 件，多 8 件（从无到有），达到门槛（多 8 件）。",
            "去年同期（2025-08-19 至 2025-08-25）本辖区没有登记数据，不能比较。",
            "门槛：一周至少 6 件，比对比期多 50% 以上，并且多出的件数超过平常的起伏（两期件数之和的平方根的 2.5 倍）。"),
        warning.getJsonArray("reasons").getList());
    assertEquals(List.of(), risings(outsider()));

    String decision = "/warnings/" + warning.getString("id") + "/decision";
    JsonObject confirmed = JsonObject.of("decision", "CONFIRMED", "note", "一家旅行社停业");
    outsider().post(decision, confirmed).expect(404);
    desk("street").post(decision, confirmed).expect(204);
    CLOCK.set("2026-08-26T10:00+08:00");
    reported("TOURISM", GRID, 1);
    server.rises().sweep().await();
    assertEquals(1, risings(desk("street")).size(), "one rise is one warning");
    assertEquals(8, risings(desk("street")).get(0).getJsonArray("disputeIds").size());
    assertTrue(
        risings(desk("district")).get(0).getJsonArray("reasons").getString(0).contains("9 件"),
        "what nobody has decided about is told anew");
    JsonObject counted = desk("street").get("/warnings").json();
    assertEquals(
        new JsonArray().add(JsonObject.of("kind", "RISING", "confirmed", 1, "decided", 1)),
        counted.getJsonArray("kinds"));
  }
}
