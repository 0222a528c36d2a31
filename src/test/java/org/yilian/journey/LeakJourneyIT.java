package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Line;
import org.yilian.client.Scene;

/** The article's leak, from the first report to the court's ruling. */
class LeakJourneyIT extends SceneTests {

  @BeforeEach
  void start() {
    scene = Scene.liveLeak(server.port());
  }

  @Test
  void aLeakEndsConfirmed() {
    talk();
    String agreement = agree();
    String confirmation = apply(agreement);
    rule(confirmation);
    assertEquals("CONFIRMED", statusOf(scene.parties.get("A"), confirmation));
    assertEquals("CONFIRMED", statusOf(scene.parties.get("B"), confirmation));
    outsidersSawNothing(agreement, confirmation);
  }

  private void talk() {
    Actor a = scene.parties.get("A");
    Actor b = scene.parties.get("B");
    Line ofA = scene.line(a);
    Line ofB = scene.line(b);
    Line ofMediator = scene.line(scene.mediator);
    String laneA = scene.lane(a, "SIDE", "A");
    JsonObject said = ofA.say(laneA, "我只想让他们赔我六千五百块修房子");
    ofMediator.awaitText("我只想让他们赔我六千五百块修房子");
    long seq = said.getLong("seq");

    JsonObject relay =
        JsonObject.of(
            "fromLane",
            laneA,
            "seq",
            seq,
            "toLane",
            scene.lane(scene.mediator, "SIDE", "B"),
            "text",
            "申请人希望得到六千五百元的修复费用。",
            "mode",
            "REWORDED");
    scene.mediator.post(scene.room("/relays"), relay).expect(409, "author-consent-missing");
    a.post(
            scene.room("/messages/" + laneA + "/" + seq + "/relay-consent"),
            JsonObject.of("allow", "REWORDED", "text", "申请人希望得到六千五百元的修复费用。"))
        .ok();
    scene.mediator.post(scene.room("/relays"), relay).expect(201);
    JsonObject relayed = ofB.awaitText("申请人希望得到六千五百元的修复费用。");
    assertEquals("MEDIATOR", relayed.getJsonObject("author").getString("role"));
    assertFalse(ofB.received().contains("只想让他们"), "a confidence reached the other side");
    assertFalse(ofB.received().contains(laneA), "the other side's lane is named");
  }

  private String agree() {
    JsonObject draft =
        scene.mediator.post(scene.room("/agreements"), Terms.leak(scene)).expect(201).json();
    String path = "/agreements/" + draft.getString("id");
    scene.parties.get("A").get(path).expect(404);
    scene.mediator.post(path + "/propose").expect(200);
    JsonObject proposed = scene.parties.get("A").get(path).expect(200).json();
    String hash = proposed.getString("textHash");
    scene.clerk.post(path + "/seal").expect(409, "signature-missing");
    for (String side : scene.parties.keySet()) {
      signAgreement(path, side, hash);
    }
    scene.mediator.post(path + "/signatures", Terms.ink("textHash", hash, null)).expect(201);
    assertEquals("SIGNED", scene.mediator.get(path).json().getString("status"));
    assertTrue(scene.clerk.post(path + "/seal").status() / 100 == 2);
    JsonObject sealed = scene.parties.get("B").get(path).expect(200).json();
    assertEquals("EFFECTIVE", sealed.getString("status"));
    JsonObject verified =
        Actor.stranger(scene.port)
            .post(
                "/documents/verify",
                scene.clerk.get(path + "/document.pdf").expect(200).bytes(),
                "application/pdf")
            .expect(200)
            .json();
    assertTrue(verified.getBoolean("valid"), verified::encode);
    assertTrue(verified.getBoolean("demo"));
    return draft.getString("id");
  }

  private void signAgreement(String path, String side, String hash) {
    Actor party = scene.parties.get(side);
    scene.answerSafety(party);
    party.post(path + "/signature-code").expect(204);
    String wrong = hash.substring(0, hash.length() - 1) + (hash.endsWith("0") ? "1" : "0");
    party
        .post(path + "/signatures", Terms.ink("textHash", wrong, scene.codeOf(side)))
        .expect(409, "text-changed");
    party.post(path + "/signatures", Terms.ink("textHash", hash, scene.codeOf(side))).expect(201);
  }

  private String apply(String agreementId) {
    Actor a = scene.parties.get("A");
    String court =
        a.get("/courts?agreementId=" + agreementId)
            .expect(200)
            .items()
            .getJsonObject(0)
            .getString("id");
    JsonObject opened =
        a.post("/agreements/" + agreementId + "/confirmation", JsonObject.of("courtId", court))
            .expect(201)
            .json();
    assertEquals("CO_SIGNING", opened.getString("status"), opened::encode);
    String path = "/confirmations/" + opened.getString("id");
    scene.clerk.post(path + "/submit").expect(409, "signature-missing");
    for (String side : scene.parties.keySet()) {
      Actor party = scene.parties.get(side);
      party.post(path + "/signature-code").expect(204);
      JsonObject signature =
          Terms.ink("applicationHash", opened.getString("applicationHash"), scene.codeOf(side));
      party.post(path + "/signatures", signature.copy()).expect(400);
      party.post(path + "/signatures", signature.put("dataConsent", true)).expect(201);
    }
    assertEquals("READY", statusOf(a, opened.getString("id")));
    scene.clerk.post(path + "/submit").expect(200);
    return opened.getString("id");
  }

  private void rule(String confirmationId) {
    Actor judge = Actor.staff(scene.port, "zhou");
    Actor elsewhere = Actor.staff(scene.port, "lin");
    String path = "/confirmations/" + confirmationId;
    elsewhere.get(path).expect(404);
    assertEquals(200, judge.get(path + "/package.zip").status());
    judge.post(path + "/decisions", confirm(judge)).expect(409, "wrong-state");
    judge.post(path + "/decisions", JsonObject.of("decision", "ACCEPT")).ok();
    judge.post(path + "/decisions", JsonObject.of("decision", "CONFIRM")).expect(400);
    judge.post(path + "/decisions", confirm(judge)).ok();
  }

  private JsonObject confirm(Actor judge) {
    return JsonObject.of("decision", "CONFIRM")
        .put("rulingNumber", "（2026）演0000诉前调确1号")
        .put("rulingFileId", file(judge));
  }

  private String file(Actor owner) {
    byte[] pdf = "%PDF-1.7\n% a ruling of the demo\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    return owner.upload("/files", "ruling.pdf", "application/pdf", pdf).expect(201).id();
  }

  private static String statusOf(Actor actor, String confirmationId) {
    return actor.get("/confirmations/" + confirmationId).expect(200).json().getString("status");
  }

  private void outsidersSawNothing(String agreementId, String confirmationId) {
    for (String name : new String[] {"chen", "qian", "wu", "luo", "xu"}) {
      Actor outsider = Actor.staff(scene.port, name);
      outsider.get("/rooms/" + scene.roomId).expect(404);
      outsider.get("/agreements/" + agreementId).expect(404);
      outsider.get("/confirmations/" + confirmationId).expect(404);
      outsider.post("/socket-tickets", JsonObject.of("roomId", scene.roomId)).expect(404);
    }
  }
}
