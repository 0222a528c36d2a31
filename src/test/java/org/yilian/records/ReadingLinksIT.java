package org.yilian.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.StageTests;
import org.yilian.client.Actor;

/** A clerk of the host has a party sent a link to its own agreement, and to nothing else. */
class ReadingLinksIT extends StageTests {
  private static String path(JsonObject agreement) {
    return "/agreements/" + agreement.getString("id") + "/reading-links";
  }

  private JsonObject toA() {
    return JsonObject.of("partyId", stage.partyA);
  }

  private Actor stranger() {
    return Actor.stranger(server.port());
  }

  @Test
  void thePartyReadsByTheMessageAndTheClerkNeverSeesTheLink() {
    JsonObject agreement = stage.sealed();
    JsonObject answer = stage.clerk.post(path(agreement), toA()).expect(201).json();
    assertEquals("****0001", answer.getString("sentTo"));
    Instant inTenMinutes = Instant.now().plus(Duration.ofMinutes(10));
    assertFalse(Instant.parse(answer.getString("expiresAt")).isAfter(inTenMinutes));
    String text =
        stranger()
            .get("/demo/outbox?phone=" + Stage.A_PHONE)
            .expect(200)
            .json()
            .getJsonArray("messages")
            .getJsonObject(0)
            .getString("text");
    assertFalse(text.contains("漏水"), "the message never names the matter");
    String token = text.replaceAll("(?s).*/d/(\\w+).*", "$1");
    assertFalse(answer.encode().contains(token), "it is in the message and nowhere else");
    String link = "/document-links/" + token;
    assertEquals("FRESH", stranger().get(link).expect(200).json().getString("state"));
    JsonObject opened = stranger().post(link + "/reading").expect(201).json();
    assertTrue(
        stranger()
            .get("/readings/" + opened.getString("reading"))
            .expect(200)
            .json()
            .getJsonArray("texts")
            .getString(0)
            .contains("杨䶮"));
    stranger().post(link + "/reading").expect(410, "link-spent");
    assertEquals(1, facts(agreement));
  }

  private long facts(JsonObject agreement) {
    return server.count(
        "select count(*) from facts where kind = 'reading-link-sent' and scope = 'agreement:"
            + agreement.getString("id")
            + "' and actor = '"
            + stage.person("zhao")
            + "'");
  }

  @Test
  void nobodyButAClerkOfTheHostHasOneSent() {
    JsonObject agreement = stage.sealed();
    Stage others = Stage.leak(server);
    List<Actor> outsiders =
        List.of(
            stage.mediator,
            stage.lawyer,
            stage.a,
            stage.b,
            others.a,
            Stage.staff(server, "luo"),
            Stage.staff(server, "tang"),
            Stage.staff(server, "chen"));
    for (Actor outsider : outsiders) {
      outsider.post(path(agreement), toA()).expect(404);
    }
    stranger().post(path(agreement), toA()).expect(401);
    assertEquals(0, facts(agreement));
  }

  @Test
  void onlyToAPartyOfThisAgreementAndOnlyWhatIsSealed() {
    JsonObject agreement = stage.sealed();
    Stage others = Stage.leak(server);
    for (String other : List.of(others.partyA, stage.person("wang"), "none")) {
      stage.clerk.post(path(agreement), JsonObject.of("partyId", other)).expect(400);
    }
    stage.clerk.post(path(agreement), new JsonObject()).expect(400);
    stage
        .clerk
        .post(path(others.signed()), JsonObject.of("partyId", others.partyA))
        .expect(409, "not-sealed");
    assertEquals(0, facts(agreement));
  }

  /** What a clerk sends does not use up what the party may ask for itself. */
  @Test
  void threeAnHourAndThePartyStillAsksForItself() {
    JsonObject agreement = stage.sealed();
    for (int n = 0; n < 3; n++) {
      stage.clerk.post(path(agreement), toA()).expect(201);
    }
    stage.clerk.post(path(agreement), toA()).expect(429, "too-many-links");
    stage.clerk.post(path(agreement), JsonObject.of("partyId", stage.partyB)).expect(201);
    String own = "/rooms/" + stage.room + "/papers/agreement-" + agreement.getString("id");
    stage.a.post(own + "/links", JsonObject.of("send", true)).expect(201);
    server.sql("update document_links set made_at = made_at - interval '61 minutes'");
    stage.clerk.post(path(agreement), toA()).expect(201);
  }

  /** Whoever has left the room does not read, so nothing is sent. */
  @Test
  void notToWhoHasLeftTheRoom() {
    JsonObject agreement = stage.sealed();
    stage.sql("update members set ended_at = now() where id = $1", stage.member(stage.partyA));
    stage.clerk.post(path(agreement), toA()).expect(400, "invalid-fields");
    assertEquals(0, facts(agreement));
  }
}
