package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What is resolved is closed by those of the place, and by nobody who only sees it. */
class ClosingIT extends LedgerTests {
  private static final JsonObject NOTE = JsonObject.of("note", "回访：已付清");

  @Test
  void theUnitThatResolvedItDoesNotCloseIt() {
    String id = reported(grid, wages());
    sign(build, id);
    build.post("/disputes/" + id + "/rounds", round("SETTLED")).expect(201);
    assertFalse(story(build, id).getJsonObject("may").getBoolean("close"));
    build.post("/disputes/" + id + "/closing", NOTE).expect(404);
    labour.post("/disputes/" + id + "/closing", NOTE).expect(404);
    staff("cao").post("/disputes/" + id + "/closing", NOTE).expect(404);
    assertTrue(story(street, id).getJsonObject("may").getBoolean("close"));
    street.post("/disputes/" + id + "/closing", NOTE).expect(204);
    assertEquals("CLOSED", dispute(grid, id).getString("status"));
  }
}
