package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Answer;

/** What is resolved is followed up, closed and put away by those of the place. */
class ClosingIT extends LedgerTests {
  private static final JsonObject NOTE = JsonObject.of("note", "已付清，双方无异议");

  private String settled() {
    String id = reported(grid, wages());
    sign(build, id);
    build.post("/disputes/" + id + "/rounds", round("SETTLED")).expect(201);
    return id;
  }

  @Test
  void theUnitThatResolvedItDoesNotCloseIt() {
    String id = settled();
    assertFalse(story(build, id).getJsonObject("may").getBoolean("close"));
    assertTrue(story(build, id).getJsonObject("may").getBoolean("followUp"));
    street.post("/disputes/" + id + "/follow-ups", followUp()).expect(204);
    for (String stranger : List.of("cao", "luo")) {
      staff(stranger).post("/disputes/" + id + "/follow-ups", followUp()).expect(404);
      staff(stranger).post("/disputes/" + id + "/closing", NOTE).expect(404);
      staff(stranger).post("/disputes/" + id + "/archive").expect(404);
    }
    build.post("/disputes/" + id + "/closing", NOTE).expect(404);
    labour.post("/disputes/" + id + "/closing", NOTE).expect(404);
    assertTrue(story(street, id).getJsonObject("may").getBoolean("close"));
    street.post("/disputes/" + id + "/closing", NOTE).expect(204);
    assertEquals("CLOSED", dispute(grid, id).getString("status"));
  }

  @Test
  void nothingIsClosedUnasked() {
    String id = settled();
    street.post("/disputes/" + id + "/closing", NOTE).expect(409, "no-follow-up");
    Answer empty = street.post("/disputes/" + id + "/follow-ups", new JsonObject());
    assertEquals(List.of("manner", "visited", "performance", "opinion"), empty.fields());
    build.post("/disputes/" + id + "/follow-ups", followUp()).expect(204);
    street.post("/disputes/" + id + "/closing", NOTE).expect(204);
    JsonObject told = story(grid, id).getJsonArray("followUps").getJsonObject(0);
    assertEquals("WHOLE", told.getString("performance"));
  }

  @Test
  void aFileIsPutAwayOnceUnderANumberOfItsOwn() {
    String id = settled();
    street.post("/disputes/" + id + "/archive").expect(409, "wrong-state");
    street.post("/disputes/" + id + "/follow-ups", followUp()).expect(204);
    street.post("/disputes/" + id + "/closing", NOTE).expect(204);
    street.post("/disputes/" + id + "/archive").expect(204);
    JsonObject kept = story(grid, id).getJsonObject("archive");
    assertTrue(kept.getString("number").contains("易档字第"), kept.encode());
    assertEquals(1, kept.getJsonObject("contents").getInteger("followUps"));
    street.post("/disputes/" + id + "/archive").expect(409, "wrong-state");
    assertFalse(story(street, id).getJsonObject("may").getBoolean("archive"));
  }
}
