package org.yilian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
  private static final MovedClock TIME = new MovedClock();
  @TempDir static Path folder;
  private static SealServices services;
  private static TestServer server;
  private static Stage stage;

  @BeforeAll
  static void start() throws IOException {
    services = SealServices.start(VERTX, folder, TIME);
    server = TestServer.start(services.settings(), TIME);
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

  @Test
  void anArchiveIsRenewedBeforeItEndsAndWhatWasHandedOutStaysKnown() {
    String id = stage.sealed().getString("id");
    byte[] first = stage.a.get("/agreements/" + id + "/document.pdf").bytes();
    server.sql("update seal_archives set looked = false, ends_at = null"); // as sealed long ago
    sweep();
    assertEquals(List.of(), archives("zhao", id), "it is not due");
    TIME.pass(Duration.ofDays(640));
    try {
      sweep();
      assertFailed(id, "same-certificate");
      TIME.pass(Duration.ofDays(1));
      services.renewClock();
      services.clock().now(Manner.ERROR);
      sweep();
      assertFailed(id, "timestamp-away");
      services.clock().now(Manner.GOOD);
      sweep();
      assertArrayEquals(first, document(id), "a clock that was away is left in peace for an hour");
      TIME.pass(Duration.ofHours(1));
      sweep();
      assertRenewed(id, first);
    } finally {
      TIME.back();
      services.clock().now(Manner.GOOD);
    }
  }

  private static void assertFailed(String id, String code) {
    assertEquals(code, archives("zhao", id).get(0).getString("failure"));
  }

  private static void assertRenewed(String id, byte[] first) {
    byte[] second = document(id);
    assertArrayEquals(first, Arrays.copyOf(second, first.length));
    assertArchived(check(server, second), 1);
    assertArchived(check(server, first), 0);
    List<JsonObject> book = archives("zhao", id);
    assertEquals(1, book.size());
    assertNull(book.get(0).getString("failure"));
    assertEquals(check(server, second).getString("sha256"), book.get(0).getString("sha256"));
    sweep();
    assertArrayEquals(second, document(id), "and not again");
    assertExported(id);
    staff("luo").get("/agreements/" + id + "/document.pdf").expect(404);
    assertEquals(List.of(), archives("luo", id), "a clerk next door keeps a book of its own");
  }

  /** An export gives only what has the hash that stands in its list. */
  private static void assertExported(String id) {
    Actor clerk = staff("zhao");
    JsonObject order = JsonObject.of("ids", JsonArray.of(id));
    String export =
        "/agreement-exports/" + clerk.post("/agreement-exports", order).expect(201).id();
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!"READY".equals(clerk.get(export).expect(200).json().getString("status"))) {
      assertTrue(System.nanoTime() < patience, "it never came about");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    assertTrue(clerk.get(export).json().getLong("size") > document(id).length);
  }

  /** Signed in anew: sessions do not last as long as archives. */
  private static Actor staff(String username) {
    return Actor.staff(server.port(), username);
  }

  private static byte[] document(String id) {
    return staff("zhao").get("/agreements/" + id + "/document.pdf").bytes();
  }

  /** A round ends with the first that fails, and the other test may have sealed one as well. */
  private static void sweep() {
    for (int round = 0; round < 2; round++) {
      server.renewals().sweep().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static List<JsonObject> archives(String username, String id) {
    return staff(username).get("/books/archives").expect(200).items().stream()
        .map(JsonObject.class::cast)
        .filter(row -> id.equals(row.getString("agreementId")))
        .toList();
  }

  private static void assertArchived(JsonObject verdict, int renewals) {
    assertVouched(verdict);
    assertEquals(renewals, verdict.getJsonObject("archived").getInteger("renewals"));
  }

  /** Real time, so far away from now. */
  private static final class MovedClock extends Clock {
    private volatile Duration away = Duration.ZERO;

    void pass(Duration time) {
      away = away.plus(time);
    }

    void back() {
      away = Duration.ZERO;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(away);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
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
