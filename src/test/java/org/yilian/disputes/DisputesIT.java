package org.yilian.disputes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** What is reported, found faulty, numbered, listed and shown. */
class DisputesIT extends DisputeTests {
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
    Actor.staff(SERVER.port(), "zheng").get("/disputes/" + id).expect(200);
    for (String outsider : new String[] {"sun", "zhou", "li", "zhao"}) {
      Actor other = Actor.staff(SERVER.port(), outsider);
      other.get("/disputes/" + id).expect(404, "not-found");
      other
          .patch("/disputes/" + id + "/parties/" + id, new JsonObject().put("name", "丁"))
          .expect(404);
      assertFalse(other.get("/disputes").expect(200).text().contains(id), outsider);
    }
    Actor.stranger(SERVER.port()).get("/disputes/" + id).expect(401);
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

  /** Health, and for whom it is asked: no other desk, list or story holds it. */
  @Test
  void whatIsAskedBeforeADivorceIsForMediatorsAlone() {
    JsonObject asked = JsonObject.of("pregnancy", true, "soldier", false);
    JsonObject report = report().put("type", "MARRIAGE_FAMILY").put("marriage", asked);
    Answer reported = grid.post("/disputes", report).expect(201);
    assertFalse(reported.text().contains("pregnancy"), reported.text());
    String path = "/disputes/" + reported.id();
    assertEquals(asked, mediator.get(path).json().getJsonObject("marriage"));
    JsonObject soldier = JsonObject.of("marriage", JsonObject.of("soldier", true));
    mediator.patch(path, soldier).expect(200);
    assertEquals(
        asked.copy().put("soldier", true), mediator.get(path).json().getJsonObject("marriage"));
    for (Actor other : List.of(grid, Actor.staff(SERVER.port(), "zheng"))) {
      for (String seen : List.of(path, path + "/story", "/disputes?q=甲示例")) {
        assertFalse(other.get(seen).expect(200).text().contains("pregnancy"), seen);
      }
    }
    assertEquals(
        List.of("marriage"),
        grid.post("/disputes", report.copy().put("type", "NEIGHBOUR")).expect(400).fields());
    String neighbours = grid.post("/disputes", report()).expect(201).id();
    mediator.patch("/disputes/" + neighbours, soldier).expect(400);
    court.patch(path, soldier).expect(404);
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
