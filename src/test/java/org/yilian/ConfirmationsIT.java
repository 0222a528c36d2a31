package org.yilian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yilian.TestClient.Answer;
import org.yilian.kernel.Hash;

/** The way to the court over HTTP, on real PostgreSQL. */
class ConfirmationsIT {
  private static final byte[] RULING = "%PDF-1.7 a ruling".getBytes();

  private static TestServer server;
  private static TestClient judge;
  private static TestClient courtClerk;
  private Stage stage;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    judge = Stage.staff(server, "zhou");
    courtClerk = Stage.staff(server, "sun");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void set() {
    stage = Stage.leak(server);
  }

  private static String at(JsonObject confirmation) {
    return "/confirmations/" + confirmation.getString("id");
  }

  private JsonObject begun() {
    return begin(stage.a, stage.sealed(), "demo-court").must(201).json();
  }

  private static Answer begin(TestClient who, JsonObject agreement, String court) {
    return who.post(
        "/agreements/" + agreement.getString("id") + "/confirmation",
        JsonObject.of("courtId", court));
  }

  private static JsonObject ink(JsonObject confirmation) {
    JsonObject body = Stage.ink("").put("dataConsent", true);
    body.remove("textHash");
    return body.put("applicationHash", confirmation.getString("applicationHash"));
  }

  private Answer sign(TestClient who, String phone, JsonObject confirmation) {
    who.post(at(confirmation) + "/signature-code").must(204);
    return who.post(
        at(confirmation) + "/signatures", ink(confirmation).put("code", stage.code(phone)));
  }

  private JsonObject ready() {
    JsonObject confirmation = begun();
    sign(stage.a, Stage.A_PHONE, confirmation).must(201);
    sign(stage.b, Stage.B_PHONE, confirmation).must(201);
    return stage.clerk.get(at(confirmation)).must(200).json();
  }

  private JsonObject submitted() {
    return stage.clerk.post(at(ready()) + "/submit").must(200).json();
  }

  private static Answer decide(TestClient who, JsonObject confirmation, JsonObject decision) {
    return who.post(at(confirmation) + "/decisions", decision);
  }

  private static JsonObject decision(String word) {
    return JsonObject.of("decision", word);
  }

  private static String ruling(TestClient who) {
    return who.upload("/files", "file", "r.pdf", RULING).must(201).json().getString("id");
  }

  @Test
  void goesFromTheApplicationToTheRuling() {
    JsonObject confirmation = submitted();
    assertEquals("SUBMITTED", confirmation.getString("status"));
    assertNotNull(confirmation.getString("receivedAt"));
    JsonObject asked =
        decide(
                courtClerk,
                confirmation,
                decision("REQUEST_SUPPLEMENT").put("items", new JsonArray().add("房产证明")))
            .must(201)
            .json();
    assertEquals("SUPPLEMENT", asked.getString("status"));
    assertTrue(asked.getJsonObject("courtTerm").getBoolean("suspended"));
    assertFalse(stage.a.get(at(confirmation)).must(200).json().containsKey("courtTerm"));
    assertEquals(new JsonArray().add("房产证明"), asked.getJsonArray("supplementItems"));
    JsonObject supply =
        JsonObject.of("note", "补充房产证明", "fileIds", new JsonArray().add(ruling(stage.clerk)));
    stage.clerk.post(at(confirmation) + "/supplements", supply).must(201);
    JsonObject accepted = decide(judge, confirmation, decision("ACCEPT")).must(201).json();
    assertEquals("DECISION", accepted.getJsonObject("courtTerm").getString("kind"));
    assertTrue(
        accepted.getJsonObject("courtTerm").getJsonObject("extended").containsKey("safeDate"));
    JsonObject confirm =
        decision("CONFIRM")
            .put("rulingNumber", "（2026）示0000诉前调确1号")
            .put("rulingFileId", ruling(judge));
    JsonObject confirmed = decide(judge, confirmation, confirm).must(201).json();
    assertEquals("CONFIRMED", confirmed.getString("status"));
    assertFalse(confirmed.getJsonObject("ruling").getBoolean("enteredFromPaper"));
    String file = confirmed.getJsonObject("ruling").getString("fileId");
    for (TestClient one : List.of(stage.a, stage.b, stage.clerk, judge)) {
      assertEquals("CONFIRMED", one.get(at(confirmation)).must(200).json().getString("status"));
      one.get("/files/" + file).must(200);
    }
    Stage.leak(server).a.get("/files/" + file).must(404);
    stage.a.post(at(confirmation) + "/objections", JsonObject.of("reason", "有误")).must(201);
    assertFalse(stage.b.get(at(confirmation)).text().contains("有误"));
    JsonObject upheld = decide(judge, confirmation, decision("OBJECTION_UPHELD")).must(201).json();
    assertEquals("REVOKED", upheld.getString("status"));
  }

