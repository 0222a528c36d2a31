package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;

/** What anybody is told of a sealed document. */
class DocumentCheckIT {
  private static final TestServer SERVER = TestServer.shared();
  private static Stage stage;
  private static JsonObject agreement;
  private static byte[] pdf;

  @BeforeAll
  static void start() {
    stage = Stage.leak(SERVER);
    agreement = stage.sealed();
    pdf =
        stage
            .clerk
            .get("/agreements/" + agreement.getString("id") + "/document.pdf")
            .expect(200)
            .response()
            .body();
  }

  @Test
  void theWordsOnThePagesAreHeldAgainstTheRecord() {
    JsonObject verdict = check(pdf);
    assertTrue(verdict.getBoolean("valid"));
    assertEquals("SAME", verdict.getString("record"));
    String id = agreement.getString("id");
    String text = stage.clerk.get("/agreements/" + id + "/text").expect(200).text();
    stage.sql("update agreements set text = replace(text, '6,500', '9,500') where id = $1", id);
    assertEquals("DIFFERENT", check(pdf).getString("record"), "the record was rewritten");
    stage.sql(
        """
        update agreements set text = replace(text, '6,500', '9,500'),
          text_hash = 'sha256:' || encode(sha256(convert_to(text, 'UTF8')), 'hex')
        where id = $1
        """,
        id);
    assertEquals("DIFFERENT", check(pdf).getString("record"), "and its hash with it");
    stage.sql("update agreements set text = $2, text_hash = $3 where id = $1", id, text, hash());
    assertEquals("SAME", check(pdf).getString("record"));
  }

  private static String hash() {
    return agreement.getString("textHash");
  }

  @Test
  void whatWasAppendedIsToldApartFromWhatWasSealed() {
    byte[] longer = Arrays.copyOf(pdf, pdf.length + 20);
    JsonObject verdict = check(longer);
    assertFalse(verdict.getBoolean("valid"));
    assertEquals(JsonArray.of("appended"), verdict.getJsonArray("reasons"));
    assertNull(verdict.getString("number"), "the whole file is no document of ours");
    assertEquals(
        agreement.getString("number"), verdict.getJsonObject("within").getString("number"));
    longer[100] ^= 1;
    assertNull(check(longer).getJsonObject("within"), "nor is its beginning");
  }

  private static JsonObject check(byte[] file) {
    return Actor.stranger(SERVER.port()).post("/documents/verify", file).expect(200).json();
  }
}
