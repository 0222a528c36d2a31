package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Answer;
import org.yilian.kernel.Hash;

/** Signing on glass and on paper, and what is refused. */
class SignaturesIT extends AgreementTests {
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
}