  @Test
  void listsTheCourtsOfSeatAndDomicileEachWithItsArticle() {
    JsonObject agreement = stage.sealed();
    JsonArray courts =
        stage.a.get("/courts?agreementId=" + agreement.getString("id")).must(200).items();
    assertEquals("demo-court", courts.getJsonObject(0).getString("id"));
    assertTrue(courts.encode().contains("demo-court-next"), courts::encode);
    assertTrue(courts.getJsonObject(0).getString("article").contains("二百零五条"));
    stage.guest(stage.partyA).get("/courts?agreementId=nothing").must(404);
    Stage.leak(server).a.get("/courts?agreementId=" + agreement.getString("id")).must(404);
  }

  @Test
  void theInvitingCourtStandsAlone() {
    stage = Stage.referred(server, "demo-court-next");
    JsonObject agreement = stage.sealed();
    JsonArray courts = courtsOf(agreement);
    assertEquals(1, courts.size(), courts::encode);
    assertEquals("demo-court-next", courts.getJsonObject(0).getString("id"));
    assertEquals("INVITING_COURT", courts.getJsonObject(0).getString("ground"));
    JsonObject elsewhere = begin(stage.a, agreement, "demo-court").must(201).json();
    assertEquals("INELIGIBLE", elsewhere.getString("status"));
    JsonObject there = begin(stage.a, agreement, "demo-court-next").must(200).json();
    assertEquals("CO_SIGNING", there.getString("status"));
  }

  @Test
  void whatBelongsHigherGoesToTheIntermediateCourt() {
    stage.sql("update parties set domicile = '演示市' || domicile");
    JsonObject agreement = stage.sealed();
    String path = "/disputes/" + stage.dispute;
    assertEquals(
        List.of("courtLevel"),
        stage.mediator.patch(path, JsonObject.of("courtLevel", "HIGHEST")).must(400).fields());
    stage.a.patch(path, JsonObject.of("courtLevel", "INTERMEDIATE")).must(404);
    JsonObject higher =
        stage.mediator.patch(path, JsonObject.of("courtLevel", "INTERMEDIATE")).must(200).json();
    assertEquals("INTERMEDIATE", higher.getString("courtLevel"));
    JsonArray courts = courtsOf(agreement);
    assertEquals(1, courts.size(), courts::encode);
    assertEquals("demo-court-city", courts.getJsonObject(0).getString("id"));
  }

  @Test
  void eachOrganisationThatMediatedBringsItsCourt() {
    stage.sql("update parties set domicile = null where dispute_id = $1", stage.dispute);
    JsonObject agreement = stage.sealed();
    assertEquals(1, courtsOf(agreement).size());
    stage.seat(stage.person("fang"), "MEDIATOR", null, null);
    JsonArray courts = courtsOf(agreement);
    assertEquals("demo-court", courts.getJsonObject(0).getString("id"));
    assertEquals("demo-court-next", courts.getJsonObject(1).getString("id"));
    assertEquals("ORGANISATION_SEAT", courts.getJsonObject(1).getString("ground"));
  }

  private JsonArray courtsOf(JsonObject agreement) {
    return stage.a.get("/courts?agreementId=" + agreement.getString("id")).must(200).items();
  }

