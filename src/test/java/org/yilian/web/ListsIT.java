package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.StageTests;
import org.yilian.client.Actor;

/** Lists by pages: whoever goes on with {@code next} misses nothing, however few he asks for. */
class ListsIT extends StageTests {
  /** The ids of the first items of a list that is read two by two. */
  private static List<String> twoByTwo(Actor reader, String path, int wanted) {
    List<String> ids = new ArrayList<>();
    String after = "";
    while (after != null && ids.size() < wanted) {
      String query = "limit=2" + (after.isEmpty() ? "" : "&after=" + after);
      JsonObject page =
          reader.get(path + (path.contains("?") ? "&" : "?") + query).expect(200).json();
      JsonArray items = page.getJsonArray("items");
      assertFalse(items.size() > 2, page::encode);
      items.forEach(item -> ids.add(((JsonObject) item).getString("id")));
      Object next = page.getValue("next");
      after = next == null ? null : next.toString();
    }
    return ids.subList(0, Math.min(wanted, ids.size()));
  }

  @Test
  void agreementsAndApplicationsComeNewestFirstToTheLast() {
    List<String> agreements = new ArrayList<>();
    List<String> applications = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      stage = Stage.leak(server);
      String agreement = stage.sealed().getString("id");
      agreements.add(agreement);
      applications.add(
          stage
              .clerk
              .post(
                  "/agreements/" + agreement + "/confirmation",
                  JsonObject.of("courtId", "demo-court"))
              .expect(201)
              .id());
    }
    Collections.reverse(agreements);
    Collections.reverse(applications);
    assertEquals(agreements, twoByTwo(stage.clerk, "/agreements?status=EFFECTIVE", 3));
    assertEquals(applications, twoByTwo(stage.clerk, "/confirmations", 3));
  }

  @Test
  void whatIsReadWholeIsPagedToo() {
    List<String> facts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      facts.add(
          stage
              .mediator
              .post("/rooms/" + stage.room + "/facts", JsonObject.of("text", "事实" + i))
              .expect(201)
              .id());
    }
    String path = "/rooms/" + stage.room + "/facts";
    assertEquals(facts, twoByTwo(stage.mediator, path, 4));
    assertEquals(3, stage.mediator.get(path).expect(200).items().size());
    assertFalse(stage.mediator.get(path + "?limit=3").json().containsKey("next"));
    assertEquals(0, stage.mediator.get(path + "?after=9").expect(200).items().size());
  }

  @Test
  void noLimitIsRefusedForBeingLarge() {
    for (String path : List.of("/rooms", "/disputes", "/agreements", "/people?role=MEDIATOR")) {
      String query = (path.contains("?") ? "&" : "?") + "limit=99999999999999999999";
      stage.mediator.get(path + query).expect(200);
    }
    stage.mediator.get("/rooms?limit=many").expect(400, "invalid-fields");
  }
}
