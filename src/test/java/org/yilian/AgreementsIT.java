package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.kernel.Hash;

/** The way of an agreement over HTTP, on real PostgreSQL. */
class AgreementsIT {
  private static TestServer server;
  private Stage stage;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void set() {
    stage = Stage.leak(server);
  }

  private static String at(JsonObject agreement) {
    return "/agreements/" + agreement.getString("id");
  }

  @Test
  void goesFromTheDraftToASealedDocumentThatVerifies() {
    JsonObject agreement = stage.sealed();
    assertEquals("EFFECTIVE", agreement.getString("status"));
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    assertEquals(today, agreement.getString("effectiveOn"));
    byte[] pdf = stage.a.get(at(agreement) + "/document.pdf").expect(200).bytes();
    assertEquals(agreement.getJsonObject("document").getString("sha256"), Hash.of(pdf).value());
    JsonObject judged =
        Actor.stranger(server.port()).post("/documents/verify", pdf).expect(200).json();
    assertTrue(judged.getBoolean("valid"), judged::encode);
    assertEquals(agreement.getString("number"), judged.getString("number"));
    assertTrue(judged.getBoolean("demo"));
    pdf[pdf.length / 2] ^= 1;
    JsonObject changed =
        Actor.stranger(server.port()).post("/documents/verify", pdf).expect(200).json();
    assertFalse(changed.getBoolean("valid"));
    byte[] page = stage.b.get(at(agreement) + "/pages/1.png").expect(200).bytes();
    assertEquals((byte) 'P', page[1]);
    stage.b.get(at(agreement) + "/pages/99.png").expect(404);
  }

  @Test
  void judgesWhateverBytesItIsGiven() {
    for (byte[] bytes : List.of(new byte[0], "hello".getBytes(), "%PDF-1.7 x".getBytes())) {
      JsonObject judged =
          Actor.stranger(server.port()).post("/documents/verify", bytes).expect(200).json();
      assertFalse(judged.getBoolean("valid"));
      assertFalse(judged.getJsonArray("reasons").isEmpty());
      assertEquals(Hash.of(bytes).value(), judged.getString("sha256"));
    }
  }

  @Test
  void warnsWhereASideNeverHadTheLawyerToItself() {
    stage.said("A", stage.person("li"), "这是中立的法律说明。");
    String findings = stage.begin().getJsonArray("findings").encode();
    assertTrue(findings.contains("lawyer-not-heard"), findings);
    assertFalse(findings.contains("杨䶮"), findings);
  }

  @Test
  void hashesTheExactTextThatStandsStillFromTheProposalOn() {
    JsonObject agreement = stage.proposed();
    Answer text = stage.a.get(at(agreement) + "/text").expect(200);
    assertEquals(agreement.getString("textHash"), Hash.of(text.bytes()).value());
    assertTrue(text.text().contains("￥6,500.00（大写：人民币陆仟伍佰元整）"), text.text());
    assertFalse(text.text().contains(Stage.A_PHONE));
    assertFalse(text.text().contains("990101199001010019"));
    JsonObject values = new JsonObject().put("values", stage.values());
    stage.mediator.put(at(agreement), values, 1).expect(409, "wrong-state");
    stage.mediator.post(at(agreement) + "/propose").expect(409, "wrong-state");
  }

  @Test
  void namesEveryFaultAtOnce() {
    JsonObject term = JsonObject.of("text", "", "payer", "nobody", "amountFen", -1);
    JsonObject body =
        new JsonObject()
            .put("template", "another")
            .put("form", "SUNG")
            .put("values", new JsonObject().put("terms", new JsonArray().add(term)));
    List<String> fields =
        stage.mediator.post("/rooms/" + stage.room + "/agreements", body).expect(400).fields();
    assertTrue(
        fields.containsAll(
            List.of(
                "template",
                "form",
                "values.facts",
                "values.terms[0].text",
                "values.terms[0].payer",
                "values.terms[0].amountFen",
                "values.copies")),
        fields::toString);
  }