  @Test
  void theWayToTheCourtIsClosedToWhatThePoliceMediated() {
    JsonObject agreement = stage.sealed();
    stage.sql("update rooms set track = 'PUBLIC_SECURITY' where id = $1", stage.room);
    JsonObject stopped = begin(stage.a, agreement, "demo-court").must(201).json();
    assertEquals("INELIGIBLE", stopped.getString("status"));
    JsonObject why = stopped.getJsonArray("findings").getJsonObject(0);
    assertEquals("police-track", why.getString("code"));
    assertEquals("STOP", why.getString("severity"));
    assertTrue(why.getString("article").contains("第二百零五条"), why::encode);
    assertTrue(why.getString("alternative").contains("人民调解委员会"), why::encode);
  }

  @Test
  void isAppliedForAgainAfterAWithdrawal() {
    JsonObject agreement = stage.sealed();
    JsonObject first = begin(stage.a, agreement, "demo-court").must(201).json();
    sign(stage.a, Stage.A_PHONE, first).must(201);
    stage.a.post(at(first) + "/withdrawals", JsonObject.of("reason", "再想想")).must(201);
    JsonObject second = begin(stage.b, agreement, "demo-court-next").must(201).json();
    assertEquals("CO_SIGNING", second.getString("status"));
    assertEquals(0, second.getJsonArray("signatures").size());
    assertEquals(
        second.getString("id"),
        begin(stage.a, agreement, "demo-court").must(200).json().getString("id"));
    JsonObject shown = stage.a.get("/agreements/" + agreement.getString("id")).json();
    assertEquals(second.getString("id"), shown.getJsonObject("confirmation").getString("id"));
    assertEquals("WITHDRAWN", stage.a.get(at(first)).must(200).json().getString("status"));
    sign(stage.a, Stage.A_PHONE, second).must(201);
    sign(stage.b, Stage.B_PHONE, second).must(201);
    stage.clerk.post(at(second) + "/submit").must(200);
  }

  @Test
  void standsOnceHoweverManyApplyAgainAtOnce() {
    JsonObject agreement = stage.sealed();
    JsonObject first = begin(stage.a, agreement, "demo-court").must(201).json();
    stage.a.post(at(first) + "/withdrawals", JsonObject.of("reason", "x")).must(201);
    List<CompletableFuture<Answer>> calls =
        java.util.stream.Stream.of(stage.a, stage.b, stage.clerk, stage.a)
            .map(who -> CompletableFuture.supplyAsync(() -> begin(who, agreement, "demo-court")))
            .toList();
    List<Integer> statuses = calls.stream().map(call -> call.join().status()).sorted().toList();
    assertEquals(List.of(200, 200, 200, 201), statuses);
    assertEquals(
        1, calls.stream().map(call -> call.join().json().getString("id")).distinct().count());
  }

  @Test
  void goesToAnotherCourtWhereOneDidNotTakeItAndNowhereAfterADismissal() {
    JsonObject refused = submitted();
    decide(judge, refused, decision("REFUSE").put("reason", "无管辖")).must(201);
    JsonObject agreement = new JsonObject().put("id", refused.getString("agreementId"));
    begin(stage.a, agreement, "demo-court").mustRefuse(409, "court-refused");
    begin(stage.a, agreement, "demo-court-next").must(201);
    stage = Stage.leak(server);
    JsonObject dismissed = submitted();
    decide(judge, dismissed, decision("ACCEPT")).must(201);
    decide(judge, dismissed, decision("DISMISS").put("reason", "内容不明确")).must(201);
    JsonObject ruledOn = new JsonObject().put("id", dismissed.getString("agreementId"));
    Answer closed =
        begin(stage.a, ruledOn, "demo-court-next").mustRefuse(409, "application-closed");
    assertTrue(closed.text().contains("第二百零六条"), closed.text());
  }

