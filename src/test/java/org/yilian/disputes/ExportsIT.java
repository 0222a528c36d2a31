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
    assertEquals(11, rows.get(0).cells().size());
    assertTrue(rows(street, "/statistics.xlsx").size() > 5);
  }

  private static List<SheetRow> rows(Actor actor, String path) {
    return Workbooks.rows(actor.get(path).expect(200).bytes());
  }
}
