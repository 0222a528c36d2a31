package org.yilian.disputes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

class DisputesIT {
  private static final String ID_NUMBER = "990101199001010019";
  private static final byte[] PDF = "%PDF-1.7 a scan".getBytes();

  private static TestServer server;
  private static Actor mediator;
  private static Actor grid;
  private static Actor court;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    mediator = Actor.staff(server.port(), "wang");
    grid = Actor.staff(server.port(), "wu");
    court = Actor.staff(server.port(), "sun");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject report() {
    return new JsonObject()
        .put("type", "NEIGHBOUR")
        .put("cause", "房屋漏水")
        .put("address", "演示区示例路")
        .put("description", "楼上漏水")
        .put("source", "INITIATIVE")
        .put(
            "parties",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("side", "A")
                        .put("name", "甲示例")
                        .put("phone", "138 0000 0001")
                        .put("idNumber", ID_NUMBER))
                .add(new JsonObject().put("side", "B").put("description", "楼上302住户")));
  }

  private static JsonObject party(JsonObject dispute, int n) {
    return dispute.getJsonArray("parties").getJsonObject(n);
  }

  @Test
  void aSideAndADescriptionAreEnoughToReport() {
    JsonObject dispute = grid.post("/disputes", report()).expect(201).json();
    assertTrue(dispute.getString("number").matches("（\\d{4}）易调字第\\d+号"));
    assertEquals("REPORTED", dispute.getString("status"));
    assertEquals("PERSON", party(dispute, 1).getString("kind"));
    assertEquals("B", party(dispute, 1).getString("side"));
    assertEquals("RESIDENT_ID", party(dispute, 0).getString("idType"));
  }

  @Test
  void numbersFollowEachOtherWithoutGapEvenAfterARefusal() {
    long first = number(grid.post("/disputes", report()).expect(201));
    grid.post("/disputes", report().put("type", "NOTHING")).expect(400);
    assertEquals(first + 1, number(grid.post("/disputes", report()).expect(201)));
  }

  private static long number(Answer answer) {
    return Long.parseLong(answer.json().getString("number").replaceAll(".*第(\\d+)号", "$1"));
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    JsonObject wrong =
        new JsonObject()
            .put("type", "NOTHING")
            .put("source", 7)
            .put(
                "parties",
                new JsonArray()
                    .add(new JsonObject().put("side", "AB").put("name", "甲示例"))
                    .add(new JsonObject().put("side", "B"))
                    .add(
                        new JsonObject()
                            .put("side", "b")
                            .put("name", "乙示例")
                            .put("phone", "12345")
                            .put("idNumber", "990101199001010018"))
                    .add(
                        new JsonObject()
                            .put("side", "C")
                            .put("kind", "ORGANISATION")
                            .put("name", "丙示例公司")
                            .put("idType", "PASSPORT")
                            .put("idNumber", "E12345678")));
    Answer answer = grid.post("/disputes", wrong).expect(400, "invalid-fields");
    assertEquals(
        Set.of(
            "type",
            "cause",
            "source",
            "parties[0].side",
            "parties[1].name",
            "parties[2].side",
            "parties[2].phone",
            "parties[2].idNumber",
            "parties[3].idType"),
        Set.copyOf(answer.fields()));
    grid.post("/disputes", new JsonObject()).expect(400);
    grid.post("/disputes", report().put("cause", "a\u0000b")).expect(400, "invalid-text");
  }

  @Test
  void noViewHoldsAWholeNumberAndTheDatabaseHoldsNoneInClear() {
    JsonObject dispute = mediator.post("/disputes", report()).expect(201).json();
    Answer seen = mediator.get("/disputes/" + dispute.getString("id")).expect(200);
    assertFalse(seen.text().contains("13800000001"));
    assertFalse(seen.text().contains(ID_NUMBER));
    assertFalse(seen.text().contains("19900101"));
    assertTrue(party(seen.json(), 0).getString("phone").endsWith("*0001"));
    assertTrue(party(seen.json(), 0).getString("idNumber").endsWith("*0019"));
    assertFalse(mediator.get("/disputes").expect(200).text().contains("0001\""));
  }

  @Test
  void onlyThoseConcernedSeeIt() {
    String id = grid.post("/disputes", report()).expect(201).id();
    grid.get("/disputes/" + id).expect(200);
    mediator.get("/disputes/" + id).expect(200);
    Actor.staff(server.port(), "zheng").get("/disputes/" + id).expect(200);
    for (String outsider : new String[] {"sun", "zhou", "li", "zhao"}) {
      Actor other = Actor.staff(server.port(), outsider);
      other.get("/disputes/" + id).expect(404, "not-found");
      other
          .patch("/disputes/" + id + "/parties/" + id, new JsonObject().put("name", "丁"))
          .expect(404);
      assertFalse(other.get("/disputes").expect(200).text().contains(id), outsider);
    }
    Actor.stranger(server.port()).get("/disputes/" + id).expect(401);
  }

  @Test
  void whatWasUnknownAtTheDoorIsFilledInLater() {
    JsonObject dispute = grid.post("/disputes", report()).expect(201).json();
    String b = party(dispute, 1).getString("id");
    String path = "/disputes/" + dispute.getString("id") + "/parties/";
    JsonObject more =
        new JsonObject().put("name", "乙示例").put("phone", "13900000002").put("domicile", "演示邻区");
    JsonObject after = mediator.patch(path + b, more).expect(200).json();
    assertEquals("乙示例", after.getString("name"));
    assertEquals("楼上302住户", after.getString("description"));
    mediator.patch(path + b, new JsonObject().put("address", "新址")).expect(200);
    JsonObject seen = mediator.get("/disputes/" + dispute.getString("id")).json();
    assertEquals("演示邻区", party(seen, 1).getString("domicile"));
    assertTrue(party(seen, 1).getString("phone").endsWith("0002"));

    Answer wrong =
        mediator.patch(path + b, new JsonObject().put("side", "A").put("phone", "1")).expect(400);
    assertEquals(Set.of("side", "phone"), Set.copyOf(wrong.fields()));
    String other = grid.post("/disputes", report()).expect(201).id();
    mediator.patch("/disputes/" + other + "/parties/" + b, more).expect(404);
  }

  @Test
  void anOrganisationIsKnownByItsCreditCode() {
    JsonObject company =
        new JsonObject()
            .put("side", "B")
            .put("kind", "ORGANISATION")
            .put("name", "演示建设有限公司")
            .put("idNumber", "91350100M000100Y43")
            .put("legalRepresentative", "丙示例");
    JsonObject dispute =
        grid.post("/disputes", report().put("parties", new JsonArray().add(company)))
            .expect(201)
            .json();
    assertEquals("USCC", party(dispute, 0).getString("idType"));
    String path =
        "/disputes/" + dispute.getString("id") + "/parties/" + party(dispute, 0).getString("id");
    Answer person = grid.patch(path, new JsonObject().put("kind", "PERSON"));
    assertEquals(Set.of("idNumber"), Set.copyOf(person.expect(400).fields()));
  }

  @Test
  void anAgentStatesHisAuthorityAndHisPaperIsReadByThoseWhoSeeTheDispute() {
    JsonObject dispute = grid.post("/disputes", report()).expect(201).json();
    String path = "/disputes/" + dispute.getString("id") + "/representatives";
    JsonObject agent =
        new JsonObject()
            .put("partyId", party(dispute, 0).getString("id"))
            .put("kind", "AGENT")
            .put("name", "丁示例")
            .put("phone", "13700000003")
            .put("idType", "PASSPORT")
            .put("idNumber", "E12345678");
    Answer none = grid.post(path, agent).expect(400);
    assertEquals(Set.of("authority"), Set.copyOf(none.fields()));
    Answer empty = grid.post(path, new JsonObject()).expect(400);
    assertTrue(
        empty
            .fields()
            .containsAll(Set.of("partyId", "kind", "name", "phone", "idType", "idNumber")));

    String file = grid.upload("/files", "a.pdf", "application/pdf", PDF).expect(201).id();
    mediator.get("/files/" + file).expect(404);
    agent.put("authority", "SPECIAL").put("documentId", file);
    mediator.post(path, agent).expect(400, "invalid-fields");
    JsonObject added = grid.post(path, agent).expect(201).json();
    assertTrue(added.getString("phone").endsWith("0003"));
    mediator.get("/files/" + file).expect(200);
    court.get("/files/" + file).expect(404);
    court.post(path, agent).expect(404);
  }

  @Test
  void filesAreKnownByTheirBytesAlone() {
    JsonObject kept =
        grid.upload("/files", "无关.exe", "application/x-msdownload", PDF).expect(201).json();
    assertEquals("application/pdf", kept.getString("mediaType"));
    assertEquals(PDF.length, kept.getInteger("size"));
    assertTrue(kept.getString("sha256").matches("sha256:[0-9a-f]{64}"));
    assertEquals(new String(PDF), grid.get("/files/" + kept.getString("id")).expect(200).text());
    mediator.get("/files/" + kept.getString("id")).expect(404);
    grid.upload("/files", "a.pdf", "application/pdf", "GIF89a".getBytes()).expect(400, "file-type");
    grid.upload("/files", "other", "a.pdf", "application/pdf", PDF).expect(400);
    grid.post("/files", new JsonObject()).expect(400);
  }

  @Test
  void aLargeFileComesBackByteForByteAndATooLargeOneIsRefused() {
    byte[] large = new byte[(3 << 20) + 17];
    System.arraycopy(PDF, 0, large, 0, PDF.length);
    large[large.length - 1] = 42;
    String id = grid.upload("/files", "a.pdf", "application/pdf", large).expect(201).id();
    byte[] back = grid.get("/files/" + id).expect(200).bytes();
    assertEquals(-1, java.util.Arrays.mismatch(large, back));
    byte[] tooLarge = new byte[(20 << 20) + 1];
    System.arraycopy(PDF, 0, tooLarge, 0, PDF.length);
    grid.upload("/files", "a.pdf", "application/pdf", tooLarge).expect(413, "file-too-large");
  }

  @Test
  void aReferralNamesTheCourtThatInvited() {
    JsonObject report = report().put("source", "REFERRAL");
    JsonObject referred =
        mediator
            .post("/disputes", report.copy().put("referringCourtId", "demo-court"))
            .expect(201)
            .json();
    assertEquals("demo-court", referred.getString("referringCourtId"));
    assertEquals("BASIC", referred.getString("courtLevel"));
    for (JsonObject faulty :
        List.of(
            report.copy().put("referringCourtId", "demo-committee"),
            report.copy().put("referringCourtId", "nobody"),
            report().put("source", "APPLICATION").put("referringCourtId", "demo-court"))) {
      String refused = mediator.post("/disputes", faulty).expect(400).text();
      assertTrue(refused.contains("referringCourtId"), refused);
    }
    String path = "/disputes/" + referred.getString("id");
    mediator.patch(path, JsonObject.of("referringCourtId", "demo-court-next")).expect(200);
    JsonObject now = mediator.get(path).expect(200).json();
    assertEquals("demo-court-next", now.getString("referringCourtId"));
  }

  @Test
  void aListIsReadPageByPage() {
    for (int i = 0; i < 3; i++) {
      grid.post("/disputes", report()).expect(201);
    }
    JsonObject first = grid.get("/disputes?limit=2").expect(200).json();
    assertEquals(2, first.getJsonArray("items").size());
    JsonObject second =
        grid.get("/disputes?limit=2&after=" + first.getString("next")).expect(200).json();
    String lastOfFirst = first.getJsonArray("items").getJsonObject(1).getString("id");
    assertFalse(second.encode().contains(lastOfFirst));
    grid.get("/disputes?limit=100000").expect(200);
  }

  @Test
  void staffFindEachOtherByRole() {
    JsonArray lawyers = mediator.get("/people?role=NEUTRAL_LAWYER").expect(200).items();
    assertTrue(lawyers.getJsonObject(0).getJsonObject("organisation").containsKey("name"));
    mediator.get("/people?role=NOTHING").expect(400);
    JsonArray committees = mediator.get("/organisations?kind=MEDIATION_COMMITTEE").items();
    assertEquals("demo-committee", committees.getJsonObject(0).getString("id"));
  }
}
