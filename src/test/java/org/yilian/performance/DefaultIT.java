package org.yilian.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;

/** What is not performed: reminders, default, what is open then, and closing all the same. */
class DefaultIT extends PerformanceTests {
  @Test
  void eachSideIsRemindedOfItsOwnOnce() {
    fresh();
    stage.sql("delete from sms_messages");
    due(0, 2);
    sweep();
    sweep();
    assertEquals(1, messages(Stage.B_PHONE).size(), "the debtor, once");
    assertEquals(0, messages(Stage.A_PHONE).size(), "nobody else before the day");
    due(0, -1);
    sweep();
    sweep();
    assertEquals(2, messages(Stage.B_PHONE).size());
    assertEquals(1, messages(Stage.A_PHONE).size());
    String text = messages(Stage.A_PHONE).getJsonObject(0).getString("text");
    assertFalse(text.contains("漏水") || text.contains("3,500"), text);
  }

  private static JsonArray messages(String phone) {
    return Actor.stranger(stage.server.port())
        .get("/demo/outbox?phone=" + phone)
        .expect(200)
        .json()
        .getJsonArray("messages");
  }

  private static void sweep() {
    await(stage.server.performance().reminders.sweep());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aDefaultLeadsToTheCourtOrToAnotherRound() {
    fresh();
    stage.a.post(steps(0), step("DEFAULT")).expect(409, "not-due");
    due(0, -1);
    assertTrue(obligation(stage.b, 0).getBoolean("overdue"));
    stage.b.post(steps(0), step("DEFAULT")).expect(404);
    stage.a.post(steps(0), step("DEFAULT")).expect(201);
    assertEquals("BREACHED", schedule(stage.b).getString("status"));
    assertEquals(Set.of("CONFIRM", "ROUND", "SUE"), roads());
    String pack = "/obligations/" + obligation(stage.a, 0).getString("id") + "/enforcement.zip";
    stage.a.get(pack).expect(409, "not-confirmed");

    confirmed();
    assertEquals(Set.of("ENFORCE", "ROUND"), roads());
    stage.b.get(pack).expect(404);
    third.get(pack).expect(404);
    assertEquals(
        Set.of("enforcement-application.pdf", "agreement.pdf", "readme.txt", "manifest.json"),
        names(stage.a.get(pack).expect(200).bytes()));

    String round = "/agreements/" + agreement + "/new-round";
    stage.a.post(round, JsonObject.of("reason", "对方没有付")).expect(404);
    stage.mediator.post(round, JsonObject.of("reason", "对方没有付")).expect(200);
    assertEquals("IN_MEDIATION", dispute().getString("status"));
    assertNull(dispute().getString("resolvedAt"), "what is not performed is not resolved");
    stage.sql("update disputes set status = 'AGREED' where id = $1", stage.dispute);
  }

  private static JsonObject dispute() {
    return stage.mediator.get("/disputes/" + stage.dispute).expect(200).json();
  }

  private static Set<String> roads() {
    Set<String> codes = new TreeSet<>();
    schedule(stage.a)
        .getJsonArray("roads")
        .forEach(road -> codes.add(((JsonObject) road).getString("code")));
    return codes;
  }

  /** As if a court had confirmed it. */
  private static void confirmed() {
    JsonObject court = JsonObject.of("courtId", "demo-court");
    stage.a.post("/agreements/" + agreement + "/confirmation", court).expect(201);
    stage.sql(
        """
        update confirmations set status = 'CONFIRMED', received_at = now(),
          ruling_number = '（2026）示0000诉前调确1号', ruling_from_paper = true
        where agreement_id = $1
        """,
        agreement);
  }

  private static Set<String> names(byte[] zip) {
    Set<String> names = new TreeSet<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  @Test
  void whatIsNotPerformedIsClosedOnlyWithAReason() {
    fresh();
    stage.sql("update disputes set status = 'AGREED' where id = $1", stage.dispute);
    String dispute = "/disputes/" + stage.dispute;
    JsonObject asked =
        JsonObject.of("manner", "PHONE", "visited", "杨䶮")
            .put("performance", "PARTLY")
            .put("opinion", "只收到一部分");
    third.post(dispute + "/follow-ups", asked).expect(404);
    stage.mediator.post(dispute + "/follow-ups", asked).expect(204);
    JsonObject note = JsonObject.of("note", "已引导申请执行");
    stage.mediator.post(dispute + "/closing", note).expect(409, "not-performed");
    stage.clerk.post(dispute + "/closing", note.put("unperformed", "已申请强制执行")).expect(204);
    JsonObject told = stage.clerk.get(dispute + "/story").expect(200).json();
    assertEquals(2, told.getJsonObject("performance").getInteger("obligations"));
    stage.sql("update disputes set status = 'AGREED' where id = $1", stage.dispute);
  }
}