  @Test
  void editsOnlyTheVersionThatIsNamed() {
    JsonObject agreement = stage.begin();
    JsonObject values = new JsonObject().put("values", stage.values().put("copies", 4));
    JsonObject edited = stage.mediator.put(at(agreement), values, 1).expect(200).json();
    assertEquals(2, edited.getInteger("version"));
    assertFalse(edited.getString("textHash").equals(agreement.getString("textHash")));
    stage.mediator.put(at(agreement), values, 1).expect(412, "stale");
  }

  @Test
  void doesNotExistForPartiesClerksAndOutsidersWhileItIsADraft() {
    JsonObject agreement = stage.begin();
    Stage others = Stage.leak(server);
    for (Actor outsider :
        List.of(
            stage.a,
            stage.b,
            stage.clerk,
            others.a,
            Stage.staff(server, "chen"),
            Stage.staff(server, "sun"))) {
      for (String path : List.of("", "/text", "/pages/1.png", "/document.pdf", "/paper.pdf")) {
        outsider.get(at(agreement) + path).expect(404);
      }
      for (String path : List.of("/propose", "/seal", "/signature-code", "/document-links")) {
        outsider.post(at(agreement) + path).expect(404);
      }
      outsider
          .post(at(agreement) + "/signatures", Stage.ink(agreement.getString("textHash")))
          .expect(404);
      outsider.post(at(agreement) + "/refusals", JsonObject.of("reason", "x")).expect(404);
    }
    stage.lawyer.get(at(agreement)).expect(200);
    stage.lawyer.post(at(agreement) + "/propose").expect(404);
    assertEquals(0, stage.a.get("/rooms/" + stage.room + "/agreements").expect(200).items().size());
    assertEquals(1, stage.lawyer.get("/rooms/" + stage.room + "/agreements").items().size());
    others.a.get("/rooms/" + stage.room + "/agreements").expect(404);
  }

  @Test
  void showsOutsidersNothingOfAnEffectiveAgreement() {
    JsonObject agreement = stage.sealed();
    Stage others = Stage.leak(server);
    for (Actor outsider :
        List.of(others.a, Stage.staff(server, "chen"), Stage.staff(server, "sun"))) {
      outsider.get(at(agreement)).expect(404);
      outsider.get(at(agreement) + "/document.pdf").expect(404);
      outsider.post(at(agreement) + "/seal").expect(404);
    }
  }

  @Test
  void isNotProposedWhileASentenceChangesStatus() {
    JsonObject values = stage.values();
    values.getJsonArray("terms").add(JsonObject.of("text", "双方自本协议签订之日起解除婚姻关系。"));
    JsonObject agreement = stage.begin(values);
    Answer refused = stage.mediator.post(at(agreement) + "/propose").expect(409, "findings");
    assertEquals(List.of("values.terms[1].text"), refused.fields());
    stage.a.get(at(agreement)).expect(404);
  }

  @Test
  void hidesTheOtherSidesSignatureUntilAllHaveSigned() {
    JsonObject agreement = stage.proposed();
    stage.sign(stage.a, Stage.A_PHONE, agreement).expect(201);
    JsonObject seen = stage.b.get(at(agreement)).expect(200).json();
    assertTrue(seen.getJsonArray("signatures").isEmpty(), seen::encode);
    assertFalse(seen.containsKey("findings"));
    String own = stage.a.get(at(agreement)).json().getJsonArray("signatures").encode();
    assertTrue(own.contains(stage.partyA), own);
  }

  @Test
  void takesASecondSignatureForTheFirst() {
    JsonObject agreement = stage.proposed();
    JsonObject first = stage.sign(stage.a, Stage.A_PHONE, agreement).expect(201).json();
    JsonObject again =
        stage
            .a
            .post(at(agreement) + "/signatures", Stage.ink(agreement.getString("textHash")))
            .expect(201)
            .json();
    assertEquals(first, again);
  }

