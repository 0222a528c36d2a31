package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.evidence.verify.ExportCheck;
import org.yilian.evidence.verify.ReceiptCheck;
import org.yilian.evidence.verify.Report;

/**
 * The log in the real database: who can change it, who gets what of it, and what its files prove.
 */
class EvidenceIT {
  private static TestServer server;
  private Stage stage;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void furnish() {
    stage = Stage.leak(server);
    stage.said("A", stage.partyA, "我最少要五千元，密语甲");
    stage.said("A", stage.person("wang"), "记下了");
    stage.said("B", stage.partyB, "我最多给八千元，密语乙");
    stage.said("A", stage.partyA, "同意");
  }

  @Test
  void theServersRoleAddsAndNeitherChangesNorRemoves() {
    for (String forbidden :
        List.of(
            "update messages set body = '{}'",
            "update messages set leaf = ''",
            "delete from messages",
            "truncate messages cascade",
            "update facts set kind = 'x'",
            "delete from facts",
            "delete from evidence_heads",
            "update evidence_keys set public_key = ''",
            "delete from evidence_days",
            "alter table facts disable trigger all",
            "drop table evidence_heads",
            "delete from schema_migrations")) {
      assertEquals("42501", stateOf(forbidden), forbidden);
    }
    stage.sql("update messages set recalled_at = now() where lane_id = $1", stage.lane("B"));
  }

  /** Even as the owner, only by switching the triggers off: see {@link #asOwner}. */
  @Test
  void theTriggersHoldTheOwnerToo() {
    PgConnection owner = owner();
    for (String forbidden :
        List.of(
            "update messages set body = '{}'",
            "delete from messages",
            "truncate facts cascade",
            "update evidence_keys set public_key = ''")) {
      PgException refused =
          assertThrows(PgException.class, () -> await(owner.query(forbidden).execute()));
      assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
    }
    await(owner.close());
  }

  @Test
  void aReceiptHoldsAgainstItsExportAndTellsNothingOfTheOtherSide() {
    JsonObject receipt = receipt(stage.a);
    JsonObject export = export(stage.a);
    Report report = check(export, receipt);
    assertEquals(List.of(), report.faults());
    assertTrue(report.compared().contains("与您一方的谈话：与凭据所记的3条一致"));
    assertTrue(export.encode().contains("密语甲"));
    for (JsonObject file : List.of(receipt, export)) {
      assertFalse(file.encode().contains("密语乙"));
      assertFalse(file.encode().contains(stage.lane("B")), "the other lane's id");
      assertFalse(file.encode().contains(stage.partyB), "the other party's id");
    }
    assertFalse(receipt.encode().contains("密语甲"), "a receipt holds no words");
  }

  @Test
  void theOtherSidesDoingsLeaveNoTraceInAReceipt() {
    JsonObject before = receipt(stage.a);
    stage.said("B", stage.partyB, "又说了一句");
    receipt(stage.b);
    JsonObject after = receipt(stage.a);
    assertEquals(before.getJsonArray("heads"), after.getJsonArray("heads"));
  }

  @Test
  void theNextReceiptProvesThatTheLaneWentOn() {
    JsonObject held = receipt(stage.a).getJsonArray("heads").getJsonObject(0);
    stage.said("A", stage.partyA, "再想想");
    JsonObject asked =
        JsonObject.of("tree", held.getString("tree"), "size", held.getInteger("size"));
    JsonObject next =
        stage
            .a
            .post("/rooms/" + stage.room + "/receipts", JsonObject.of("held", JsonArray.of(asked)))
            .expect(201)
            .json();
    JsonObject earlier =
        next.getJsonArray("heads").getJsonObject(0).getJsonArray("earlier").getJsonObject(0);
    assertEquals(held.getString("root"), earlier.getString("root"));
    assertEquals(List.of(), ReceiptCheck.alone(next.encode(), Set.of()).faults());
  }

  @Test
  void whateverTheOwnerRewritesIsFoundByAKeptReceipt() {
    for (String act :
        List.of(
            "update messages set body = '{}' where lane_id = %s and seq = 1",
            "delete from messages where lane_id = %s and seq = 2",
            "delete from messages where lane_id = %s and seq = 3",
            "update messages set seq = case seq when 1 then 9 else 1 end where lane_id = %s and"
                + " seq in (1, 3)",
            "update messages set sent_at = sent_at + interval '1 day' where lane_id = %s and seq ="
                + " 3")) {
      stage = Stage.leak(server);
      for (String text : List.of("一", "二", "三")) {
        stage.said("A", stage.partyA, text);
      }
      JsonObject receipt = receipt(stage.a);
      asOwner(act.formatted("'" + stage.lane("A") + "'"));
      assertFalse(check(export(stage.a), receipt).whole(), act);
    }
  }

  @Test
  void takenBackWordsStayProvableAndUnread() {
    JsonObject receipt = receipt(stage.a);
    stage.sql(
        "update messages set recalled_at = now() where lane_id = $1 and seq = 1", stage.lane("A"));
    JsonObject export = export(stage.a);
    assertFalse(export.encode().contains("密语甲"));
    assertEquals(List.of(), check(export, receipt).faults());
  }

