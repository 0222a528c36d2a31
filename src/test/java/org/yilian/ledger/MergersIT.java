package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.yilian.RowLock;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** Two reports of one matter made one, and taken apart. */
class MergersIT extends LedgerTests {
  @Test
  void twoReportsOfOneMatterAreMadeOneAndTakenApartAgain() {
    JsonObject person = JsonObject.of("side", "A", "name", "卫演示", "phone", "19900008842");
    JsonObject report = wages().put("parties", JsonArray.of(person));
    String first = reported(grid, report);
    String second = reported(grid, report);
    sign(build, second);
    assertEquals(
        List.of(second, first),
        objects(grid.get("/disputes/similar?phones=19900008842").items()).stream()
            .map(line -> line.getString("id"))
            .toList());
    assertEquals(0, staff("kong").get("/disputes/similar?phones=19900008842").items().size());
    JsonObject into = JsonObject.of("intoId", first, "reason", "同一工地同一批人");
    grid.post("/disputes/" + second + "/merger", into).expect(404);
    street.post("/disputes/" + first + "/merger", into).expect(409, "merged-into-itself");
    street.post("/disputes/" + second + "/merger", into).expect(204);
    assertEquals("MERGED", dispute(street, second).getString("status"));
    build.get("/disputes/" + second).expect(404);
    street
        .post("/disputes/" + first + "/merger", JsonObject.of("intoId", second, "reason", "反过来"))
        .expect(409, "wrong-state");
    street
        .post("/disputes/" + second + "/merger-undoings", JsonObject.of("reason", "是两件事"))
        .expect(204);
    assertEquals("SIGNED_FOR", dispute(build, second).getString("status"));
  }

  /** Nor is what was raised lowered by making it a part of something that was not. */
  @Test
  void aMergerLowersNothing() {
    String low = reported(grid, of("郝演示", "19900008891"));
    String high = reported(grid, of("郝演示", "19900008891"));
    JsonObject larger = JsonObject.of("risk", "LARGER", "reason", "人多");
    street.put("/disputes/" + high + "/risk", larger, 0).expect(204);
    JsonObject into = JsonObject.of("intoId", low, "reason", "同一批人");
    street.post("/disputes/" + high + "/merger", into).expect(409, "raised-above-you");
    district.post("/disputes/" + high + "/merger", into).expect(204);
    assertEquals("DISTRICT", dispute(street, low).getString("level"));
    assertEquals("LARGER", dispute(street, low).getString("risk"));
    JsonObject apart = JsonObject.of("reason", "是两件事");
    district.post("/disputes/" + high + "/merger-undoings", apart).expect(204);
    assertEquals("DISTRICT", dispute(street, high).getString("level"));
    assertEquals("DISTRICT", dispute(street, low).getString("level"), "that, too, is reviewed");
  }

  /** Whoever was called because of the one has the other. */
  @Test
  void anAlarmGoesOnInWhatItBecameAPartOf() {
    JsonObject tour = of("戚演示", "19900008895").put("type", "TOURISM").put("handling", "SELF");
    String calm = grid.post("/disputes", tour.copy()).expect(201).id();
    JsonObject threat = tour.copy().put("description", "对方扬言持刀上门");
    String alarm = grid.post("/disputes", threat).expect(201).id();
    until(() -> !story(grid, alarm).getJsonArray("assignments").isEmpty());
    staff("zhang").get("/disputes/" + alarm).expect(200);
    JsonObject into = JsonObject.of("intoId", calm, "reason", "同一件事");
    street.post("/disputes/" + alarm + "/merger", into).expect(204);
    assertEquals("凶器（持刀）", dispute(street, calm).getString("alarm"));
    assertEquals(
        List.of("演示派出所"),
        objects(story(street, calm).getJsonArray("assignments")).stream()
            .map(one -> one.getString("organisation"))
            .toList());
    staff("luo").get("/disputes/" + calm).expect(404);
  }