  @Test
  void refusesEveryWrongSignatureByItsCode() {
    JsonObject agreement = stage.proposed();
    String path = at(agreement) + "/signatures";
    String hash = agreement.getString("textHash");
    stage.a.post(path, Stage.ink("sha256:short")).expect(400);
    stage.a.post(path, Stage.ink(Hash.of("other").value())).expect(409, "text-changed");
    stage.a.post(path, Stage.ink(hash)).expect(400, "code-wrong");
    stage.a.post(at(agreement) + "/signature-code").expect(204);
    stage.a.post(path, Stage.ink(hash).put("code", "000000x")).expect(400, "code-wrong");
    JsonArray dot = new JsonArray().add(new JsonArray().add(JsonObject.of("x", 5, "y", 5, "t", 0)));
    for (JsonArray strokes : List.of(new JsonArray(), dot)) {
      Answer refused = stage.a.post(path, Stage.ink(hash).put("strokes", strokes)).expect(400);
      assertEquals(List.of("strokes"), refused.fields());
    }
    JsonObject typed = JsonObject.of("textHash", hash, "method", "TYPED", "typedName", "杨某");
    assertEquals(List.of("typedName"), stage.a.post(path, typed).expect(400).fields());
    stage.consent(stage.partyA, "E_SIGNATURE", false);
    stage.a.post(path, Stage.ink(hash)).expect(409, "consent-missing");
    stage.sql("update parties set id_sealed = null where id = $1", stage.partyB);
    stage.b.post(path, Stage.ink(hash)).expect(409, "identity-missing");
    stage.clerk.post(at(agreement) + "/seal").expect(409, "signature-missing");
  }

  @Test
  void asksForTheSafetyAnswerAgainUnderAFlag() {
    JsonObject agreement = stage.proposed();
    stage.sql("update rooms set flagged = true where id = $1", stage.room);
    stage.sql("update safety_answers set at = at - interval '1 hour'");
    stage
        .a
        .post(at(agreement) + "/signatures", Stage.ink(agreement.getString("textHash")))
        .expect(409, "safety-unanswered");
  }

  @Test
  void letsAnAgentSettleOnlyWithSpecialAuthority() {
    JsonObject agreement = stage.proposed();
    JsonObject agent =
        new JsonObject()
            .put("partyId", stage.partyB)
            .put("kind", "AGENT")
            .put("name", "林代理")
            .put("phone", "13800000009")
            .put("idType", "RESIDENT_ID")
            .put("idNumber", "990101199001010019")
            .put("authority", "GENERAL");
    String id =
        stage
            .mediator
            .post("/disputes/" + stage.dispute + "/representatives", agent)
            .expect(201)
            .id();
    stage.seat(id, "AGENT", "B", stage.partyB);
    stage.sql("update members set representative_id = $1 where principal_id = $1", id);
    stage.consent(id, "E_SIGNATURE", true);
    Actor general = stage.guest(id);
    String hash = agreement.getString("textHash");
    general
        .post(at(agreement) + "/signatures", Stage.ink(hash))
        .expect(409, "authority-insufficient");
    stage.sql("update representatives set authority = 'SPECIAL' where id = $1", id);
    stage.sql(
        """
        insert into safety_answers (member_id, at, voluntary, alone, safe)
        values ($1, now(), true, true, true)
        """,
        stage.member(id));
    stage.sql(
        """
        insert into police_checklists (room_id, exclusions, suspects, answered_by, at)
        values ($1, '{}', array[$2], $3, now())
        """,
        stage.room,
        stage.partyB,
        stage.member(stage.partyB));
    general
        .post(at(agreement) + "/signatures", Stage.ink(hash))
        .expect(409, "authority-insufficient");
    stage.sql("delete from police_checklists where room_id = $1", stage.room);
    stage.sign(general, "13800000009", agreement).expect(201);
    JsonObject signature =
        stage.mediator.get(at(agreement)).json().getJsonArray("signatures").getJsonObject(0);
    assertEquals(stage.partyB, signature.getString("partyId"));
    assertEquals("林代理", signature.getString("name"));
  }

