package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Answer;

/** How risky a dispute is and which level deals with it. */
class LevelsIT extends LedgerTests {
  @Test
  void ofTwoWhoActAtOnceTheSecondIsTold() {
    String id = reported(grid, wages());
    int version = dispute(street, id).getInteger("version");
    JsonObject rated = JsonObject.of("risk", "LARGER", "reason", "现场情绪激动", "version", version);
    street.put("/disputes/" + id + "/risk", rated, 0).expect(204);
    Answer late =
        district
            .put("/disputes/" + id + "/risk", rated.copy().put("risk", "MAJOR"), 0)
            .expect(409, "changed-meanwhile");
    assertTrue(late.json().getString("detail").contains("郑值班"), late.text());
  }

  @Test
  void whatIsLoweredIsReviewedBySomebodyElseOfACentre() {
    String id = reported(grid, wages());
    district
        .put("/disputes/" + id + "/risk", JsonObject.of("risk", "MAJOR", "reason", "人多"), 0)
        .expect(204);
    JsonObject down = JsonObject.of("risk", "GENERAL", "reason", "已散去");
    assertEquals(
        List.of("reviewerId"),
        district.put("/disputes/" + id + "/risk", down, 0).expect(400).fields());
    for (String wrong : List.of(district.personId(), grid.personId(), staff("cao").personId())) {
      district
          .put("/disputes/" + id + "/risk", down.copy().put("reviewerId", wrong), 0)
          .expect(400);
    }
    district
        .put("/disputes/" + id + "/risk", down.put("reviewerId", street.personId()), 0)
        .expect(204);
    assertEquals("GENERAL", dispute(district, id).getString("risk"));
  }

  @Test
  void aClockThatRunsOutRaisesByItself() {
    String id = reported(grid, wages());
    SERVER.sql(
        "update assignments set sign_by = sign_by - interval '2 days' where part = 'LEAD' and"
            + " dispute_id = '"
            + id
            + "'");
    await(office().clocks.sweep());
    assertEquals("DISTRICT", dispute(district, id).getString("level"));
    List<String> kinds = kinds(story(district, id));
    assertEquals(
        List.of("clock-ran-out", "dispute-raised"), kinds.subList(kinds.size() - 2, kinds.size()));
    await(office().clocks.sweep());
    assertEquals(kinds, kinds(story(district, id)), "one clock raises once");
  }
}
