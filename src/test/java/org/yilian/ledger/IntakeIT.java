package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;

/** One report is one dispute, and is found again. */
class IntakeIT extends LedgerTests {
  @Test
  void aReportThatIsSentFiveTimesIsOneReport() {
    JsonObject report = wages().put("key", "phone-1-draft-7");
    Set<String> ids =
        IntStream.range(0, 5)
            .parallel()
            .mapToObj(n -> grid.post("/disputes", report).expect(201).id())
            .collect(Collectors.toSet());
    assertEquals(1, ids.size());
    assertNotEquals(
        ids.iterator().next(), grid.post("/disputes", wages().put("key", "other")).id());
  }

  @Test
  void everyWrongCircumstanceIsNamed() {
    JsonObject wrong =
        wages()
            .put("areaCode", "12")
            .put("occurredOn", "2999-01-01")
            .put("peopleCount", 0)
            .put("amountFen", -1)
            .put("handling", "SOMEHOW")
            .put("location", JsonObject.of("latitude", 30.1));
    assertEquals(
        Set.of("areaCode", "occurredOn", "peopleCount", "amountFen", "handling", "location"),
        Set.copyOf(grid.post("/disputes", wrong).expect(400, "invalid-fields").fields()));
    assertEquals(
        List.of("areaCode"),
        grid.post("/disputes", wages().put("areaCode", "123456")).expect(400).fields());
  }

  /** What was photographed at the door is seen by whoever has to do with it, and by nobody else. */
  @Test
  void picturesOfTheReportAreSeenByWhoeverSeesTheDispute() {
    byte[] paper = "%PDF-1.4 photographed at the door".getBytes(StandardCharsets.UTF_8);
    String file = grid.upload("/files", "a.pdf", "application/pdf", paper).expect(201).id();
    JsonObject place = JsonObject.of("latitude", 29.71, "longitude", 106.63);
    JsonObject report =
        wages().put("fileIds", JsonArray.of(file)).put("location", place).put("amountFen", 12300);
    String id = reported(grid, report);
    for (Actor sees : List.of(grid, street, build, labour)) {
      JsonArray files = sees.get("/disputes/" + id + "/files").expect(200).items();
      assertEquals(List.of(file), objects(files).stream().map(one -> one.getString("id")).toList());
      assertArrayEquals(paper, sees.get("/files/" + file).expect(200).bytes());
      assertEquals(place, dispute(sees, id).getJsonObject("location"));
    }
    for (Actor outsider : List.of(staff("cao"), department)) {
      outsider.get("/disputes/" + id + "/files").expect(404);
      outsider.get("/files/" + file).expect(404);
    }
    String other = reported(grid, wages());
    assertEquals(0, grid.get("/disputes/" + other + "/files").items().size());
  }

  @Test
  void chineseWordsAreFoundWithoutASpaceAndPhonesByTheirTail() {
    JsonObject report =
        wages()
            .put("type", "NEIGHBOUR")
            .put("cause", "楼顶信鸽粪便影响晾晒")
            .put(
                "parties",
                JsonArray.of(JsonObject.of("side", "A", "name", "褚演示", "phone", "19900007731")));
    String id = grid.post("/disputes", report).expect(201).id();
    for (String question : List.of("信鸽", "鸽粪 晾晒", "褚演", "7731", "19900007731")) {
      assertEquals(List.of(id), found(street, "q=" + question), question);
    }
    assertEquals(List.of(), found(street, "q=信鸽 漏水"));
    assertEquals(List.of(), found(staff("cao"), "q=信鸽"));
    assertEquals(List.of("q"), street.get("/disputes?q=鸽").expect(400).fields());
    assertEquals(
        Set.of("status", "type", "to"),
        Set.copyOf(
            street
                .get("/disputes?status=NEVER&type=X&from=2026-02-02&to=2026-02-01")
                .expect(400)
                .fields()));
  }

  @Test
  void aDisputeIsFoundByItsNumberAndByThatOfWhoeverSentItOn() {
    for (String external :
        List.of(
            "J5001122026081200340", "500112202608120001", "（2026）渝0112诉前调771号", "12345-0812-77")) {
      String id = sent(external);
      JsonObject there = dispute(street, id);
      assertEquals(external, there.getString("externalNumber"));
      String number = there.getString("number");
      List<String> questions =
          List.of(
              number,
              external,
              number.replace('（', '(').replace('）', ')'),
              number.substring(6),
              number + " 信访");
      for (String question : questions) {
        assertEquals(List.of(id), found(street, "q=" + question), question);
        assertEquals(List.of(), found(staff("cao"), "q=" + question), question);
      }
      assertEquals(List.of(), found(street, "q=" + number + " 漏水"));
      JsonObject named = JsonObject.of("side", "B", "name", "施演示");
      grid.post("/disputes/" + id + "/parties", named).expect(201);
      assertEquals(List.of(id), found(street, "q=" + external), "known again with more people");
    }
    assertEquals(List.of(), found(street, "q=（2025）易调字第1号"));
  }

  private String sent(String external) {
    JsonObject report =
        wages()
            .put("type", "OTHER")
            .put("cause", "信访转来的纠纷")
            .put("channel", "POLICE")
            .put("externalNumber", external);
    return grid.post("/disputes", report.put("handling", "SELF")).expect(201).id();
  }

  private static List<String> found(Actor by, String query) {
    String encoded = query.replace(" ", "%20");
    return objects(by.get("/disputes?" + encoded).expect(200).items()).stream()
        .map(line -> line.getString("id"))
        .toList();
  }
}
