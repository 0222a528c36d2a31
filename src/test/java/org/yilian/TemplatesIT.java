package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** The page on which staff look at templates, at its interface. */
class TemplatesIT {
  private final TestServer server = TestServer.shared();
  private final Actor clerk = Stage.staff(server, "zhao");

  @Test
  void everyTemplateIsListedAndNoneIsBroken() {
    var items = clerk.get("/templates").expect(200).items();
    assertTrue(items.size() >= 48, () -> "only " + items.size());
    assertTrue(items.stream().noneMatch(one -> ((JsonObject) one).containsKey("broken")));
  }

  @Test
  void aTemplateIsSeenWithItsSampleAndWithOnesOwnValues() {
    JsonObject template = clerk.get("/templates/termination-notice").expect(200).json();
    assertEquals("终止调解告知书", template.getString("title"));
    Answer sample = clerk.post("/templates/termination-notice/preview").expect(200);
    String start = new String(sample.response().body(), 0, 5, StandardCharsets.US_ASCII);
    assertEquals("%PDF-", start);
    JsonObject own = template.getJsonObject("sample").copy().put("cause", "双方分歧过大");
    clerk.post("/templates/termination-notice/preview", JsonObject.of("values", own)).expect(200);
  }

  @Test
  void wrongValuesAreNamed() {
    JsonObject values = clerk.get("/templates/money-receipt").json().getJsonObject("sample");
    values.put("date", "gestern").put("payer", "x".repeat(200));
    JsonObject body = JsonObject.of("values", values);
    assertEquals(
        List.of("date"), clerk.post("/templates/money-receipt/preview", body).expect(400).fields());
    values.put("date", "2026-09-04");
    assertEquals(
        List.of("payer"),
        clerk.post("/templates/money-receipt/preview", body).expect(400).fields());
    clerk.post("/templates/money-receipt/preview", JsonObject.of("values", "x")).expect(400);
    clerk.get("/templates/no-such").expect(404);
    Actor.stranger(server.port()).get("/templates").expect(401);
    Stage.leak(server).a.get("/templates").expect(404);
  }
}
