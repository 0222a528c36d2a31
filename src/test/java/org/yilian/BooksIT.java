package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.kernel.Hash;

/** What each side was sent, and the books of the clerk. */
class BooksIT {
  private static TestServer server;

  /** Brought to its seal once: to sign and to seal take most of the time. */
  private static Stage stage;

  private static String sealed;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    stage = Stage.leak(server);
    sealed = stage.sealed().getString("id");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aReportHoldsAllThatASideWasSentAndNothingElse() {
    Stage stage = Stage.leak(server);
    stage.said("A", stage.partyA, "密语甲，最少五千");
    stage.said("A", stage.person("wang"), "说错的话");
    stage.said("B", stage.partyB, "密语乙");
    stage.sql(
        "update messages set recalled_at = now() where lane_id = $1 and seq = 2", stage.lane("A"));
    String path = "/rooms/" + stage.room + "/sides/A/report";
    JsonObject forMediator = stage.mediator.get(path).expect(200).json();
    JsonObject own = stage.a.get(path).expect(200).json();
    for (JsonObject report : List.of(forMediator, own)) {
      assertTrue(report.encode().contains("密语甲"));
      assertFalse(report.encode().contains("密语乙"));
      assertEquals("杨䶮", report.getJsonArray("members").getJsonObject(0).getString("name"));
    }
    assertEquals("说错的话", text(forMediator, 1), "it was sent, so the sealed file holds it");
    assertNull(text(own, 1), "and nobody reads again what was taken back");
    stage.b.get(path).expect(404);
    stage.lawyer.get(path).expect(404);
    stage.clerk.get(path).expect(404);
    stage.mediator.get("/rooms/" + stage.room + "/sides/C/report").expect(404);
  }

  private static String text(JsonObject report, int message) {
    return report
        .getJsonArray("lanes")
        .getJsonObject(0)
        .getJsonArray("messages")
        .getJsonObject(message)
        .getString("text");
  }

  @Test
  void whoHasSignedSeesByWhenTheSealIsDue() {
    Stage stage = Stage.leak(server);
    JsonObject signed = stage.signed();
    LocalDate due = LocalDate.parse(signed.getString("sealDue"));
    JsonObject seen = stage.a.get("/agreements/" + signed.getString("id")).expect(200).json();
    assertEquals(due.toString(), seen.getString("sealDue"));
    stage.clerk.post("/agreements/" + signed.getString("id") + "/seal").expect(200);
    seen = stage.a.get("/agreements/" + signed.getString("id")).expect(200).json();
    assertNull(seen.getString("sealDue"), "it is sealed");
    JsonObject row = row(stage, "seals", signed.getString("number"));
    assertEquals(due.toString(), row.getString("dueOn"));
    assertFalse(row.getBoolean("late"));
    assertEquals(seen.getJsonObject("document").getString("sha256"), row.getString("sha256"));
  }

  @Test
  void aSealThatCameLateIsShownAsLate() {
    Stage stage = Stage.leak(server);
    JsonObject signed = stage.signed();
    stage.sql(
        "update agreement_signatures set at = timestamptz '2026-06-01 10:00+08' where agreement_id"
            + " = $1",
        signed.getString("id"));
    stage.clerk.post("/agreements/" + signed.getString("id") + "/seal").expect(200);
    JsonObject row = row(stage, "seals", signed.getString("number"));
    assertEquals("2026-06-02", row.getString("dueOn"));
    assertTrue(row.getBoolean("late"));
  }

