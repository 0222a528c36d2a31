package org.yilian.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days in which an agreement can be taken to the court. */
class ApplicationTermsIT extends ConfirmationTests {

  /** The oracles: a last day among days off, one on a Sunday that is worked, one not yet known. */
  @ParameterizedTest
  @CsvSource({
    "2026-08-27, 2026-09-26, 2026-09-28",
    "2026-08-21, 2026-09-20, 2026-09-20",
    "2026-12-02, 2027-01-01, "
  })
  void tellsTheSafeDayAndTheLastOneUnlessTheCalendarIsStillToCome(
      String effectiveOn, String safeDate, String lastDate) {
    JsonObject confirmation = begun();
    takesEffect(confirmation.getString("agreementId"), effectiveOn);
    JsonObject deadline =
        stage.b.get(at(confirmation)).expect(200).json().getJsonObject("deadline");
    assertEquals(safeDate, deadline.getString("safeDate"));
    assertEquals(lastDate, deadline.getString("lastDate"));
    assertEquals(lastDate == null, deadline.getBoolean("provisional"));
  }

  @Test
  void aSupplementHasThirtyDaysOfItsOwn() {
    JsonObject first = stage.sealed();
    takesEffect(first.getString("id"), "2026-08-01");
    JsonObject body =
        new JsonObject()
            .put("template", "people-mediation-agreement")
            .put("supplements", first.getString("id"))
            .put("values", stage.values());
    JsonObject second = stage.signed(body);
    assertTrue(
        stage
            .a
            .get("/agreements/" + second.getString("id") + "/text")
            .expect(200)
            .text()
            .contains("本协议是 " + first.getString("number") + " 号协议的补充协议。"));
    stage.clerk.post("/agreements/" + second.getString("id") + "/seal").expect(200);
    takesEffect(second.getString("id"), "2026-08-27");
    JsonObject ofFirst = begin(stage.a, first, "demo-court").expect(201).json();
    JsonObject ofSecond = begin(stage.a, second, "demo-court").expect(201).json();
    assertEquals("2026-08-31", ofFirst.getJsonObject("deadline").getString("lastDate"));
    assertEquals("2026-09-28", ofSecond.getJsonObject("deadline").getString("lastDate"));
  }

  private void takesEffect(String agreementId, String day) {
    stage.sql(
        "update agreements set effective_on = $2::text::date where id = $1", agreementId, day);
  }
}
