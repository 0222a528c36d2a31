package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.kernel.Hash;

/** From the last signature to the sealed document, who gets it, and who can verify it. */
class SealedDocumentsIT extends AgreementTests {
  @Test
  void goesFromTheDraftToASealedDocumentThatVerifies() {
    JsonObject agreement = stage.sealed();
    assertEquals("EFFECTIVE", agreement.getString("status"));
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    assertEquals(today, agreement.getString("effectiveOn"));
    byte[] pdf = stage.a.get(at(agreement) + "/document.pdf").expect(200).bytes();
    assertEquals(agreement.getJsonObject("document").getString("sha256"), Hash.of(pdf).value());
    JsonObject judged =
        Actor.stranger(server.port()).post("/documents/verify", pdf).expect(200).json();
    assertTrue(judged.getBoolean("valid"), judged::encode);
    assertEquals(agreement.getString("number"), judged.getString("number"));
    assertTrue(judged.getBoolean("demo"));
    pdf[pdf.length / 2] ^= 1;
    JsonObject changed =
        Actor.stranger(server.port()).post("/documents/verify", pdf).expect(200).json();
    assertFalse(changed.getBoolean("valid"));
    byte[] page = stage.b.get(at(agreement) + "/pages/1.png").expect(200).bytes();
    assertEquals((byte) 'P', page[1]);
    stage.b.get(at(agreement) + "/pages/99.png").expect(404);
  }

  @Test
  void judgesWhateverBytesItIsGiven() {
    for (byte[] bytes : List.of(new byte[0], "hello".getBytes(), "%PDF-1.7 x".getBytes())) {
      JsonObject judged =
          Actor.stranger(server.port()).post("/documents/verify", bytes).expect(200).json();
      assertFalse(judged.getBoolean("valid"));
      assertFalse(judged.getJsonArray("reasons").isEmpty());
      assertEquals(Hash.of(bytes).value(), judged.getString("sha256"));
    }
  }

  @Test
  void showsOutsidersNothingOfAnEffectiveAgreement() {
    JsonObject agreement = stage.sealed();
    Stage others = Stage.leak(server);
    for (Actor outsider :
        List.of(others.a, Stage.staff(server, "chen"), Stage.staff(server, "sun"))) {
      outsider.get(at(agreement)).expect(404);
      outsider.get(at(agreement) + "/document.pdf").expect(404);
      outsider.post(at(agreement) + "/seal").expect(404);
    }
  }

  @Test
  void sealsOnceHoweverOftenAndFromHoweverManyAtOnce() {
    JsonObject agreement = stage.signed();
    assertEquals("SIGNED", agreement.getString("status"));
    assertNull(agreement.getString("effectiveOn"));
    List<CompletableFuture<Answer>> calls =
        java.util.stream.Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> stage.clerk.post(at(agreement) + "/seal").expect(200)))
            .limit(3)
            .toList();
    List<String> sealed =
        calls.stream()
            .map(call -> call.join().json().getJsonObject("document").getString("sha256"))
            .distinct()
            .toList();
    assertEquals(1, sealed.size());
    stage.mediator.post(at(agreement) + "/seal").expect(404);
  }

  @Test
  void spendsADownloadLinkOnceAndByPostAlone() {
    JsonObject agreement = stage.sealed();
    JsonObject link = stage.a.post(at(agreement) + "/document-links").expect(201).json();
    stage.clerk.post(at(agreement) + "/document-links").expect(404);
    String path = "/document-links/" + link.getString("token");
    Actor anybody = Actor.stranger(server.port());
    assertEquals("FRESH", anybody.get(path).expect(200).json().getString("state"));
    assertEquals('%', anybody.post(path).expect(200).text().charAt(0));
    anybody.post(path).expect(410, "link-spent");
  }

  @Test
  void packsSealedDocumentsForTheClerkAlone() {
    JsonObject agreement = stage.sealed();
    JsonObject ids = new JsonObject().put("ids", new JsonArray().add(agreement.getString("id")));
    assertEquals(
        'P', stage.clerk.post("/agreements/documents.zip", ids).expect(200).text().charAt(0));
    stage.mediator.post("/agreements/documents.zip", ids).expect(404);
    assertTrue(
        stage.clerk.get("/agreements?status=EFFECTIVE").text().contains(agreement.getString("id")));
    assertFalse(
        stage.clerk.get("/agreements?status=SIGNED").text().contains(agreement.getString("id")));
    stage.a.get("/agreements").expect(404);
  }
}
