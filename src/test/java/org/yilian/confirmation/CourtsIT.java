package org.yilian.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;

/** Which courts an agreement may go to. */
class CourtsIT extends ConfirmationTests {
  @Test
  void listsTheCourtsOfSeatAndDomicileEachWithItsArticle() {
    JsonObject agreement = stage.sealed();
    JsonArray courts =
        stage.a.get("/courts?agreementId=" + agreement.getString("id")).expect(200).items();
    assertEquals("demo-court", courts.getJsonObject(0).getString("id"));
    assertTrue(courts.encode().contains("demo-court-next"), courts::encode);
    assertTrue(courts.getJsonObject(0).getString("article").contains("二百零五条"));
    stage.guest(stage.partyA).get("/courts?agreementId=nothing").expect(404);
    Stage.leak(server).a.get("/courts?agreementId=" + agreement.getString("id")).expect(404);
  }

  @Test
  void theInvitingCourtStandsAlone() {
    stage = Stage.referred(server, "demo-court-next");
    JsonObject agreement = stage.sealed();
    JsonArray courts = courtsOf(agreement);
    assertEquals(1, courts.size(), courts::encode);
    assertEquals("demo-court-next", courts.getJsonObject(0).getString("id"));
    assertEquals("INVITING_COURT", courts.getJsonObject(0).getString("ground"));
    JsonObject elsewhere = begin(stage.a, agreement, "demo-court").expect(201).json();
    assertEquals("INELIGIBLE", elsewhere.getString("status"));
    JsonObject there = begin(stage.a, agreement, "demo-court-next").expect(200).json();
    assertEquals("CO_SIGNING", there.getString("status"));
  }

  @Test
  void whatBelongsHigherGoesToTheIntermediateCourt() {
    stage.sql("update parties set domicile = '演示市' || domicile");
    JsonObject agreement = stage.sealed();
    String path = "/disputes/" + stage.dispute;
    assertEquals(
        List.of("courtLevel"),
        stage.mediator.patch(path, JsonObject.of("courtLevel", "HIGHEST")).expect(400).fields());
    stage.a.patch(path, JsonObject.of("courtLevel", "INTERMEDIATE")).expect(404);
    JsonObject higher =
        stage.mediator.patch(path, JsonObject.of("courtLevel", "INTERMEDIATE")).expect(200).json();
    assertEquals("INTERMEDIATE", higher.getString("courtLevel"));
    JsonArray courts = courtsOf(agreement);
    assertEquals(1, courts.size(), courts::encode);
    assertEquals("demo-court-city", courts.getJsonObject(0).getString("id"));
  }

  @Test
  void eachOrganisationThatMediatedBringsItsCourt() {
    stage.sql("update parties set domicile = null where dispute_id = $1", stage.dispute);
    JsonObject agreement = stage.sealed();
    assertEquals(1, courtsOf(agreement).size());
    stage.seat(stage.person("fang"), "MEDIATOR", null, null);
    JsonArray courts = courtsOf(agreement);
    assertEquals("demo-court", courts.getJsonObject(0).getString("id"));
    assertEquals("demo-court-next", courts.getJsonObject(1).getString("id"));
    assertEquals("ORGANISATION_SEAT", courts.getJsonObject(1).getString("ground"));
  }

  @Test
  void takesAnotherCourtWhereTheFirstHadNoConnection() {
    JsonObject agreement = stage.sealed();
    begin(stage.a, agreement, "demo-committee").expect(400);
    JsonObject stopped = begin(stage.a, agreement, "demo-court-city").expect(201).json();
    assertEquals("INELIGIBLE", stopped.getString("status"));
    assertTrue(stopped.getJsonArray("findings").encode().contains("court-without-connection"));
    stage.a.get(at(stopped) + "/application.pdf").expect(404);
    JsonObject again = begin(stage.a, agreement, "demo-court").expect(200).json();
    assertEquals("CO_SIGNING", again.getString("status"));
    assertEquals(stopped.getString("id"), again.getString("id"));
  }

  private JsonArray courtsOf(JsonObject agreement) {
    return stage.a.get("/courts?agreementId=" + agreement.getString("id")).expect(200).items();
  }
}
