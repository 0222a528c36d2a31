package org.yilian.confirmation;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.yilian.Stage;
import org.yilian.StageTests;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** Applications for judicial confirmation, brought as far as a test asks. */
abstract class ConfirmationTests extends StageTests {
  private static final byte[] RULING = "%PDF-1.7 a ruling".getBytes();

  Actor judge;
  Actor courtClerk;

  @BeforeEach
  void court() {
    judge = Stage.staff(server, "zhou");
    courtClerk = Stage.staff(server, "sun");
  }

  static String at(JsonObject confirmation) {
    return "/confirmations/" + confirmation.getString("id");
  }

  JsonObject begun() {
    return begin(stage.a, stage.sealed(), "demo-court").expect(201).json();
  }

  static Answer begin(Actor who, JsonObject agreement, String court) {
    return who.post(
        "/agreements/" + agreement.getString("id") + "/confirmation",
        JsonObject.of("courtId", court));
  }

  static JsonObject ink(JsonObject confirmation) {
    JsonObject body = Stage.ink("").put("dataConsent", true);
    body.remove("textHash");
    return body.put("applicationHash", confirmation.getString("applicationHash"));
  }

  Answer sign(Actor who, String phone, JsonObject confirmation) {
    who.post(at(confirmation) + "/signature-code").expect(204);
    return who.post(
        at(confirmation) + "/signatures", ink(confirmation).put("code", stage.code(phone)));
  }

  JsonObject ready() {
    JsonObject confirmation = begun();
    sign(stage.a, Stage.A_PHONE, confirmation).expect(201);
    sign(stage.b, Stage.B_PHONE, confirmation).expect(201);
    return stage.clerk.get(at(confirmation)).expect(200).json();
  }

  JsonObject submitted() {
    return stage.clerk.post(at(ready()) + "/submit").expect(200).json();
  }

  static Answer decide(Actor who, JsonObject confirmation, JsonObject decision) {
    return who.post(at(confirmation) + "/decisions", decision);
  }

  static JsonObject decision(String word) {
    return JsonObject.of("decision", word);
  }

  static String ruling(Actor who) {
    return who.upload("/files", "r.pdf", "application/pdf", RULING).expect(201).id();
  }
}
