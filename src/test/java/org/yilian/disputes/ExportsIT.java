package org.yilian.disputes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.sheets.SheetRow;
import org.yilian.sheets.Workbooks;

/** Lists and figures as workbooks. */
class ExportsIT extends DisputeTests {
  @Test
  void nothingThatIsExportedIsAFormula() {
    JsonObject report =
        new JsonObject()
            .put("type", "NEIGHBOUR")
            .put("cause", "=HYPERLINK(\"http://x\")")
            .put("source", "INITIATIVE")
            .put("parties", new JsonArray().add(JsonObject.of("side", "A", "name", "+陈某")));
    grid.post("/disputes", report).expect(201);
    Actor street = Actor.staff(SERVER.port(), "zheng");
    List<SheetRow> rows = rows(street, "/disputes.xlsx?q=HYPERLINK");
    assertEquals("'=HYPERLINK(\"http://x\")", rows.get(1).cell(2));
    assertEquals("'+陈某", rows.get(1).cell(3));
    assertEquals(17, rows.get(0).cells().size());
    assertTrue(rows(street, "/statistics.xlsx").size() > 5);
  }

  private static List<SheetRow> rows(Actor actor, String path) {
    return Workbooks.rows(actor.get(path).expect(200).bytes());
  }

  /** The fields of the ledger: what, where, since when, how many, how much. */
  @Test
  void aRowHoldsTheFieldsOfTheLedger() {
    JsonObject report =
        new JsonObject()
            .put("type", "CONTRACT")
            .put("cause", "台账字段借款")
            .put("address", "示例路九号")
            .put("occurredOn", "2026-01-05")
            .put("peopleCount", 7)
            .put("amountFen", 123456)
            .put("channel", "PHONE")
            .put("externalNumber", "12345-77")
            .put("source", "APPLICATION")
            .put("parties", new JsonArray().add(JsonObject.of("side", "A", "name", "陈演示")));
    grid.post("/disputes", report).expect(201);
    Actor street = Actor.staff(SERVER.port(), "zheng");
    String file = street.get("/disputes.csv?q=台账字段").expect(200).text();
    String[] lines = file.strip().split("\r\n");
    assertEquals(2, lines.length);
    assertTrue(lines[1].endsWith(",示例路九号,2026-01-05,7,1234.56,0.00,12345-77"), lines[1]);
    assertEquals("示例路九号", rows(street, "/disputes.xlsx?q=台账字段").get(1).cell(11));
  }
}