  /** The oracles: a last day among days off, one on a Sunday that is worked, one not yet known. */
  @ParameterizedTest
  @CsvSource({
    "2026-08-27, 2026-09-26, 2026-09-28",
    "2026-08-21, 2026-09-20, 2026-09-20",
    "2026-12-02, 2027-01-01, "
  })
  void tellsTheSafeDayAndTheLastOneUnlessTheCalendarIsStillToCome(
      String effectiveOn, String safeDate, String lastDate) {
    JsonObject confirmation = begun();
    takesEffect(confirmation.getString("agreementId"), effectiveOn);
    JsonObject deadline = stage.b.get(at(confirmation)).must(200).json().getJsonObject("deadline");
    assertEquals(safeDate, deadline.getString("safeDate"));
    assertEquals(lastDate, deadline.getString("lastDate"));
    assertEquals(lastDate == null, deadline.getBoolean("provisional"));
  }

  @Test
  void aSupplementHasThirtyDaysOfItsOwn() {
    JsonObject first = stage.sealed();
    takesEffect(first.getString("id"), "2026-08-01");
    JsonObject body =
        new JsonObject()
            .put("template", "people-mediation-agreement")
            .put("supplements", first.getString("id"))
            .put("values", stage.values());
    JsonObject second = stage.signed(body);
    assertTrue(
        stage
            .a
            .get("/agreements/" + second.getString("id") + "/text")
            .must(200)
            .text()
            .contains("本协议是 " + first.getString("number") + " 号协议的补充协议。"));
    stage.clerk.post("/agreements/" + second.getString("id") + "/seal").must(200);
    takesEffect(second.getString("id"), "2026-08-27");
    JsonObject ofFirst = begin(stage.a, first, "demo-court").must(201).json();
    JsonObject ofSecond = begin(stage.a, second, "demo-court").must(201).json();
    assertEquals("2026-08-31", ofFirst.getJsonObject("deadline").getString("lastDate"));
    assertEquals("2026-09-28", ofSecond.getJsonObject("deadline").getString("lastDate"));
  }

  private void takesEffect(String agreementId, String day) {
    stage.sql(
        "update agreements set effective_on = $2::text::date where id = $1", agreementId, day);
  }

  @Test
  void warnsPastTheLastDayAndEndsNothing() {
    JsonObject agreement = stage.sealed();
    stage.sql(
        "update agreements set effective_on = '2026-08-01' where id = $1",
        agreement.getString("id"));
    JsonObject late = begin(stage.a, agreement, "demo-court").must(201).json();
    assertEquals("CO_SIGNING", late.getString("status"));
    JsonObject warned =
        late.getJsonArray("findings").stream()
            .map(JsonObject.class::cast)
            .filter(finding -> "late".equals(finding.getString("code")))
            .findFirst()
            .orElseThrow();
    assertEquals("WARN", warned.getString("severity"));
    assertTrue(warned.getString("article").contains("第八十六条"), warned::encode);
  }

  @Test
  void isTheSameApplicationHoweverOftenItIsBegun() {
    JsonObject agreement = stage.sealed();
    JsonObject first = begin(stage.a, agreement, "demo-court").must(201).json();
    assertEquals("CO_SIGNING", first.getString("status"));
    JsonObject again = begin(stage.b, agreement, "demo-court-next").must(200).json();
    assertEquals(first.getString("id"), again.getString("id"));
    assertEquals("demo-court", again.getString("courtId"));
    assertNotNull(first.getJsonObject("deadline").getString("safeDate"));
    JsonObject shown = stage.a.get("/agreements/" + agreement.getString("id")).json();
    assertEquals(first.getString("id"), shown.getJsonObject("confirmation").getString("id"));
  }

  @Test
  void beginsOnlyOnAnEffectiveAgreementAndByThoseConcerned() {
    JsonObject signed = stage.signed();
    begin(stage.a, signed, "demo-court").mustRefuse(409, "wrong-state");
    begin(stage.a, signed, "").must(400);
    begin(Stage.leak(server).a, signed, "demo-court").must(404);
    begin(stage.mediator, signed, "demo-court").must(404);
    begin(judge, signed, "demo-court").must(404);
  }