  @Test
  void everySealIsInTheBookWhateverItStandsUnder() {
    String id = sealed;
    byte[] certificate =
        stage.clerk.get("/agreements/" + id + "/certificate.pdf").expect(200).bytes();
    List<JsonObject> rows =
        book(stage, "seals").stream()
            .map(JsonObject.class::cast)
            .filter(row -> id.equals(row.getString("agreementId")))
            .toList();
    assertEquals(
        List.of("人民调解协议书", "主持调解的证明"), rows.stream().map(row -> row.getString("title")).toList());
    JsonObject second = rows.get(1);
    assertEquals(Hash.of(certificate).value(), second.getString("sha256"));
    assertEquals(
        stage.clerk.get("/me").json().getJsonObject("person").getString("name"),
        second.getString("sealedBy"));
    assertNull(second.getString("dueOn"), "no term runs for a certificate");
  }

  @Test
  void theBookOfNumbersHasNoGaps() {
    Stage stage = Stage.leak(server);
    stage.begin();
    stage.begin();
    List<String> numbers =
        book(stage, "numbers").stream()
            .map(row -> ((JsonObject) row).getString("number"))
            .map(number -> number.replaceAll(".*第(\\d+)号", "$1"))
            .toList();
    for (int i = 0; i < numbers.size(); i++) {
      assertEquals(String.valueOf(i + 1), numbers.get(i));
    }
    assertTrue(numbers.size() >= 2);
  }

  @Test
  void printsAndServicesAreEnteredOnceAndStay() {
    String id = sealed;
    String number = stage.clerk.get("/agreements/" + id).json().getString("number");
    JsonObject print = JsonObject.of("copies", 3, "purpose", "各方及存档");
    stage.clerk.post("/agreements/" + id + "/prints", print).expect(201);
    JsonObject service = JsonObject.of("partyId", stage.partyA, "manner", "IN_PERSON", "copies", 1);
    stage.clerk.post("/agreements/" + id + "/services", service).expect(201);
    assertEquals(3, row(stage, "prints", number).getInteger("copies"));
    JsonObject served = row(stage, "services", number);
    assertEquals("杨䶮", served.getString("party"));
    assertEquals("IN_PERSON", served.getString("manner"));
    String token =
        stage.b.post("/agreements/" + id + "/document-links").expect(201).json().getString("token");
    Actor.stranger(server.port()).post("/document-links/" + token).expect(200);
    assertTrue(
        book(stage, "services").stream()
            .map(JsonObject.class::cast)
            .anyMatch(
                row ->
                    "FETCHED".equals(row.getString("manner"))
                        && "演示建筑工程有限公司".equals(row.getString("party"))));
  }

  @Test
  void wrongEntriesAreRefusedByName() {
    Stage stage = Stage.leak(server);
    JsonObject signed = stage.signed();
    String id = signed.getString("id");
    JsonObject print = JsonObject.of("copies", 3, "purpose", "存档");
    stage.clerk.post("/agreements/" + id + "/prints", print).expect(409, "not-sealed");
    stage.clerk.post("/agreements/" + id + "/seal").expect(200);
    JsonObject wrong =
        JsonObject.of("partyId", "x", "manner", "PIGEON", "copies", 0, "servedOn", "2999-01-01");
    assertEquals(
        List.of("manner", "copies", "servedOn"),
        stage.clerk.post("/agreements/" + id + "/services", wrong).expect(400).fields());
    JsonObject stranger = JsonObject.of("partyId", "x", "manner", "MAIL", "copies", 1);
    assertEquals(
        List.of("partyId"),
        stage.clerk.post("/agreements/" + id + "/services", stranger).expect(400).fields());
    stage.clerk.get("/books/seals?year=26").expect(400);
    stage.clerk.get("/books/secrets").expect(404);
    stage.mediator.get("/books/seals").expect(404);
    stage.mediator.post("/agreements/" + id + "/prints", print).expect(404);
  }

  private static JsonArray book(Stage stage, String name) {
    return stage.clerk.get("/books/" + name).expect(200).items();
  }

  private static JsonObject row(Stage stage, String book, String number) {
    return book(stage, book).stream()
        .map(JsonObject.class::cast)
        .filter(row -> number.equals(row.getString("number")))
        .findFirst()
        .orElseThrow();
  }
}
