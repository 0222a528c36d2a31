package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Scene;

/** What a room needs before it opens, and the consents that it rests on. */
class OpeningIT extends SceneTests {
  private static List<String> codes(Answer answer) {
    return answer.json().getJsonArray("fields").stream()
        .map(field -> ((JsonObject) field).getString("name"))
        .distinct()
        .toList();
  }

  @Test
  void openingIsRefusedWithAllThatIsMissingTheWeightiestFirst() {
    scene = Scene.divorce(server.port()).room().enter();
    Answer all = scene.mediator.post(scene.room("/open")).expect(409, "mediator-absent");
    assertEquals(
        List.of(
            "mediator-absent",
            "lawyer-absent",
            "identity-unverified",
            "consent-missing",
            "safety-unanswered"),
        codes(all));
    scene.line(scene.mediator);
    scene.mediator.post(scene.room("/open")).expect(409, "lawyer-absent");
    scene.line(scene.lawyer);
    scene.mediator.post(scene.room("/open")).expect(409, "identity-unverified");
    scene.prepare();
    scene.mediator.post(scene.room("/open")).expect(200);
    assertEquals("LIVE_SEPARATED", status(scene.mediator));
    scene.mediator.post(scene.room("/open")).expect(409, "wrong-state");
  }

  @Test
  void whoKnowsARelationIsConsentedToAnew() {
    scene = Scene.leak(server.port()).room().enter().prepare();
    scene.line(scene.mediator);
    scene.line(scene.lawyer);
    String path = scene.room("/members/" + scene.lawyerSeat + "/disclosures");
    scene.lawyer.post(path, JsonObject.of("relation", "OTHER")).expect(400, "invalid-fields");
    scene.lawyer.post(path, JsonObject.of("relation", "OTHER", "text", "曾与公司有业务往来")).expect(201);
    Answer refused = scene.mediator.post(scene.room("/open")).expect(409, "consent-missing");
    assertEquals(2, refused.json().getJsonArray("fields").size());
    JsonObject again =
        JsonObject.of("kind", "LAWYER_PRESENT", "memberId", scene.lawyerSeat, "given", true);
    scene.parties.values().forEach(party -> scene.consent(party, again).expect(200));
    scene.mediator.post(scene.room("/open")).expect(200);
    scene.mediator.post(path, JsonObject.of("relation", "NONE")).expect(404);
  }

  @Test
  void aFirstNoEndsNothing() {
    scene = Scene.leak(server.port()).room().enter();
    Actor a = scene.parties.get("A");
    consent(a, "ONLINE_MEDIATION", false).expect(200);
    assertEquals("CREATED", status(a));
    consent(a, "ONLINE_MEDIATION", true).expect(200);
    consent(a, "ONLINE_MEDIATION", false).expect(200);
    assertEquals("ENDED", status(a));
  }

  @Test
  void consentsNameTheirFaultsAndStaffGiveNone() {
    scene = Scene.leak(server.port()).room().enter();
    Actor a = scene.parties.get("A");
    Answer faults =
        a.post(
                scene.room("/consents"),
                JsonObject.of(
                    "items",
                    JsonArray.of(
                        JsonObject.of("kind", "NOTHING", "given", true),
                        JsonObject.of("kind", "LAWYER_PRESENT", "given", true),
                        JsonObject.of("kind", "E_SIGNATURE"))))
            .expect(400, "invalid-fields");
    assertEquals(List.of("items[0].kind", "items[1].memberId", "items[2].given"), codes(faults));
    JsonObject unknown =
        JsonObject.of("kind", "LAWYER_PRESENT", "memberId", scene.mediatorSeat, "given", true);
    scene.consent(a, unknown).expect(400, "invalid-fields");
    consent(scene.mediator, "ONLINE_MEDIATION", true).expect(404);
    consent(scene.clerk, "ONLINE_MEDIATION", true).expect(404);
  }
}
