package org.yilian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** People without an account report from a poster, or from anywhere. */
class PublicReportsIT {
  private static TestServer server;
  private static Actor stranger;
  private static Actor street;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    stranger = Actor.stranger(server.port());
    street = Actor.staff(server.port(), "zheng");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject report(String phone, String code) {
    return new JsonObject()
        .put("name", "蒋居民演示")
        .put("phone", phone)
        .put("code", code)
        .put("other", "楼上302住户")
        .put("cause", "楼上漏水，天花板泡坏")
        .put("type", "NEIGHBOUR");
  }

  private static String code(String phone) {
    stranger.post("/reports/code", JsonObject.of("phone", phone)).expect(204);
    return ((JsonObject)
            stranger.get("/demo/outbox?phone=" + phone).json().getJsonArray("messages").getValue(0))
        .getString("code");
  }

  private static String estate(String name, String area) {
    JsonObject estate = JsonObject.of("name", name, "areaCode", area);
    return street.post("/estates", estate).expect(201).json().getString("code");
  }

  @Test
  void aPosterLeadsToTheEstatesAreaAndTheReceiptToTheProgress() {
    String estate = estate("演示小区", "990001001001");
    JsonObject scanned = stranger.get("/estates/" + estate).expect(200).json();
    assertEquals("演示小区", scanned.getString("name"));
    String phone = "19900006601";
    JsonObject receipt =
        stranger
            .post("/reports", report(phone, code(phone)).put("estateCode", estate))
            .expect(201)
            .json();
    assertTrue(receipt.getString("receivedOn").matches("\\d{4}-\\d\\d-\\d\\d"));
    JsonObject progress = stranger.get("/reports/" + receipt.getString("token")).expect(200).json();
    assertEquals(receipt.getString("number"), progress.getString("number"));
    assertFalse(progress.encode().contains(phone), "no phone on a page behind a link");
    JsonObject line =
        (JsonObject)
            Actor.staff(server.port(), "jiang").get("/disputes?q=6601").items().getValue(0);
    assertEquals("RESIDENT", line.getString("channel"));
    assertEquals("990001001001", line.getString("areaCode"));
    stranger.get("/reports/unknown").expect(404);
  }

  @Test
  void anEstateThatMovedKeepsItsPosterAndARetiredOneSaysSo() {
    String estate = estate("演示搬迁小区", "990001001001");
    JsonObject moved = JsonObject.of("name", "演示搬迁小区", "areaCode", "990001001002");
    street.put("/estates/" + estate, moved, 0).expect(200);
    assertEquals("990001001002", stranger.get("/estates/" + estate).json().getString("areaCode"));
    street.put("/estates/" + estate, moved.copy().put("areaCode", "990002001"), 0).expect(400);
    Actor.staff(server.port(), "cao").put("/estates/" + estate, moved, 0).expect(400);
    street.put("/estates/" + estate, moved.put("retired", true), 0).expect(200);
    stranger.get("/estates/" + estate).expect(410, "estate-retired");
    String phone = "19900006602";
    stranger
        .post("/reports", report(phone, code(phone)).put("estateCode", estate))
        .expect(410, "estate-retired");
    street.post("/estates", JsonObject.of("name", "演示小区二", "areaCode", "990002")).expect(400);
  }

  @Test
  void whatIsNotOursIsHandedOverByTheCityAndTheApplicantIsToldToWhom() {
    String phone = "19900006603";
    JsonObject receipt =
        stranger
            .post("/reports", report(phone, code(phone)).put("elsewhere", "外省某市某区"))
            .expect(201)
            .json();
    assertEquals("演示市城市运行和治理中心", receipt.getJsonObject("organisation").getString("name"));
    JsonObject progress = stranger.get("/reports/" + receipt.getString("token")).json();
    assertEquals("演示市城市运行和治理中心", progress.getString("handedOverTo"));
    assertEquals(0, street.get("/disputes?q=6603").items().size());
    assertEquals(1, Actor.staff(server.port(), "shi").get("/disputes?q=6603").items().size());
  }