  @Test
  void asksForAGuardianWhereAnAdultCannotJudgeHisActs() {
    String party = "/disputes/" + stage.dispute + "/parties/";
    JsonObject limited = JsonObject.of("capacity", "LIMITED");
    stage.mediator.patch(party + stage.partyB, limited).expect(400);
    assertEquals(
        List.of("capacity"),
        stage
            .mediator
            .patch(party + stage.partyA, JsonObject.of("capacity", "SOME"))
            .expect(400)
            .fields());
    JsonObject seen = stage.mediator.patch(party + stage.partyA, limited).expect(200).json();
    assertEquals("LIMITED", seen.getString("capacity"));
    assertFalse(stage.b.get("/disputes/" + stage.dispute).expect(200).text().contains("LIMITED"));
    JsonObject agreement = stage.begin();
    assertTrue(agreement.encode().contains("guardian-missing"), agreement::encode);
    stage.mediator.post(at(agreement) + "/propose").expect(409, "findings");

    String guardian = guardian("990101196501010011");
    stage.mediator.post(at(agreement) + "/propose").expect(200);
    stage
        .a
        .post(at(agreement) + "/signatures", Stage.ink(agreement.getString("textHash")))
        .expect(409);
    Actor present = seat(guardian, "LEGAL_GUARDIAN", "A", stage.partyA);
    JsonObject proposed = stage.mediator.get(at(agreement)).json();
    stage
        .a
        .post(at(agreement) + "/signatures", Stage.ink(proposed.getString("textHash")))
        .expect(409, "authority-insufficient");
    stage.sign(present, "13800000008", proposed).expect(201);
  }

  @Test
  void letsNoGuardianActAgainstHisWard() {
    String party = "/disputes/" + stage.dispute + "/parties/" + stage.partyA;
    stage.mediator.patch(party, JsonObject.of("capacity", "NONE")).expect(200);
    String guardian = guardian("990101196501010011");
    JsonObject agreement = stage.begin();
    String path = "/disputes/" + stage.dispute + "/representatives/" + guardian;
    stage.a.patch(path, JsonObject.of("conflictOfInterest", true)).expect(404);
    stage.mediator.patch(path, new JsonObject()).expect(400);
    stage.mediator.patch(path, JsonObject.of("conflictOfInterest", true)).expect(200);
    assertTrue(stage.mediator.get(at(agreement)).text().contains("guardian-in-conflict"));
    stage.mediator.post(at(agreement) + "/propose").expect(409, "findings");
    stage
        .mediator
        .post("/rooms/" + stage.room + "/invites", JsonObject.of("representativeId", guardian))
        .expect(409, "guardian-in-conflict");
    stage.mediator.patch(path, JsonObject.of("conflictOfInterest", false)).expect(200);
    JsonObject proposed = stage.mediator.post(at(agreement) + "/propose").expect(200).json();
    Actor present = seat(guardian, "LEGAL_GUARDIAN", "A", stage.partyA);
    stage.mediator.patch(path, JsonObject.of("conflictOfInterest", true)).expect(200);
    present
        .post(at(agreement) + "/signatures", Stage.ink(proposed.getString("textHash")))
        .expect(409, "authority-insufficient");
  }

  /** Whoever is a party of the other side is in conflict, whatever was noted of him. */
  @Test
  void findsTheConflictOfAGuardianByItself() {
    stage.sql(
        "update parties set kind = 'PERSON', id_index = (select id_index from parties where id = $1)"
            + " where id = $2",
        stage.partyA,
        stage.partyB);
    String party = "/disputes/" + stage.dispute + "/parties/" + stage.partyA;
    stage.mediator.patch(party, JsonObject.of("capacity", "NONE")).expect(200);
    guardian("990101199001010019");
    assertTrue(stage.begin().encode().contains("guardian-in-conflict"));
  }

