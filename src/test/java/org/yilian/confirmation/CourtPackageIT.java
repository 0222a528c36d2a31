package org.yilian.confirmation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.PaperWords;
import org.yilian.kernel.Hash;

/** What the court gets. */
class CourtPackageIT extends ConfirmationTests {
  @Test
  void packsEverythingForTheCourtAndNothingOfALane() throws IOException {
    stage.said("A", stage.partyA, "canary-in-a-lane");
    JsonObject confirmation = submitted();
    Map<String, byte[]> files =
        unzip(stage.clerk.get(at(confirmation) + "/package.zip").expect(200));
    assertEquals(
        java.util.Set.of(
            "application.pdf",
            "agreement.pdf",
            "certificate.pdf",
            "address-for-service-1.pdf",
            "address-for-service-2.pdf",
            "identity.txt",
            "terms.txt",
            "manifest.json"),
        files.keySet());
    JsonArray listed = new JsonObject(text(files, "manifest.json")).getJsonArray("files");
    assertEquals(files.size() - 1, listed.size());
    for (Object item : listed) {
      JsonObject entry = (JsonObject) item;
      assertEquals(entry.getString("sha256"), Hash.of(files.get(entry.getString("name"))).value());
    }
    assertTrue(text(files, "identity.txt").contains("990101199001010019"));
    assertTrue(text(files, "identity.txt").contains(Stage.A_PHONE));
    assertTrue(text(files, "terms.txt").contains("￥6,500.00"));
    files.forEach(
        (name, bytes) -> assertFalse(new String(bytes).contains("canary-in-a-lane"), name));
    assertArrayEquals(
        files.get("agreement.pdf"),
        judge.get(at(confirmation) + "/agreement.pdf").expect(200).bytes());
    assertEquals(
        files.keySet(), unzip(judge.get(at(confirmation) + "/package.zip").expect(200)).keySet());
    for (Actor other : List.of(stage.a, stage.b, stage.mediator)) {
      other.get(at(confirmation) + "/package.zip").expect(404);
      other.get(at(confirmation) + "/agreement.pdf").expect(404);
    }
    JsonObject certificate =
        Actor.stranger(server.port())
            .post("/documents/verify", files.get("certificate.pdf"))
            .expect(200)
            .json();
    assertTrue(certificate.getBoolean("valid"), certificate::encode);
    assertTrue(
        stage.clerk.get("/books/seals").text().contains(certificate.getString("sha256")),
        "the book of seals knows of it");
  }

  /** What people called their dispute keeps nobody from the court. */
  @Test
  void aCharacterThatNoFontHasIsToldByItsNumber() throws IOException {
    stage.sql("update disputes set cause = '楼上漏水😀' where id = $1", stage.dispute);
    JsonObject confirmation = submitted();
    String told = "楼上漏水〔U+1F600〕";
    assertTrue(stage.a.get(at(confirmation) + "/text").expect(200).text().contains(told));
    String papers = "/rooms/" + stage.room + "/papers/certificate-" + confirmation.getString("id");
    assertTrue(stage.a.get(papers).expect(200).text().contains(told), "nor the certificate");
  }

  /** What makes one of them unsafe is for the court, and not for the other to read. */
  @Test
  void whatTheCourtShouldMindIsInALetterOfItsOwn() throws IOException {
    JsonObject confirmation = ready();
    String note = "请分别通知两方，分开到场😀。canary-for-the-court";
    stage.clerk.post(at(confirmation) + "/submit", JsonObject.of("courtNote", note)).expect(200);
    byte[] letter =
        unzip(judge.get(at(confirmation) + "/package.zip").expect(200)).get("cover-letter.pdf");
    JsonObject verdict =
        Actor.stranger(server.port()).post("/documents/verify", letter).expect(200).json();
    assertTrue(verdict.getBoolean("valid"), verdict::encode);
    assertEquals("cover-letter", verdict.getString("kind"));
    String words = PaperWords.of(letter);
    assertTrue(words.contains("请分别通知两方，分开到场〔U+1F600〕。"), words);
    assertFalse(words.contains("😀") || words.contains("#") || words.contains("\uFFFD"), words);
    assertEquals(
        List.of("人民调解协议书", "主持调解的证明", "附函"),
        stage.clerk.get("/books/seals").items().stream()
            .map(JsonObject.class::cast)
            .filter(
                row -> confirmation.getString("agreementId").equals(row.getString("agreementId")))
            .map(row -> row.getString("title"))
            .sorted(Comparator.comparing(List.of("人民调解协议书", "主持调解的证明", "附函")::indexOf))
            .toList(),
        "each use of the key once");
    for (Actor party : List.of(stage.a, stage.b)) {
      party.get(at(confirmation) + "/package.zip").expect(404);
      assertFalse(party.get(at(confirmation)).expect(200).text().contains("canary"));
      assertFalse(party.get(at(confirmation) + "/text").expect(200).text().contains("canary"));
    }
    String signed = stage.a.get(at(confirmation) + "/text").expect(200).text();
    assertTrue(signed.contains("不是代理人"), signed);
  }

  /** Nothing is in a document that nobody signed, whoever edits a template meanwhile. */
  @Test
  void noApplicationIsMadeWithWordsThatNobodySigned() {
    JsonObject confirmation = ready();
    stage.sql(
        "update confirmations set application = application || '另' where id = $1",
        confirmation.getString("id"));
    stage.clerk.post(at(confirmation) + "/submit").expect(409, "text-changed");
    stage.a.get(at(confirmation) + "/application.pdf").expect(409, "text-changed");
    assertEquals("READY", stage.clerk.get(at(confirmation)).json().getString("status"));
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> unzip(Answer answer) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
