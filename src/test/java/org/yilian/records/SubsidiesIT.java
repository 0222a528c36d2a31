package org.yilian.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.StageTests;
import org.yilian.client.Actor;

/** What mediators brought about: counted exactly, for those who may know. */
class SubsidiesIT extends StageTests {
  private static JsonObject of(Actor who, String query) {
    return who.get("/subsidies" + query).expect(200).items().stream()
        .map(JsonObject.class::cast)
        .filter(line -> line.getString("name").startsWith("王调解"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anAgreementInEffectCountsForWhoeverMediatedIt() {
    long written = of(stage.clerk, "").getLong("written");
    stage.proposed();
    assertEquals(written, of(stage.clerk, "").getLong("written"), "a proposal counts for nothing");
    Stage other = Stage.leak(server);
    other.sealed();
    assertEquals(written + 1, of(stage.clerk, "").getLong("written"));
    assertEquals(0, of(stage.clerk, "?from=2020-01-01&to=2020-12-31").getLong("written"));
    Actor street = Stage.staff(server, "zheng");
    assertEquals(written + 1, of(street, "").getLong("written"));
    byte[] sheet = street.get("/subsidies.xlsx").expect(200).bytes();
    assertTrue(sheet.length > 1000);
    stage.clerk.get("/subsidies?from=2026-02-01&to=2026-01-01").expect(400);
  }

  @Test
  void aTalkThatSettledCountsAndOneThatDidNotIsCountedApart() {
    JsonObject before = of(stage.clerk, "");
    stage.sql(
        """
        insert into rounds (dispute_id, n, mode, held_at, attendees, minutes, outcome, failure, terms,
          recorded_by, recorded_at)
        select $1, n, 'ON_SITE', now(), '双方', '经过', outcome, 'REFUSED', '当场谈成', $2, now()
        from (values (1, 'ADJOURNED'), (2, 'FAILED'), (3, 'SETTLED')) held(n, outcome)
        """,
        stage.dispute,
        stage.person("wang"));
    JsonObject after = of(stage.clerk, "");
    assertEquals(before.getLong("spoken") + 1, after.getLong("spoken"));
    assertEquals(before.getLong("others") + 2, after.getLong("others"));
    assertEquals(before.getLong("written"), after.getLong("written"));
  }

  @Test
  void nobodyElseIsTold() {
    for (String other : new String[] {"wang", "li", "wu", "zhou", "shen"}) {
      Stage.staff(server, other).get("/subsidies").expect(404);
      Stage.staff(server, other).get("/subsidies.xlsx").expect(404);
    }
    stage.a.get("/subsidies").expect(404);
    for (String elsewhere : new String[] {"luo", "cao"}) {
      Actor stranger = Stage.staff(server, elsewhere);
      assertTrue(
          stranger.get("/subsidies").expect(200).items().stream()
              .noneMatch(line -> ((JsonObject) line).getString("name").startsWith("王调解")));
    }
  }
}