  @Test
  void theCommitteeSealsTheReceiptAndACentreDoesNot() {
    String phone = "19900006610";
    JsonObject receipt =
        stranger
            .post(
                "/reports",
                report(phone, code(phone)).put("areaCode", "990001001001").put("cause", "楼上漏水😀"))
            .expect(201)
            .json();
    String path = "/reports/" + receipt.getString("token") + "/receipt.pdf";
    List<byte[]> taps =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(tap -> stranger.get(path).expect(200).bytes())
            .toList();
    byte[] pdf = stranger.get(path).expect(200).bytes();
    taps.forEach(tapped -> assertArrayEquals(pdf, tapped, "sealed once, and kept"));
    String entries = "select count(*) from seal_uses where number = '%s'";
    assertEquals(1, server.count(entries.formatted(receipt.getString("number"))), "in the book");
    JsonObject verdict = stranger.post("/documents/verify", pdf).expect(200).json();
    assertTrue(verdict.getBoolean("valid"), verdict.encode());
    assertEquals(receipt.getString("number"), verdict.getString("number"));
    stranger.get("/reports/unknown/receipt.pdf").expect(404);
    String other = "19900006611";
    JsonObject handedOver =
        stranger
            .post("/reports", report(other, code(other)).put("elsewhere", "外省某市"))
            .expect(201)
            .json();
    stranger.get("/reports/" + handedOver.getString("token") + "/receipt.pdf").expect(404);
  }

  /** The report itself cannot be entered, after its receipt was: its number is somebody else's. */
  @Test
  void aReportAndItsReceiptAreEnteredTogetherOrNotAtAll() {
    String phone = "19900006608";
    JsonObject report = report(phone, code(phone)).put("areaCode", "990001001").put("key", "k-1");
    String one = "19900006609";
    stranger.post("/reports", report(one, code(one)).put("areaCode", "990001001")).expect(201);
    long receipts = receipts();
    server.sql("update number_series set last_number = last_number - 1");
    stranger.post("/reports", report).expect(500);
    server.sql("update number_series set last_number = last_number + 1");
    assertEquals(receipts, receipts(), "no receipt of a report that is not there");
    assertEquals(0, street.get("/disputes?q=6608").items().size());

    JsonObject receipt = stranger.post("/reports", report).expect(201).json();
    stranger.get("/reports/" + receipt.getString("token")).expect(200);
    JsonObject again = stranger.post("/reports", report).expect(201).json();
    assertEquals(receipt, again, "an answer that was lost on its way is given again");
    assertEquals(receipts + 1, receipts());
    assertEquals(1, street.get("/disputes?q=6608").items().size());
    JsonObject other = report.copy().put("phone", "19900006609");
    stranger.post("/reports", other).expect(400, "code-expired");
  }

  private static long receipts() {
    return server.count("select count(*) from receipts");
  }

  @Test
  void everyWrongFieldIsNamedAndAWrongCodeEntersNothing() {
    Answer empty = stranger.post("/reports", new JsonObject()).expect(400, "invalid-fields");
    assertEquals(Set.of("name", "phone", "code", "other", "areaCode"), Set.copyOf(empty.fields()));
    String phone = "19900006604";
    code(phone);
    JsonObject wrong = report(phone, "000000").put("areaCode", "990001001");
    stranger.post("/reports", wrong).expect(400, "code-wrong");
    JsonObject nowhere = report(phone, "000000").put("areaCode", "123456");
    assertEquals(List.of("areaCode"), stranger.post("/reports", nowhere).expect(400).fields());
    assertEquals(0, street.get("/disputes?q=6604").items().size());
    stranger.post("/reports/code", JsonObject.of("phone", "12345")).expect(400);
  }

  @Test
  void whoAsksTooOftenWaitsAndNobodyElseDoes() {
    String phone = "19900006605";
    for (int i = 0; i < 5; i++) {
      code(phone);
    }
    stranger.post("/reports/code", JsonObject.of("phone", phone)).expect(429, "too-many-tries");
    code("19900006606");
  }