  private String guardian(String idNumber) {
    JsonObject guardian =
        new JsonObject()
            .put("partyId", stage.partyA)
            .put("kind", "LEGAL_GUARDIAN")
            .put("name", "杨监护")
            .put("phone", "13800000008")
            .put("idType", "RESIDENT_ID")
            .put("idNumber", idNumber);
    return stage
        .mediator
        .post("/disputes/" + stage.dispute + "/representatives", guardian)
        .expect(201)
        .id();
  }

  /** A representative in the room, ready to sign. */
  private Actor seat(String id, String role, String side, String party) {
    stage.seat(id, role, side, party);
    stage.sql("update members set representative_id = $1 where principal_id = $1", id);
    stage.consent(id, "E_SIGNATURE", true);
    stage.sql(
        """
        insert into safety_answers (member_id, at, voluntary, alone, safe)
        values ($1, now(), true, true, true)
        """,
        stage.member(id));
    return stage.guest(id);
  }

  @Test
  void returnsToTheRoomAndTellsTheOtherSideNoReason() {
    JsonObject agreement = stage.proposed();
    stage.sign(stage.a, Stage.A_PHONE, agreement).expect(201);
    stage.a.post(at(agreement) + "/refusals", new JsonObject()).expect(400);
    JsonObject reason = JsonObject.of("reason", "金额太少的私下原因");
    JsonObject returned = stage.a.post(at(agreement) + "/refusals", reason).expect(201).json();
    assertEquals("RETURNED", returned.getString("status"));
    assertTrue(returned.encode().contains("私下原因"));
    assertTrue(stage.mediator.get(at(agreement)).text().contains("私下原因"));
    assertFalse(stage.b.get(at(agreement)).expect(200).text().contains("私下原因"));
    String lane = stage.lane("B");
    String told =
        stage.b.get("/rooms/" + stage.room + "/lanes/" + lane + "/messages").expect(200).text();
    assertTrue(told.contains("退回调解员修改"), told);
    assertFalse(told.contains("私下原因"), told);
    JsonObject values = new JsonObject().put("values", stage.values());
    JsonObject again = stage.mediator.put(at(agreement), values, 1).expect(200).json();
    assertEquals("DRAFT", again.getString("status"));
    assertTrue(again.getJsonArray("signatures").isEmpty());
    stage.a.get(at(agreement)).expect(404);
  }

  @Test
  void canStillBeDeclinedWhenAllHaveSigned() {
    JsonObject agreement = stage.signed();
    JsonObject reason = JsonObject.of("reason", "想清楚了，不同意");
    JsonObject returned = stage.b.post(at(agreement) + "/refusals", reason).expect(201).json();
    assertEquals("RETURNED", returned.getString("status"));
    stage.clerk.post(at(agreement) + "/seal").expect(409);
  }

  @Test
  void cannotBeDeclinedOnceItIsEffective() {
    JsonObject agreement = stage.sealed();
    stage
        .a
        .post(at(agreement) + "/refusals", JsonObject.of("reason", "x"))
        .expect(409, "wrong-state");
  }

  @Test
  void isSignedOnPaperWhereTheLawWantsInk() {
    Stage family = Stage.of(server, "MARRIAGE_FAMILY");
    JsonObject agreement = family.proposed();
    String path = at(agreement) + "/signatures";
    String hash = agreement.getString("textHash");
    assertTrue(agreement.getBoolean("inkNeeded"));
    family.a.post(path, Stage.ink(hash)).expect(409, "paper-signature-needed");
    assertEquals(200, family.clerk.get(at(agreement) + "/paper.pdf").status());
    JsonObject paper =
        JsonObject.of("textHash", hash, "method", "PAPER", "onBehalfOf", family.partyA);
    assertEquals(List.of("scanIds"), family.clerk.post(path, paper).expect(400).fields());
    family.b.post(path, paper.copy().put("scanIds", new JsonArray().add("x"))).expect(404);
    for (String party : List.of(family.partyA, family.partyB)) {
      family
          .clerk
          .post(path, paper.copy().put("onBehalfOf", party).put("scanIds", scan(family)))
          .expect(201);
    }
    family.mediator.post(path, JsonObject.of("textHash", hash, "method", "PAPER")).expect(201);
    JsonObject sealed = family.clerk.post(at(agreement) + "/seal").expect(200).json();
    assertEquals("EFFECTIVE", sealed.getString("status"));
  }

