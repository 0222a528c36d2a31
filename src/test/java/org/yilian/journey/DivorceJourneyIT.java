package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Scene;

/** The article's divorce: signed on paper, not for the court, and shown the way to the registry. */
class DivorceJourneyIT extends SceneTests {

  @BeforeEach
  void start() {
    scene = Scene.divorce(server.port()).room().enter().prepare().open();
  }

  @Test
  void aDivorceIsSignedOnPaperAndIneligibleWithTheReason() {
    JsonObject draft =
        scene.mediator.post(scene.room("/agreements"), Terms.divorce(scene)).expect(201).json();
    String path = "/agreements/" + draft.getString("id");
    askedAboutTheMarriage(path);
    JsonObject proposed = scene.mediator.post(path + "/propose").ok().json();
    assertEquals("SIGNING", proposed.getString("status"));
    assertTrue(proposed.getBoolean("inkNeeded"));
    String hash = proposed.getString("textHash");
    glassIsRefused(path, hash);
    signOnPaper(path, hash);
    assertEquals("SIGNED", scene.mediator.get(path).json().getString("status"));
    scene.clerk.post(path + "/seal").ok();

    Actor a = scene.parties.get("A");
    assertFalse(a.get(path).expect(200).text().contains("divorce-protected-term"));
    assertFalse(scene.clerk.get(path).expect(200).text().contains("divorce-protected-term"));
    JsonObject choices = a.get("/courts?agreementId=" + draft.getString("id")).ok().json();
    String obstacles = choices.getJsonArray("obstacles").encode();
    assertTrue(obstacles.contains("第三百五十五条"), "a court is to be chosen in vain: " + obstacles);
    assertTrue(choices.getJsonArray("alternatives").encode().contains("离婚登记"));
    Actor.staff(server.port(), "wu")
        .get("/courts?agreementId=" + draft.getString("id"))
        .expect(404, "not-found");
    JsonObject confirmation = a.post(path + "/confirmation", new JsonObject()).expect(201).json();
    assertEquals("INELIGIBLE", confirmation.getString("status"));
    String words = confirmation.encode();
    assertTrue(words.contains("离婚登记"), "the way to the registry is not shown: " + words);
    assertTrue(words.contains("第三百五十五条"), "the reason names no article: " + words);
    assertFalse(words.contains("divorce-protected-term"), words);
  }

  /** Nobody asked at intake: the mediator is told to, and what he learns stays with staff. */
  private void askedAboutTheMarriage(String path) {
    assertTrue(findings(path).contains("divorce-unasked"));
    JsonObject said = JsonObject.of("pregnancy", true, "soldier", false);
    String dispute = "/disputes/" + scene.dispute.getString("id");
    scene.mediator.patch(dispute, JsonObject.of("marriage", said)).expect(200);
    assertTrue(findings(path).contains("divorce-protected-term"));
    assertFalse(findings(path).contains("divorce-unasked"));
    scene
        .parties
        .values()
        .forEach(party -> assertFalse(party.get(dispute).text().contains("marriage")));
  }

  private String findings(String path) {
    return scene.mediator.get(path).expect(200).json().getJsonArray("findings").encode();
  }

  private void glassIsRefused(String path, String hash) {
    Actor a = scene.parties.get("A");
    scene.answerSafety(a);
    scene.answerSafety(scene.parties.get("B"));
    a.post(path + "/signatures", Terms.ink("textHash", hash, "000000"))
        .expect(409, "paper-signature-needed");
  }

  private void signOnPaper(String path, String hash) {
    String scan = scan();
    for (String side : scene.parties.keySet()) {
      JsonObject signature =
          JsonObject.of(
              "textHash",
              hash,
              "method",
              "PAPER",
              "onBehalfOf",
              scene.partyId(side),
              "scanIds",
              JsonArray.of(scan));
      scene.parties.get(side).post(path + "/signatures", signature.copy()).expect(404);
      scene.clerk.post(path + "/signatures", signature).expect(201);
    }
    scene.mediator.post(path + "/signatures", Terms.ink("textHash", hash, null)).ok();
  }

  private String scan() {
    byte[] pdf = "%PDF-1.7\n% a scan of the demo\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    return scene.clerk.upload("/files", "scan.pdf", "application/pdf", pdf).expect(201).id();
  }
}