  @Test
  void aSignatureIsReceiptedToItsSignerAtOnceAndToAllAtTheSeal() {
    JsonObject agreement = stage.proposed();
    stage.sign(stage.a, Stage.A_PHONE, agreement).expect(201);
    JsonObject ofA = receipt(stage.a);
    JsonObject ofB = receipt(stage.b);
    assertEquals(1, ofA.getJsonArray("leaves").size());
    assertEquals(0, ofB.getJsonArray("leaves").size());
    String tree = "facts:agreement:" + agreement.getString("id");
    assertFalse(ofB.encode().contains(tree), "B must not learn that A has signed");
    assertFalse(export(stage.b).encode().contains(tree));
    stage.sign(stage.b, Stage.B_PHONE, agreement).expect(201);
    stage
        .mediator
        .post(
            "/agreements/" + agreement.getString("id") + "/signatures",
            Stage.ink(agreement.getString("textHash")))
        .expect(201);
    stage.clerk.post("/agreements/" + agreement.getString("id") + "/seal").expect(200);
    JsonObject export = export(stage.b);
    assertTrue(export.encode().contains("agreement-signed"));
    assertFalse(export.encode().contains("agreement-drafted"), "drafts are the mediator's");
    assertEquals(List.of(), check(export, ofA).faults());
    assertEquals(List.of(), check(export, receipt(stage.b)).faults());
  }

  @Test
  void theClerkGetsTitlesAndHashesOfTalks() {
    JsonObject export = stage.clerk.get("/rooms/" + stage.room + "/evidence").expect(200).json();
    assertFalse(export.encode().contains("密语"));
    assertTrue(export.encode().contains("与A方的谈话（密封，仅列指纹）"));
    assertTrue(ExportCheck.of(export.encode(), List.of(), Set.of()).whole());
    JsonObject whole = stage.mediator.get("/rooms/" + stage.room + "/evidence").expect(200).json();
    assertTrue(whole.encode().contains("密语甲") && whole.encode().contains("密语乙"));
  }

  @Test
  void whoHasNoSeatGetsNothing() {
    Stage other = Stage.leak(server);
    other.a.get("/rooms/" + stage.room + "/evidence").expect(404);
    other.a.post("/rooms/" + stage.room + "/receipts").expect(404);
    Stage.staff(server, "chen").get("/rooms/" + stage.room + "/evidence").expect(404);
    Actor.stranger(server.port()).get("/rooms/" + stage.room + "/evidence").expect(401);
    JsonArray bad = JsonArray.of(JsonObject.of("tree", "messages:x", "size", "viele"));
    assertEquals(
        List.of("held[0].size"),
        stage
            .a
            .post("/rooms/" + stage.room + "/receipts", JsonObject.of("held", bad))
            .expect(400)
            .fields());
  }

  @Test
  void aClosedDayIsPublishedWithoutSizesAndAnchorsLaterReceipts() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    await(server.server().features().records.days.close(today));
    JsonObject day =
        Actor.stranger(server.port()).get("/evidence/days").expect(200).items().getJsonObject(0);
    assertEquals(Set.of("day", "root", "before", "keyId", "signature"), day.fieldNames());
    JsonObject receipt = receipt(stage.a);
    JsonObject anchor =
        receipt.getJsonArray("heads").getJsonObject(0).getJsonArray("anchors").getJsonObject(0);
    assertEquals(day.getString("root"), anchor.getJsonObject("day").getString("root"));
    assertEquals(List.of(), ReceiptCheck.alone(receipt.encode(), Set.of(key())).faults());
  }

  @Test
  void aPauseSignsEveryLane() {
    stage.mediator.post("/rooms/" + stage.room + "/pause").expect(200);
    JsonArray trees = export(stage.a).getJsonArray("trees");
    JsonObject head = trees.getJsonObject(0).getJsonArray("heads").getJsonObject(0);
    assertEquals(3, head.getInteger("size"));
    assertNotNull(head.getString("signature"));
  }

  private String key() {
    return Actor.stranger(server.port()).get("/evidence/key").expect(200).json().getString("keyId");
  }

  private JsonObject receipt(Actor who) {
    return who.post("/rooms/" + stage.room + "/receipts").expect(201).json();
  }

  private JsonObject export(Actor who) {
    return who.get("/rooms/" + stage.room + "/evidence").expect(200).json();
  }

  private Report check(JsonObject export, JsonObject receipt) {
    return ExportCheck.of(export.encode(), List.of(receipt.encode()), Set.of(key()));
  }

  private static String stateOf(String sql) {
    return await(
        server
            .server()
            .database()
            .pool()
            .query(sql)
            .execute()
            .map("allowed")
            .otherwise(failure -> ((PgException) failure).getSqlState()));
  }

  private static PgConnection owner() {
    return await(PgConnection.connect(server.vertx(), server.database()));
  }

  /** As somebody who owns the database and stops at nothing. */
  private static void asOwner(String sql) {
    PgConnection owner = owner();
    String act = "set session_replication_role = replica; " + sql;
    await(owner.query(act).execute().eventually(owner::close));
  }
}