  private static JsonArray scan(Stage stage) {
    byte[] pdf = "%PDF-1.7 a scan".getBytes();
    return new JsonArray()
        .add(stage.clerk.upload("/files", "a.pdf", "application/pdf", pdf).expect(201).id());
  }

  @Test
  void mixesPaperWithGlassOnOneAgreement() {
    JsonObject agreement = stage.proposed();
    stage.sign(stage.a, Stage.A_PHONE, agreement).expect(201);
    JsonObject paper =
        new JsonObject()
            .put("textHash", agreement.getString("textHash"))
            .put("method", "SEAL_PAPER")
            .put("onBehalfOf", stage.partyB)
            .put("scanIds", scan(stage));
    stage.clerk.post(at(agreement) + "/signatures", paper).expect(201);
    assertEquals("SIGNING", stage.mediator.get(at(agreement)).json().getString("status"));
  }

  @Test
  void sealsOnceHoweverOftenAndFromHoweverManyAtOnce() {
    JsonObject agreement = stage.signed();
    assertEquals("SIGNED", agreement.getString("status"));
    assertNull(agreement.getString("effectiveOn"));
    List<CompletableFuture<Answer>> calls =
        java.util.stream.Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> stage.clerk.post(at(agreement) + "/seal").expect(200)))
            .limit(3)
            .toList();
    List<String> sealed =
        calls.stream()
            .map(call -> call.join().json().getJsonObject("document").getString("sha256"))
            .distinct()
            .toList();
    assertEquals(1, sealed.size());
    stage.mediator.post(at(agreement) + "/seal").expect(404);
  }

  @Test
  void recordsAnOralAgreementAsEffective() {
    JsonObject body =
        new JsonObject()
            .put("template", "people-mediation-agreement")
            .put("form", "ORAL")
            .put("values", stage.values());
    JsonObject oral =
        stage.mediator.post("/rooms/" + stage.room + "/agreements", body).expect(201).json();
    JsonObject recorded = stage.mediator.post(at(oral) + "/propose").expect(200).json();
    assertEquals("EFFECTIVE", recorded.getString("status"));
    assertTrue(recorded.containsKey("effectiveOn"));
    stage.a.get(at(oral) + "/document.pdf").expect(404);
    JsonObject supplement =
        body.copy().put("form", "WRITTEN").put("supplements", oral.getString("id"));
    stage.mediator.post("/rooms/" + stage.room + "/agreements", supplement).expect(201);
    JsonObject foreign = supplement.copy().put("supplements", "nothing");
    assertEquals(
        List.of("supplements"),
        stage.mediator.post("/rooms/" + stage.room + "/agreements", foreign).expect(400).fields());
  }

  @Test
  void quotesASideOnlyWithItsAuthorsConsent() {
    stage.said("A", stage.partyA, "我最多再等一个月");
    JsonObject agreement = stage.begin();
    JsonObject quote = JsonObject.of("lane", stage.lane("A"), "seq", 1, "clause", 1);
    stage.mediator.post(at(agreement) + "/quotes", quote).expect(409, "author-consent-missing");
    stage.lawyer.post(at(agreement) + "/quotes", quote).expect(404);
    stage.sql(
        """
        insert into relay_consents (lane_id, seq, allow, any_wording, at)
        values ($1, 1, 'VERBATIM', false, now())
        """,
        stage.lane("A"));
    JsonObject quoted = stage.mediator.post(at(agreement) + "/quotes", quote).expect(201).json();
    assertEquals("我最多再等一个月", quoted.getString("text"));
    stage.mediator.post(at(agreement) + "/quotes", quote.copy().put("seq", 7)).expect(404);
  }

  @Test
  void warnsStaffAloneOfClausesThatRepeatASidesPrivateWords() {
    String words = "三月之前把阳台的渗水全部修好为止";
    stage.said("A", stage.partyA, "他得在" + words + "，不然我就去告他");
    JsonObject values = stage.values();
    values
        .getJsonArray("terms")
        .add(JsonObject.of("text", "施工方在" + words + "。", "dueOn", "2027-03-01"));
    JsonObject agreement = stage.begin(values);
    String path = at(agreement);
    JsonObject warned = repeated(agreement);
    assertEquals("WARN", warned.getString("severity"));
    assertEquals("SIGNING", warned.getString("blocks"));
    assertEquals(2, warned.getInteger("clause"));
    assertTrue(stage.lawyer.get(path).text().contains("lane-repeated"));
    stage.mediator.post(path + "/propose").expect(200);
    for (Actor other : List.of(stage.a, stage.b, stage.clerk)) {
      assertFalse(other.get(path).expect(200).text().contains("lane-repeated"));
    }
    stage.sql(
        """
        insert into relay_consents (lane_id, seq, allow, any_wording, at)
        values ($1, 1, 'VERBATIM', false, now())
        """,
        stage.lane("A"));
    assertFalse(stage.mediator.get(path).text().contains("lane-repeated"));
  }

  private static JsonObject repeated(JsonObject agreement) {
    return agreement.getJsonArray("findings").stream()
        .map(JsonObject.class::cast)
        .filter(finding -> "lane-repeated".equals(finding.getString("code")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void letsTheLawyerMarkClausesForStaffAlone() {
    JsonObject agreement = stage.begin();
    String path = at(agreement) + "/clauses/1/marks";
    stage.lawyer.post(path, JsonObject.of("mark", "SUGGEST_CHANGE")).expect(400);
    JsonObject mark = JsonObject.of("mark", "SUGGEST_CHANGE", "reason", "写明账号");
    stage.lawyer.post(path, mark).expect(201);
    stage.mediator.post(path, mark).expect(404);
    stage.lawyer.post(at(agreement) + "/clauses/2/marks", mark).expect(404);
    assertTrue(stage.mediator.get(at(agreement)).text().contains("写明账号"));
    stage.mediator.post(at(agreement) + "/propose").expect(200);
    assertFalse(stage.a.get(at(agreement)).expect(200).text().contains("写明账号"));
  }

  @Test
  void spendsADownloadLinkOnceAndByPostAlone() {
    JsonObject agreement = stage.sealed();
    JsonObject link = stage.a.post(at(agreement) + "/document-links").expect(201).json();
    stage.clerk.post(at(agreement) + "/document-links").expect(404);
    String path = "/document-links/" + link.getString("token");
    Actor anybody = Actor.stranger(server.port());
    anybody.get(path).expect(404);
    assertEquals('%', anybody.post(path).expect(200).text().charAt(0));
    anybody.post(path).expect(410, "link-spent");
  }

  @Test
  void packsSealedDocumentsForTheClerkAlone() {
    JsonObject agreement = stage.sealed();
    JsonObject ids = new JsonObject().put("ids", new JsonArray().add(agreement.getString("id")));
    assertEquals(
        'P', stage.clerk.post("/agreements/documents.zip", ids).expect(200).text().charAt(0));
    stage.mediator.post("/agreements/documents.zip", ids).expect(404);
    assertTrue(
        stage.clerk.get("/agreements?status=EFFECTIVE").text().contains(agreement.getString("id")));
    assertFalse(
        stage.clerk.get("/agreements?status=SIGNED").text().contains(agreement.getString("id")));
    stage.a.get("/agreements").expect(404);
  }
}