  @Test
  void takesAnotherCourtWhereTheFirstHadNoConnection() {
    JsonObject agreement = stage.sealed();
    begin(stage.a, agreement, "demo-committee").must(400);
    JsonObject stopped = begin(stage.a, agreement, "demo-court-city").must(201).json();
    assertEquals("INELIGIBLE", stopped.getString("status"));
    assertTrue(stopped.getJsonArray("findings").encode().contains("court-without-connection"));
    stage.a.get(at(stopped) + "/application.pdf").must(404);
    JsonObject again = begin(stage.a, agreement, "demo-court").must(200).json();
    assertEquals("CO_SIGNING", again.getString("status"));
    assertEquals(stopped.getString("id"), again.getString("id"));
  }

  @Test
  void signsOneTextFromTwoPhonesAndHidesTheOtherSidesUntilAllHave() {
    JsonObject confirmation = begun();
    Answer text = stage.b.get(at(confirmation) + "/text").must(200);
    assertEquals(
        confirmation.getString("applicationHash"), Hash.of(text.response().body()).value());
    assertFalse(text.text().contains(Stage.A_PHONE));
    assertFalse(text.text().contains("演示区示例路9号"), text.text());
    stage.a.get(at(confirmation) + "/application.pdf").must(200);
    String path = at(confirmation) + "/signatures";
    JsonObject body = ink(confirmation);
    assertEquals(
        List.of("dataConsent"),
        stage.a.post(path, body.copy().put("dataConsent", false)).must(400).fields());
    JsonObject unasked = body.copy();
    unasked.remove("dataConsent");
    assertEquals(List.of("dataConsent"), stage.a.post(path, unasked).must(400).fields());
    stage.a.post(path, body).mustRefuse(400, "code-wrong");
    stage
        .a
        .post(path, body.copy().put("applicationHash", Hash.of("other").value()))
        .mustRefuse(409, "text-changed");
    stage.mediator.post(path, body).must(404);
    JsonObject signed = sign(stage.a, Stage.A_PHONE, confirmation).must(201).json();
    assertEquals(signed, stage.a.post(path, body).must(201).json());
    assertEquals(0, stage.b.get(at(confirmation)).json().getJsonArray("signatures").size());
    stage.clerk.post(at(confirmation) + "/submit").mustRefuse(409, "signature-missing");
    sign(stage.b, Stage.B_PHONE, confirmation).must(201);
    JsonObject ready = stage.b.get(at(confirmation)).json();
    assertEquals("READY", ready.getString("status"));
    assertEquals(2, ready.getJsonArray("signatures").size());
  }

  @Test
  void takesTheEsignatureConsentForTheApplicationToo() {
    JsonObject confirmation = begun();
    stage.consent(stage.partyA, "E_SIGNATURE", false);
    stage
        .a
        .post(at(confirmation) + "/signatures", ink(confirmation))
        .mustRefuse(409, "consent-missing");
  }

