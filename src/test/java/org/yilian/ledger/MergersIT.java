package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
