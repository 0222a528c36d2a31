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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.TestServer;
import org.yilian.client.Actor;

/** What follows from an agreement: instalments, proofs, counter-confirmation, default. */
class PerformanceIT {
  private static final byte[] SLIP = "%PDF-1.7 a bank slip".getBytes();
  private static final LocalDate FIRST = LocalDate.now().plusDays(30);

  private static Stage stage;
  private static String agreement;
  private static Actor third;

  @BeforeAll
  static void seal() {
    stage = Stage.leak(TestServer.shared());
    agreement = stage.sealed(values()).getString("id");
    third = thirdParty();
  }

  /** In two instalments, and a clause that binds nobody in particular. */
  private static JsonObject values() {
    JsonObject values = stage.values();
    JsonArray parts =
        JsonArray.of(
            JsonObject.of("amountFen", 350_000, "dueOn", FIRST.toString()),
            JsonObject.of("amountFen", 300_000, "dueOn", FIRST.plusMonths(1).toString()));
    JsonObject pays = values.getJsonArray("terms").getJsonObject(0).put("instalments", parts);
    pays.remove("dueOn");
    values.getJsonArray("terms").add(JsonObject.of("text", "双方今后互不打扰。"));
    return values;
  }

  /** Another party of the same room, to whom none of it is owed. */
  private static Actor thirdParty() {
    String id = "third-" + stage.room;
    stage.sql(
        """
        insert into parties (id, dispute_id, position, side, kind, name)
        values ($1, $2, 9, 'C', 'PERSON', '戚旁人')
        """,
        id,
        stage.dispute);
    stage.seat(id, "PARTY", "C", id);
    return stage.guest(id);
  }

  private static JsonObject schedule(Actor who) {
    return who.get("/agreements/" + agreement + "/performance").expect(200).json();
  }

  private static JsonObject obligation(Actor who, int n) {
    return schedule(who).getJsonArray("obligations").getJsonObject(n);
  }

  private static String steps(int n) {
    return "/obligations/" + obligation(stage.clerk, n).getString("id") + "/steps";
  }

  private static List<String> may(Actor who, int n) {
    return obligation(who, n).getJsonArray("may").stream().map(String::valueOf).toList();
  }

  /** As if its day were so many days from today. */
  private static void due(int n, int days) {
    stage.sql(
        "update obligations set due_on = $2 where id = $1",
        obligation(stage.clerk, n).getString("id"),
        LocalDate.now().plusDays(days));
  }

  private static void fresh() {
    schedule(stage.clerk);
    stage.sql(
        "update obligations set status = 'DUE', reminded_soon_at = null, reminded_late_at = null"
            + " where agreement_id = $1",
        agreement);
    due(0, 30);
    due(1, 60);
  }

  @Test
  void theScheduleIsMadeOfTheTermsAlone() {
    fresh();
    JsonArray all = schedule(stage.a).getJsonArray("obligations");
    assertEquals(2, all.size(), "a clause that binds nobody is no obligation");
    assertEquals(350_000, all.getJsonObject(0).getInteger("amountFen"));
    assertEquals(1, all.getJsonObject(0).getInteger("part"));
    assertEquals("PERFORMING", schedule(stage.a).getString("status"));
    assertEquals(List.of("CONFIRM"), may(stage.a, 0));
    assertEquals(List.of("CLAIM"), may(stage.b, 0));
    assertEquals(List.of(), may(stage.lawyer, 0));
  }

  @Test
  void whatTheDebtorClaimsTheCreditorConfirmsOrDenies() {
    fresh();
    int recovered = recovered();
    stage.b.post(steps(0), step("CLAIM")).expect(400);
    String slip = stage.b.upload("/files", "slip.pdf", "application/pdf", SLIP).expect(201).id();
    JsonObject claim = step("CLAIM").put("fileIds", JsonArray.of(slip));
    stage.a.post(steps(0), claim).expect(404);
    stage.b.post(steps(0), claim).expect(201);
    stage.a.get("/files/" + slip).expect(200);
    assertEquals(List.of("CONFIRM", "DENY"), may(stage.a, 0));

    stage.a.post(steps(0), step("DENY")).expect(400);
    stage.a.post(steps(0), step("DENY").put("note", "只到了一半")).expect(201);
    JsonObject told = obligation(stage.b, 0);
    assertEquals("DENIED", told.getString("status"));
    JsonArray said = told.getJsonArray("steps");
    assertEquals("只到了一半", said.getJsonObject(said.size() - 1).getString("note"));

    stage.b.post(steps(0), step("CLAIM").put("note", "余款已补")).expect(201);
    stage.a.post(steps(0), step("CONFIRM")).expect(201);
    stage.a.post(steps(0), step("CONFIRM")).expect(409, "wrong-state");
    assertEquals(recovered + 350_000, recovered());
  }

  private static int recovered() {
    return stage.mediator.get("/disputes/" + stage.dispute).json().getInteger("recoveredFen");
  }

  private static JsonObject step(String word) {
    return JsonObject.of("step", word);
  }

  @Test
  void whoeverIsNotConcernedIsToldNothing() {
    fresh();
    String slip = stage.b.upload("/files", "slip.pdf", "application/pdf", SLIP).expect(201).id();
    stage.b.post(steps(1), step("CLAIM").put("fileIds", JsonArray.of(slip))).expect(201);
    third.get("/agreements/" + agreement).expect(200);
    assertEquals(new JsonArray(), schedule(third).getJsonArray("obligations"));
    assertEquals("NONE", schedule(third).getString("status"));
    assertNull(schedule(third).getJsonArray("roads"));
    third.post(steps(1), step("CONFIRM")).expect(404);
    third.get("/files/" + slip).expect(404);
    stage.clerk.get("/files/" + slip).expect(200);
    for (String stranger : List.of("luo", "cao", "zhou")) {
      Actor other = Stage.staff(stage.server, stranger);
      other.get("/agreements/" + agreement + "/performance").expect(404);
      other.post(steps(1), step("CONFIRM").put("note", "x")).expect(404);
      other.get("/files/" + slip).expect(404);
      assertFalse(other.get("/obligations").expect(200).text().contains(agreement));
    }
    stage.a.get("/obligations").expect(404);
    assertTrue(stage.clerk.get("/obligations").expect(200).text().contains(agreement));
  }

  @Test
  void staffEnterWhatAPartySaidAndSayHowTheyKnow() {
    fresh();
    stage.clerk.post(steps(0), step("CLAIM")).expect(400);
    stage.clerk.post(steps(0), step("CLAIM").put("note", "电话告知已转账")).expect(201);
    JsonArray said = obligation(stage.a, 0).getJsonArray("steps");
    JsonObject last = said.getJsonObject(said.size() - 1);
    assertEquals("演示建筑工程有限公司", last.getString("for"));
    assertTrue(last.getString("by").startsWith("赵文书"));
    stage.lawyer.post(steps(0), step("CONFIRM").put("note", "x")).expect(404);
  }

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
