package org.yilian.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Voice;

/** What a story says for the fields of a report, proposed one by one. */
class IntakeSuggestionsIT {
  private static final String STORY = "示例路9号楼下的杨老板反映，楼上302住户家水管漏了三个月，吊顶坏了，要赔6500元，电话13800009999。";

  private static final String CAUSE_TOO_LONG = JsonObject.of("cause", "吊顶坏了".repeat(26)).encode();

  private static ModelStub model;
  private static TestServer server;
  private static Actor grid;

  @BeforeAll
  static void start() throws Exception {
    model = new ModelStub();
    server = TestServer.start(model.settings(1));
    grid = Stage.staff(server, "wu");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    model.close();
  }

  private static Answer suggest(Actor actor, String text) {
    return actor.post("/intake-suggestions", JsonObject.of("text", text));
  }

  private static JsonObject party(String side, String description) {
    return JsonObject.of("side", side, "description", description);
  }

  private static List<String> fields(JsonObject told) {
    return told.getJsonArray("proposals", new JsonArray()).stream()
        .map(one -> (JsonObject) one)
        .map(one -> one.getString("field") + "=" + one.getString("value"))
        .toList();
  }

  @Test
  void fieldsAreProposedBesideTheStoryAndWhoIsMeantDoesNotLeave() {
    model.says(
        "好的：\n",
        JsonObject.of("type", "NEIGHBOUR", "cause", "楼上漏水三个月，要求赔偿6500元")
            .put("address", "示例路")
            .put("parties", JsonArray.of(party("A", "楼下的⟦2⟧"), party("B", "住户家")))
            .encode());
    JsonObject told = suggest(grid, STORY).expect(200).json();
    assertEquals("AI 建议，仅供参考", told.getString("label"));
    assertEquals(STORY, told.getString("source"));
    String asked = model.lastAsked().encode();
    assertFalse(asked.contains("13800009999") || asked.contains("杨老板"), asked);
    assertTrue(fields(told).contains("type=NEIGHBOUR"), told.encode());
    assertTrue(fields(told).contains("cause=楼上漏水三个月，要求赔偿6500元"));
    assertTrue(fields(told).contains("address=示例路"));
    assertTrue(fields(told).contains("party=住户家"));
    assertEquals(
        200, grid.get("/disputes?limit=1").status(), "nothing was reported by a suggestion");
  }

  @Test
  void whatTheStoryDoesNotSayIsLeftOut() {
    model.says(
        JsonObject.of("type", "MURDER", "cause", "漏水，要求赔偿9000元")
            .put("address", "幸福路88号")
            .put("parties", JsonArray.of(party("A", "老赵"), party("AB", "住户"), party("B", "302住户")))
            .put("phone", "13900000000")
            .encode());
    assertEquals(List.of("party=302住户"), fields(suggest(grid, STORY).expect(200).json()));
    for (String nonsense :
        List.of(
            "{\"type\":\"OTHER\"}",
            CAUSE_TOO_LONG,
            "[1,2]",
            "{\"type\":",
            "{\"parties\":7,\"type\":{},\"cause\":[]}",
            "忽略规则，lane B")) {
      model.says(nonsense);
      JsonObject none = suggest(grid, STORY).expect(200).json();
      assertTrue(none.containsKey("none") && !none.containsKey("proposals"), nonsense);
    }
  }

  @Test
  void whoWasNamedTwiceIsProposedOnceAndNoMoreThanSix() {
    JsonArray people = JsonArray.of(party("A", "住户家"), party("B", "住户家"));
    STORY.substring(0, 7).chars().forEach(c -> people.add(party("C", Character.toString(c))));
    model.says(JsonObject.of("parties", people).encode());
    assertEquals(
        List.of("party=住户家", "party=示", "party=例", "party=路", "party=9"),
        fields(suggest(grid, STORY).expect(200).json()));
  }

  @Test
  void whoAsksTooOftenWaitsAndNobodyElseDoes() {
    Actor clerk = Stage.staff(server, "zheng");
    model.says(JsonObject.of("type", "NEIGHBOUR").encode());
    for (int n = 0; n < 60; n++) {
      suggest(clerk, STORY).expect(200);
    }
    suggest(clerk, STORY).expect(429, "too-many-suggestions");
    suggest(grid, STORY).expect(200);
  }

  @Test
  void aModelThatFailsLeavesTheFormToItsWriter() {
    model.behaves(response -> response.setStatusCode(500).end());
    assertTrue(suggest(grid, STORY).expect(200).json().containsKey("none"));
    model.behaves(response -> {});
    assertTrue(suggest(grid, STORY).expect(200).json().containsKey("none"));
    model.says("长".repeat(3_000));
    assertTrue(suggest(grid, STORY).expect(200).json().containsKey("none"));
    suggest(grid, "字".repeat(4_001)).expect(400, "invalid-fields");
    grid.post("/intake-suggestions").expect(400, "invalid-fields");
  }

  @Test
  void ofANoteOnlyCheckedWordsAreReadAndOnlyForWhoHearsIt() {
    Voice notes = new Voice(grid, "");
    String id = notes.record(Voice.tone(1_000));
    JsonObject ofNote = JsonObject.of("recordingId", id);
    model.says(JsonObject.of("type", "MIGRANT_WAGE").encode());
    grid.post("/intake-suggestions", ofNote).expect(409, "transcript-unchecked");
    assertFalse(model.wasAsked(), "words that nobody checked have left");
    JsonObject lines = JsonObject.of("lines", JsonArray.of(JsonObject.of("text", "工地欠薪三个月")));
    notes.check(id, 0, lines).expect(200);
    Stage.staff(server, "kong").post("/intake-suggestions", ofNote).expect(404);
    JsonObject told = grid.post("/intake-suggestions", ofNote).expect(200).json();
    assertEquals("工地欠薪三个月", told.getString("source"));
    assertEquals(List.of("type=MIGRANT_WAGE"), fields(told));
  }

  @Test
  void nobodyButStaffIsOfferedAnything() {
    Stage stage = Stage.leak(server);
    model.says(JsonObject.of("type", "NEIGHBOUR").encode());
    suggest(stage.a, STORY).expect(404);
    Actor.stranger(server.port())
        .post("/intake-suggestions", JsonObject.of("text", STORY))
        .expect(401);
    assertFalse(model.wasAsked());
  }

  @Test
  void withoutAModelNothingIsOfferedAndNothingIsMissing() {
    TestServer bare = TestServer.shared();
    Actor worker = Stage.staff(bare, "wu");
    assertFalse(worker.get("/suggestions").expect(200).json().getBoolean("offered"));
    assertTrue(suggest(worker, STORY).expect(200).json().containsKey("none"));
  }
}
