package org.yilian.confirmation;

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

/** An application on its way through the hands of both sides to the court. */
class ApplicationSigningIT extends ConfirmationTests {
  @Test
  void signsOneTextFromTwoPhonesAndHidesTheOtherSidesUntilAllHave() {
    JsonObject confirmation = begun();
    Answer text = stage.b.get(at(confirmation) + "/text").expect(200);
    assertEquals(confirmation.getString("applicationHash"), Hash.of(text.bytes()).value());
    assertFalse(text.text().contains(Stage.A_PHONE));
    assertFalse(text.text().contains("演示区示例路9号"), text.text());
    stage.a.get(at(confirmation) + "/application.pdf").expect(200);
    String path = at(confirmation) + "/signatures";
    JsonObject body = ink(confirmation);
    assertEquals(
        List.of("dataConsent"),
        stage.a.post(path, body.copy().put("dataConsent", false)).expect(400).fields());
    JsonObject unasked = body.copy();
    unasked.remove("dataConsent");
    assertEquals(List.of("dataConsent"), stage.a.post(path, unasked).expect(400).fields());
    stage.a.post(path, body).expect(400, "code-wrong");
    stage
        .a
        .post(path, body.copy().put("applicationHash", Hash.of("other").value()))
        .expect(409, "text-changed");
    stage.mediator.post(path, body).expect(404);
    JsonObject signed = sign(stage.a, Stage.A_PHONE, confirmation).expect(201).json();
    assertEquals(signed, stage.a.post(path, body).expect(201).json());
    assertEquals(0, stage.b.get(at(confirmation)).json().getJsonArray("signatures").size());
    stage.clerk.post(at(confirmation) + "/submit").expect(409, "signature-missing");
    sign(stage.b, Stage.B_PHONE, confirmation).expect(201);
    JsonObject ready = stage.b.get(at(confirmation)).json();
    assertEquals("READY", ready.getString("status"));
    assertEquals(2, ready.getJsonArray("signatures").size());
  }

  /**
   * Whoever has no phone signs by hand; the clerk enters it, with the consent to the court's use.
   */
  @Test
  void takesAPaperBesideASignatureOnTheGlass() {
    JsonObject confirmation = begun();
    sign(stage.a, Stage.A_PHONE, confirmation).expect(201);
    JsonObject paper =
        new JsonObject()
            .put("applicationHash", confirmation.getString("applicationHash"))
            .put("method", "FINGERPRINT_PAPER")
            .put("onBehalfOf", stage.partyB)
            .put("dataConsent", true);
    String path = at(confirmation) + "/signatures";
    assertEquals(List.of("scanIds"), stage.clerk.post(path, paper).expect(400).fields());
    JsonArray scans = new JsonArray().add(ruling(stage.clerk));
    stage.b.post(path, paper.copy().put("scanIds", scans)).expect(404);
    stage.mediator.post(path, paper.copy().put("scanIds", scans)).expect(404);
    stage.clerk.post(path, paper.put("scanIds", scans)).expect(201);
    assertEquals("READY", stage.b.get(at(confirmation)).json().getString("status"));
  }

  @Test
  void takesTheEsignatureConsentForTheApplicationToo() {
    JsonObject confirmation = begun();
    stage.consent(stage.partyA, "E_SIGNATURE", false);
    stage
        .a
        .post(at(confirmation) + "/signatures", ink(confirmation))
        .expect(409, "consent-missing");
  }

  @Test
  void asksForAReasonOnceTheLastDayIsCertainlyOver() {
    JsonObject confirmation = ready();
    stage
        .clerk
        .post(at(confirmation) + "/lapse", JsonObject.of("reason", "x"))
        .expect(409, "not-over");
    stage.sql(
        "update agreements set effective_on = '2026-08-01' where id = $1",
        confirmation.getString("agreementId"));
    assertEquals(
        List.of("lateReason"), stage.clerk.post(at(confirmation) + "/submit").expect(400).fields());
    JsonObject late = JsonObject.of("lateReason", "洪水，民诉法86条");
    stage.clerk.post(at(confirmation) + "/submit", late).expect(200);
  }

  @Test
  void isWithdrawnFreelyBeforeTheCourtHasItAndByItsLeaveAfterwards() {
    JsonObject early = begun();
    withdraw(stage.clerk, early, "x").expect(404);
    JsonObject back = withdraw(stage.a, early, "私下原因").expect(201).json();
    assertEquals("WITHDRAWN", back.getString("status"));
    assertFalse(stage.b.get(at(early)).expect(200).text().contains("私下原因"));
    stage = Stage.leak(server);
    JsonObject late = submitted();
    JsonObject asked = withdraw(stage.b, late, "不想申请了").expect(201).json();
    assertEquals("SUBMITTED", asked.getString("status"));
    assertTrue(judge.get(at(late)).text().contains("不想申请了"));
    decide(judge, late, decision("ALLOW_WITHDRAWAL")).expect(201);
    assertEquals("WITHDRAWN", stage.a.get(at(late)).json().getString("status"));
    withdraw(stage.a, late, "x").expect(409, "wrong-state");
  }

  private static Answer withdraw(Actor who, JsonObject confirmation, String reason) {
    return who.post(at(confirmation) + "/withdrawals", JsonObject.of("reason", reason));
  }

  @Test
  void namesTheMatterInNoSms() {
    submitted();
    String sent =
        Actor.stranger(server.port()).get("/demo/outbox?phone=" + Stage.A_PHONE).expect(200).text();
    for (String word : List.of("漏水", "司法确认", "法院", "协议", "赔偿")) {
      assertFalse(sent.contains(word), word);
    }
  }
}
