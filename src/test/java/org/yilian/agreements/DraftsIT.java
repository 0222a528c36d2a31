package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.kernel.Hash;

/** Agreements until they are proposed. */
class DraftsIT extends AgreementTests {
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
  void isNotProposedWhileASentenceChangesStatus() {
    JsonObject values = stage.values();
    values.getJsonArray("terms").add(JsonObject.of("text", "双方自本协议签订之日起解除婚姻关系。"));
    JsonObject agreement = stage.begin(values);
    Answer refused = stage.mediator.post(at(agreement) + "/propose").expect(409, "findings");
    assertEquals(List.of("values.terms[1].text"), refused.fields());
    stage.a.get(at(agreement)).expect(404);
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
}