  @Test
  void packsEverythingForTheCourtAndNothingOfALane() throws IOException {
    stage.said("A", stage.partyA, "canary-in-a-lane");
    JsonObject confirmation = submitted();
    Map<String, byte[]> files = unzip(stage.clerk.get(at(confirmation) + "/package.zip").must(200));
    assertEquals(
        java.util.Set.of(
            "application.pdf",
            "agreement.pdf",
            "certificate.pdf",
            "address-for-service-1.pdf",
            "address-for-service-2.pdf",
            "identity.txt",
            "terms.txt",
            "manifest.json"),
        files.keySet());
    JsonArray listed = new JsonObject(text(files, "manifest.json")).getJsonArray("files");
    assertEquals(files.size() - 1, listed.size());
    for (Object item : listed) {
      JsonObject entry = (JsonObject) item;
      assertEquals(entry.getString("sha256"), Hash.of(files.get(entry.getString("name"))).value());
    }
    assertTrue(text(files, "identity.txt").contains("990101199001010019"));
    assertTrue(text(files, "identity.txt").contains(Stage.A_PHONE));
    assertTrue(text(files, "terms.txt").contains("￥6,500.00"));
    files.forEach(
        (name, bytes) -> assertFalse(new String(bytes).contains("canary-in-a-lane"), name));
    assertArrayEquals(
        files.get("agreement.pdf"),
        judge.get(at(confirmation) + "/agreement.pdf").must(200).response().body());
    assertEquals(
        files.keySet(), unzip(judge.get(at(confirmation) + "/package.zip").must(200)).keySet());
    for (TestClient other : List.of(stage.a, stage.b, stage.mediator)) {
      other.get(at(confirmation) + "/package.zip").must(404);
      other.get(at(confirmation) + "/agreement.pdf").must(404);
    }
    JsonObject certificate =
        TestClient.stranger(server)
            .post("/documents/verify", files.get("certificate.pdf"))
            .must(200)
            .json();
    assertTrue(certificate.getBoolean("valid"), certificate::encode);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> unzip(Answer answer) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void isKnownToThatCourtAloneAndOnlyOnceSubmitted() {
    JsonObject confirmation = ready();
    judge.get(at(confirmation)).must(404);
    decide(judge, confirmation, decision("ACCEPT")).must(404);
    assertFalse(
        judge.get("/confirmations").must(200).text().contains(confirmation.getString("id")));
    stage.clerk.post(at(confirmation) + "/submit").must(200);
    judge.get(at(confirmation)).must(200);
    assertTrue(
        judge.get("/confirmations?status=SUBMITTED").text().contains(confirmation.getString("id")));
    stage.sql(
        "update confirmations set court_id = 'demo-court-next' where id = $1",
        confirmation.getString("id"));
    judge.get(at(confirmation)).must(404);
    decide(judge, confirmation, decision("ACCEPT")).must(404);
    Stage.leak(server).a.get(at(confirmation)).must(404);
  }

  @Test
  void skipsNoStateAndLetsNobodyElseDecide() {
    JsonObject confirmation = submitted();
    String path = at(confirmation);
    assertEquals(
        List.of("rulingNumber", "rulingFileId"),
        decide(judge, confirmation, decision("CONFIRM")).must(400).fields());
    JsonObject confirm =
        decision("CONFIRM").put("rulingNumber", "1").put("rulingFileId", ruling(judge));
    decide(judge, confirmation, confirm).mustRefuse(409, "wrong-state");
    decide(judge, confirmation, decision("OBJECTION_UPHELD")).mustRefuse(409, "wrong-state");
    decide(courtClerk, confirmation, decision("ACCEPT")).must(404);
    for (TestClient other : List.of(stage.a, stage.mediator, stage.clerk)) {
      decide(other, confirmation, decision("ACCEPT")).must(404);
    }
    stage
        .clerk
        .post(path + "/supplements", JsonObject.of("note", "x"))
        .mustRefuse(409, "wrong-state");
    stage.a.post(path + "/supplements", JsonObject.of("note", "x")).must(404);
    decide(judge, confirmation, decision("DANCE")).must(400);
    decide(judge, confirmation, decision("REFUSE").put("reason", "无管辖")).must(201);
    decide(judge, confirmation, decision("ACCEPT")).mustRefuse(409, "wrong-state");
  }

  @Test
  void entersARulingFromPaperAsTheClerksOwnWord() {
    JsonObject confirmation = submitted();
    JsonObject accept = decision("ACCEPT").put("enteredFromPaper", true);
    assertEquals(
        List.of("rulingFileId"), decide(stage.clerk, confirmation, accept).must(400).fields());
    decide(stage.clerk, confirmation, accept.put("rulingFileId", ruling(stage.clerk))).must(201);
    JsonObject confirm =
        decision("CONFIRM")
            .put("enteredFromPaper", true)
            .put("rulingNumber", "（2026）示0000诉前调确2号")
            .put("rulingFileId", ruling(stage.clerk));
    JsonObject confirmed = decide(stage.clerk, confirmation, confirm).must(201).json();
    assertTrue(confirmed.getJsonObject("ruling").getBoolean("enteredFromPaper"));
    assertTrue(confirmed.getJsonArray("history").encode().contains("调委会录入，未经法院核对"));
  }

  @Test
  void isWithdrawnFreelyBeforeTheCourtHasItAndByItsLeaveAfterwards() {
    JsonObject early = begun();
    stage.clerk.post(at(early) + "/withdrawals", JsonObject.of("reason", "x")).must(404);
    JsonObject back =
        stage.a.post(at(early) + "/withdrawals", JsonObject.of("reason", "私下原因")).must(201).json();
    assertEquals("WITHDRAWN", back.getString("status"));
    assertFalse(stage.b.get(at(early)).must(200).text().contains("私下原因"));
    stage = Stage.leak(server);
    JsonObject late = submitted();
    JsonObject asked =
        stage.b.post(at(late) + "/withdrawals", JsonObject.of("reason", "不想申请了")).must(201).json();
    assertEquals("SUBMITTED", asked.getString("status"));
    assertTrue(judge.get(at(late)).text().contains("不想申请了"));
    decide(judge, late, decision("ALLOW_WITHDRAWAL")).must(201);
    assertEquals("WITHDRAWN", stage.a.get(at(late)).json().getString("status"));
    stage
        .a
        .post(at(late) + "/withdrawals", JsonObject.of("reason", "x"))
        .mustRefuse(409, "wrong-state");
  }

  @Test
  void asksForAReasonOnceTheLastDayIsCertainlyOver() {
    JsonObject confirmation = ready();
    stage
        .clerk
        .post(at(confirmation) + "/lapse", JsonObject.of("reason", "x"))
        .mustRefuse(409, "not-over");
    stage.sql(
        "update agreements set effective_on = '2026-08-01' where id = $1",
        confirmation.getString("agreementId"));
    assertEquals(
        List.of("lateReason"), stage.clerk.post(at(confirmation) + "/submit").must(400).fields());
    JsonObject late = JsonObject.of("lateReason", "洪水，民诉法86条");
    stage.clerk.post(at(confirmation) + "/submit", late).must(200);
  }

  @Test
  void tellsADivorceWhyNotAndWhereTo() {
    Stage family = Stage.of(server, "MARRIAGE_FAMILY");
    JsonObject values = family.values();
    values.getJsonArray("terms").add(JsonObject.of("text", "双方同意离婚，并于2027年1月15日前共同申请离婚登记。"));
    JsonObject agreement =
        family
            .mediator
            .post("/agreements/" + family.begin(values).getString("id") + "/propose")
            .must(200)
            .json();
    String path = "/agreements/" + agreement.getString("id");
    String hash = agreement.getString("textHash");
    for (String who : List.of(family.partyA, family.partyB, family.person("wang"))) {
      JsonArray scans = new JsonArray().add(ruling(family.clerk));
      family
          .clerk
          .post(
              path + "/signatures",
              new JsonObject()
                  .put("textHash", hash)
                  .put("method", "FINGERPRINT_PAPER")
                  .put("onBehalfOf", who)
                  .put("scanIds", scans))
          .must(201);
    }
    family.clerk.post(path + "/seal").must(200);
    JsonObject stopped = begin(family.a, agreement, "demo-court").must(201).json();
    assertEquals("INELIGIBLE", stopped.getString("status"));
    assertTrue(stopped.getJsonArray("findings").encode().contains("divorce-intended"));
    assertTrue(stopped.getJsonArray("alternatives").encode().contains("婚姻登记机关"));
    family.a.post(at(stopped) + "/signature-code").mustRefuse(409, "wrong-state");
  }

  @Test
  void namesTheMatterInNoSms() {
    submitted();
    String sent =
        TestClient.stranger(server).get("/demo/outbox?phone=" + Stage.A_PHONE).must(200).text();
    for (String word : List.of("漏水", "司法确认", "法院", "协议", "赔偿")) {
      assertFalse(sent.contains(word), word);
    }
  }
}
