package org.yilian.disputes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yilian.client.Answer;

/** What becomes known of the people of a dispute later, and who acts for them. */
class PartiesIT extends DisputeTests {
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
}