  /** Each would have one and wait for ever for the other, were they not locked in one order. */
  @Test
  void ofTwoMergersTheOtherWayRoundTheSecondIsTooLate() {
    String one = reported(grid, of("糜演示", "19900008897"));
    String other = reported(grid, of("糜演示", "19900008897"));
    List<CompletableFuture<Answer>> mergers;
    try (RowLock both = RowLock.of(SERVER, "disputes", one, other)) {
      mergers = List.of(mergingLater(one, other), mergingLater(other, one));
      both.awaitWaiting(2);
    }
    List<Integer> statuses = mergers.stream().map(merger -> merger.join().status()).toList();
    assertEquals(List.of(204, 409), statuses.stream().sorted().toList());
    staff("kong").get("/disputes/" + one).expect(404);
    String left = statuses.get(0) == 204 ? other : one;
    assertNotEquals("MERGED", dispute(street, left).getString("status"));
  }

  private CompletableFuture<Answer> mergingLater(String id, String into) {
    JsonObject form = JsonObject.of("intoId", into, "reason", "同一件事");
    return CompletableFuture.supplyAsync(() -> street.post("/disputes/" + id + "/merger", form));
  }

  /** What came without anybody typing beside it is compared all the same. */
  @Test
  void whatMayBeTheSameIsFoundAgainOnceItIsEntered() {
    JsonObject first = of("嵇演示", "19900008851").put("address", "同一处地址一号");
    String known = reported(grid, first);
    String sameCaller = reported(grid, of("别名演示", "19900008851"));
    String sameAddress = reported(grid, of("邢演示", "19900008852").put("address", "同一处地址一号"));
    String other = reported(grid, of("滑演示", "19900008853"));
    assertEquals(List.of(sameAddress, sameCaller), similar(street, known));
    assertEquals(List.of(known), similar(street, sameCaller));
    assertEquals(List.of(), similar(street, other));
    build.get("/disputes/" + known + "/similar").expect(200);
    staff("cao").get("/disputes/" + known + "/similar").expect(404);
    JsonObject into = JsonObject.of("intoId", known, "reason", "同一家人");
    street.post("/disputes/" + sameCaller + "/merger", into).expect(204);
    assertEquals(List.of(sameAddress), similar(street, known), "what is merged is settled");
  }

  @Test
  void theSameEventIsKnownByItsNumber() {
    JsonObject incident = of("裴演示", "19900008861").put("channel", "POLICE");
    String first = reported(grid, incident.copy().put("externalNumber", "演示警情20260801"));
    JsonObject again = of("陆演示", "19900008862").put("channel", "POLICE");
    String second = reported(grid, again.put("externalNumber", "演示警情20260801"));
    assertEquals(List.of(first), similar(street, second));
    List<JsonObject> typed =
        objects(street.get("/disputes/similar?externalNumber=演示警情20260801").items());
    assertEquals(List.of(second, first), typed.stream().map(line -> line.getString("id")).toList());
  }

  @Test
  void afterAnUndoneMergerTheClockRunsOn() {
    String into = reported(grid, of("荣演示", "19900008871"));
    String id = reported(grid, of("翁演示", "19900008872"));
    String due = dispute(street, id).getString("dueAt");
    JsonObject merger = JsonObject.of("intoId", into, "reason", "同一件事");
    street.post("/disputes/" + id + "/merger", merger).expect(204);
    assertNull(dispute(street, id).getString("dueAt"));
    JsonObject reason = JsonObject.of("reason", "不是一件事");
    street.post("/disputes/" + id + "/merger-undoings", reason).expect(204);
    assertEquals(due, dispute(street, id).getString("dueAt"));
  }

  private static JsonObject of(String name, String phone) {
    JsonObject person = JsonObject.of("side", "A", "name", name, "phone", phone);
    return wages().put("address", "地址" + phone).put("parties", JsonArray.of(person));
  }

  private static List<String> similar(Actor by, String id) {
    return objects(by.get("/disputes/" + id + "/similar").expect(200).items()).stream()
        .map(line -> line.getString("id"))
        .toList();
  }
}
