package org.yilian.disputes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;

/** Filters that somebody keeps. */
class SavedViewsIT extends DisputeTests {
  private final Actor street = Actor.staff(SERVER.port(), "zheng");

  private static JsonObject view(String name, JsonObject filters) {
    return JsonObject.of("name", name, "filters", filters);
  }

  @Test
  void whatIsKeptIsThereAtEveryDeskAndNobodyElses() {
    JsonObject filters = JsonObject.of("status", "OPEN", "risk", "LARGER", "overdue", true);
    street.post("/saved-views", view("较大超时", filters)).expect(201);
    JsonObject searched = JsonObject.of("q", "19900001234", "type", "NEIGHBOUR", "level", "");
    street.post("/saved-views", view("邻里", searched)).expect(201);
    Actor elsewhere = Actor.staff(SERVER.port(), "zheng");
    assertEquals(
        new JsonArray()
            .add(view("较大超时", filters))
            .add(view("邻里", JsonObject.of("type", "NEIGHBOUR"))),
        elsewhere.get("/saved-views").expect(200).items());
    assertEquals(new JsonArray(), grid.get("/saved-views").expect(200).items());
    assertEquals(0, SERVER.count("select count(*) from saved_views where filters::text ~ '1990'"));
    street.post("/saved-views", view("邻里", JsonObject.of("type", "MEDICAL"))).expect(201);
    grid.delete("/saved-views/%E9%82%BB%E9%87%8C").expect(204);
    assertEquals(
        "MEDICAL",
        elsewhere
            .get("/saved-views")
            .items()
            .getJsonObject(1)
            .getJsonObject("filters")
            .getString("type"));
    street.delete("/saved-views/%E9%82%BB%E9%87%8C").expect(204);
    assertEquals(1, elsewhere.get("/saved-views").items().size());
  }

  @Test
  void thirtyAreKeptAndTheirNamesMayBeUsedAgain() {
    Actor post = Actor.staff(SERVER.port(), "shen");
    for (int n = 1; n <= 30; n++) {
      post.post("/saved-views", view("视图" + n, JsonObject.of("status", "OPEN"))).expect(201);
    }
    JsonObject more = view("再一个", JsonObject.of("status", "OPEN"));
    assertEquals(List.of("name"), post.post("/saved-views", more).expect(400).fields());
    post.post("/saved-views", view("视图7", JsonObject.of("overdue", true))).expect(201);
    assertEquals(30, post.get("/saved-views").expect(200).items().size());
  }

  @Test
  void whatNoListUnderstandsIsRefused() {
    assertEquals(List.of("name"), street.post("/saved-views").expect(400).fields());
    JsonObject wrong = JsonObject.of("type", "X", "status", "NEVER");
    assertEquals(
        List.of("status", "type"),
        street.post("/saved-views", view("错", wrong)).expect(400).fields());
  }
}
