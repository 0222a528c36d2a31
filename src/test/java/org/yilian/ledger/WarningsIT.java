package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;

/** What is warned of early, and who decides about it. */
class WarningsIT extends LedgerTests {
  @Test
  void repeatedDisputesOfTheSamePeopleAreWarnedOfAndAPersonDecides() {
    JsonObject person = JsonObject.of("side", "A", "name", "沈演示", "phone", "19900005521");
    JsonObject report =
        wages().put("parties", JsonArray.of(person)).put("handling", "SELF").put("type", "OTHER");
    for (int i = 0; i < 3; i++) {
      grid.post("/disputes", report).expect(201);
    }
    await(office().warnings.sweep());
    await(office().warnings.sweep());
    List<JsonObject> found =
        objects(street.get("/warnings").expect(200).items()).stream()
            .filter(one -> one.getString("kind").equals("SAME_PEOPLE"))
            .filter(one -> one.getJsonArray("reasons").encode().contains("3 件"))
            .toList();
    assertEquals(1, found.size());
    assertFalse(found.get(0).encode().contains("5521"), "no phone in a warning");
    String id = found.get(0).getString("id");
    JsonObject decision = JsonObject.of("decision", "CONFIRMED", "note", "已上门走访");
    staff("cao").post("/warnings/" + id + "/decision", decision).expect(404);
    assertEquals(0, staff("cao").get("/warnings").items().size());
    assertEquals(
        Set.of("decision", "note"),
        Set.copyOf(street.post("/warnings/" + id + "/decision").expect(400).fields()));
    street.post("/warnings/" + id + "/decision", decision).expect(204);
    street.post("/warnings/" + id + "/decision", decision).expect(409, "wrong-state");
    JsonObject counted = street.get("/warnings").json();
    assertEquals(1, counted.getInteger("confirmed"));
    assertEquals(1, counted.getInteger("decided"));
  }

  /** A city has more of them than a page holds. */
  @Test
  void warningsAreReadPageByPageToTheLastWhateverIsDecidedMeanwhile() {
    SERVER.sql(
        "insert into warnings (id, kind, subject, area_code, reasons, dispute_ids, found_at)"
            + " select 'many' || n, 'CLUSTER', 'many' || n, '990001001002', '[\"很多\"]', '{}',"
            + " now() - n / 2 * interval '1 second' from generate_series(1, 250) n");
    Set<String> read = new HashSet<>();
    String next = "";
    int pages = 0;
    while (next != null) {
      String query = next.isEmpty() ? "/warnings?limit=100" : "/warnings?limit=100&after=" + next;
      JsonObject page = street.get(query).expect(200).json();
      List<JsonObject> items = objects(page.getJsonArray("items"));
      items.forEach(one -> assertTrue(read.add(one.getString("id")), one.encode()));
      if (pages++ == 0) {
        JsonObject dismissed = JsonObject.of("decision", "DISMISSED", "note", "演示");
        String last = items.get(items.size() - 1).getString("id");
        street.post("/warnings/" + last + "/decision", dismissed).expect(204);
        read.remove(last);
      }
      next = page.getString("next");
    }
    assertEquals(250, read.stream().filter(id -> id.startsWith("many")).count());
    assertEquals(List.of("after"), street.get("/warnings?after=x").expect(400).fields());
    assertEquals(0, staff("cao").get("/warnings?limit=100").items().size());
    SERVER.sql("delete from warnings where id like 'many%'");
  }

  private static List<JsonObject> repeated(Actor by, String times) {
    return objects(by.get("/warnings").expect(200).items()).stream()
        .filter(one -> one.getString("kind").equals("SAME_PEOPLE"))
        .filter(one -> one.getJsonArray("reasons").encode().contains(times + " 件"))
        .toList();
  }

  /** Two streets of one district: neither may know how many there are at the other. */
  @Test
  void whoeverLooksOverOnePlaceIsNotToldOfTheOther() {
    JsonObject person = JsonObject.of("side", "A", "name", "姚演示", "phone", "19900005531");
    JsonObject report =
        wages().put("parties", JsonArray.of(person)).put("handling", "SELF").put("type", "OTHER");
    for (String place : List.of("990001001", "990001001", "990001002", "990001002")) {
      district.post("/disputes", report.put("areaCode", place)).expect(201);
    }
    await(office().warnings.sweep());
    assertEquals(0, repeated(street, "4").size());
    List<JsonObject> told = repeated(district, "4");
    assertEquals(1, told.size());
    assertEquals("990001", told.get(0).getString("areaCode"));

    JsonObject dismissed = JsonObject.of("decision", "DISMISSED", "note", "同名不同事");
    district.post("/warnings/" + told.get(0).getString("id") + "/decision", dismissed).expect(204);
    await(office().warnings.sweep());
    assertEquals(1, repeated(district, "4").size(), "what is decided is not asked again");
    district.post("/disputes", report).expect(201);
    await(office().warnings.sweep());
    List<JsonObject> again = repeated(district, "5");
    assertEquals(1, again.size(), "another dispute after it is");
    assertFalse(again.get(0).containsKey("decision"));
    assertEquals("DISMISSED", repeated(district, "4").get(0).getString("decision"));
  }
}
