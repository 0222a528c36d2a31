package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.client.Actor;
import org.yilian.documents.SealServices;
import org.yilian.documents.TimestampResponder.Manner;

/** A committee with a key of its own from outside, and a clock elsewhere that comes and goes. */
class SealServicesIT {
  private static final Vertx VERTX = Vertx.vertx();
  @TempDir static Path folder;
  private static SealServices services;
  private static TestServer server;
  private static Stage stage;

  @BeforeAll
  static void start() throws IOException {
    services = SealServices.start(VERTX, folder);
    server = TestServer.start(services.settings());
    stage = Stage.leak(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    services.close();
    VERTX.close().await();
  }

  @Test
  void whatWasNotSealedWhileTheClockWasAwayIsSealedWhenItIsBack() {
    String id = stage.signed().getString("id");
    Actor stranger = Actor.staff(server.port(), "luo");
    services.clock().now(Manner.HANGS);
    assertEquals(
        "timestamp-away", stage.clerk.post("/agreements/" + id + "/seal").expect(503).code());
    services.clock().now(Manner.OTHER_HASH);
    assertEquals(
        "timestamp-refused", stage.clerk.post("/agreements/" + id + "/seal").expect(503).code());
    assertEquals(
        "SIGNED", stage.clerk.get("/agreements/" + id).expect(200).json().getString("status"));
    services.clock().now(Manner.GOOD);
    stranger.post("/agreements/" + id + "/seal").expect(404);
    JsonObject sealed = stage.clerk.post("/agreements/" + id + "/seal").expect(200).json();
    assertEquals("EFFECTIVE", sealed.getString("status"));
    stranger.get("/agreements/" + id + "/document.pdf").expect(404);

    byte[] pdf = stage.a.get("/agreements/" + id + "/document.pdf").bytes();
    assertVouched(check(server, pdf));
    try (TestServer plain = server.beside(Map.of())) {
      assertVouched(check(plain, pdf));
    }
    JsonObject cut = check(server, withoutArchive(pdf));
    assertTrue(cut.getBoolean("valid"), "the seal alone is as good as it was");
    assertNull(cut.getJsonObject("archived"));
    assertEquals("UNKNOWN", cut.getString("record"), "and is not the file that was given out");
    pdf[100] ^= 1;
    assertFalse(check(server, pdf).getBoolean("valid"));
  }

  /** What is left up to the second of three ends. */
  private static byte[] withoutArchive(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    String end = "%%EOF\n";
    int set = text.indexOf(end) + end.length();
    return Arrays.copyOf(pdf, text.indexOf(end, set) + end.length());
  }

  private static void assertVouched(JsonObject verdict) {
    assertTrue(verdict.getBoolean("valid"), verdict::encode);
    assertEquals("SAME", verdict.getString("record"));
    JsonObject vouchers = verdict.getJsonObject("vouchers");
    assertFalse(vouchers.getBoolean("localTime"));
    assertEquals("某时间戳服务", vouchers.getString("stampedBy"));
    assertFalse(vouchers.getBoolean("localKey"));
    assertEquals("某电子认证公司二级证书", vouchers.getString("certifiedBy"));
    assertEquals("RSA", vouchers.getString("suite"));
    JsonObject archived = verdict.getJsonObject("archived");
    assertEquals("某时间戳服务", archived.getString("stampedBy"));
    assertFalse(archived.getBoolean("localTime"));
  }

  private static JsonObject check(TestServer at, byte[] file) {
    return Actor.stranger(at.port()).post("/documents/verify", file).expect(200).json();
  }

  @Test
  void aServerBySm2SealsAndStillKnowsWhatWasSealedByRsa() {
    try (TestServer commercial = server.beside(Map.of("SEAL_SUITE", "sm2"))) {
      Stage there = Stage.leak(commercial);
      String id = there.sealed().getString("id");
      byte[] pdf = there.a.get("/agreements/" + id + "/document.pdf").bytes();
      JsonObject verdict = check(commercial, pdf);
      assertTrue(verdict.getBoolean("valid"), verdict::encode);
      assertEquals("SM2", verdict.getJsonObject("vouchers").getString("suite"));
      assertTrue(verdict.getJsonObject("vouchers").getBoolean("localTime"));
      assertTrue(check(server, pdf).getBoolean("valid"), "and the other way round");
    }
  }
}