  @Test
  void policeAndCourtNameTheirOwnNumberAndAKeyMakesARepeatTheSame() {
    Actor court = Actor.staff(server.port(), "sun");
    JsonObject referral =
        new JsonObject()
            .put("type", "CONTRACT")
            .put("cause", "民间借贷")
            .put("source", "REFERRAL")
            .put("channel", "COURT")
            .put("areaCode", "990001001")
            .put("handling", "TOGETHER")
            .put("parties", JsonArray.of(JsonObject.of("side", "A", "name", "甲演示")));
    assertEquals(List.of("externalNumber"), court.post("/disputes", referral).expect(400).fields());
    referral.put("externalNumber", "（2026）演0001民诉前调1号").put("key", "court-1");
    String first = court.post("/disputes", referral).expect(201).id();
    assertEquals(first, court.post("/disputes", referral).expect(201).id());
    String kept = "select count(*) from disputes where external_number = '（2026）演0001民诉前调1号'";
    assertEquals(1, server.count(kept));
  }

  @Test
  void anOpenPageHearsOfANewTaskAtOnce() throws Exception {
    Actor justice = Actor.staff(server.port(), "zhu");
    String state = justice.get("/assignments").expect(200).json().getString("state");
    String words = "开着的页面会听到的演示纠纷";
    var waiting =
        java.util.concurrent.CompletableFuture.supplyAsync(() -> heard(justice, state, words));
    long from = System.nanoTime();
    String phone = "19900006607";
    JsonObject loan =
        report(phone, code(phone))
            .put("type", "CONTRACT")
            .put("areaCode", "990001001")
            .put("cause", words);
    stranger.post("/reports", loan).expect(201);
    waiting.get(15, java.util.concurrent.TimeUnit.SECONDS);
    assertTrue(System.nanoTime() - from < 10_000_000_000L, "long before the wait is over");
  }

  /** As an open page does: what it hears first may be of another task that was on its way. */
  private static Answer heard(Actor desk, String state, String words) {
    Answer told = desk.get("/assignments?wait=20&state=" + state).expect(200);
    return told.text().contains(words) ? told : heard(desk, told.json().getString("state"), words);
  }

  @Test
  void aReportThatWasMergedTellsHowFarTheOtherOneIs() {
    String kept = "19900006621";
    JsonObject first = report(kept, code(kept)).put("areaCode", "990001001001").put("key", "m-1");
    String merged = "19900006622";
    JsonObject second =
        report(merged, code(merged)).put("areaCode", "990001001001").put("key", "m-2");
    stranger.post("/reports", first).expect(201);
    JsonObject receipt = stranger.post("/reports", second).expect(201).json();
    JsonObject merger = JsonObject.of("intoId", idOf(kept), "reason", "同一处漏水");
    street.post("/disputes/" + idOf(merged) + "/merger", merger).expect(204);
    JsonObject settled =
        JsonObject.of("mode", "ON_SITE", "attendees", "双方", "minutes", "已修好")
            .put("outcome", "SETTLED")
            .put("terms", "三日内修好");
    street.post("/disputes/" + idOf(kept) + "/rounds", settled).expect(201);
    JsonObject progress = stranger.get("/reports/" + receipt.getString("token")).json();
    assertEquals("SELF_RESOLVED", progress.getString("status"));
    assertTrue(progress.getBoolean("merged"));
    assertEquals(receipt.getString("number"), progress.getString("number"), "his own number");
    assertFalse(progress.encode().contains("三日内修好"), "and nothing of what was agreed there");
  }

  private static String idOf(String phone) {
    return ((JsonObject) street.get("/disputes?q=" + phone).items().getValue(0)).getString("id");
  }

  /** A city has more estates than a page holds. */
  @Test
  void estatesAreReadPageByPageToTheLast() {
    server.sql(
        "insert into estates (code, name, area_code, made_by, made_at) select 'many' || n,"
            + " '演示成批小区' || n, '990001001002', (select min(id) from people), now()"
            + " from generate_series(1, 600) n");
    JsonObject first = street.get("/estates?limit=500").expect(200).json();
    assertEquals(500, first.getJsonArray("items").size());
    JsonObject rest =
        street.get("/estates?limit=500&after=" + first.getString("next")).expect(200).json();
    assertTrue(rest.getJsonArray("items").size() >= 100);
    assertFalse(rest.containsKey("next"));
    assertEquals(0, Actor.staff(server.port(), "cao").get("/estates").items().size());
  }
}
