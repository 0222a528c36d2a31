package org.yilian;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.AreaScene.CITY;
import static org.yilian.AreaScene.GRID;
import static org.yilian.AreaScene.MARK;
import static org.yilian.AreaScene.NEXT_DISTRICT;
import static org.yilian.AreaScene.NEXT_STREET;
import static org.yilian.AreaScene.OVERSEES;
import static org.yilian.AreaScene.PLACES;
import static org.yilian.AreaScene.SEES;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.sheets.Workbooks;

/**
 * Roles × levels × endpoints: nobody sees a row outside his area but what was handed to him. Each
 * place has one dispute, reported by somebody who looks over nothing.
 */
class AreaRuleIT {
  private static AreaScene scene;

  @BeforeAll
  static void start() {
    scene = AreaScene.start();
  }

  @AfterAll
  static void stop() {
    scene.close();
  }

  private static Set<String> placesOf(JsonArray items) {
    return items.stream()
        .map(item -> ((JsonObject) item).getString("areaCode"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> everyListHoldsWhatOneMaySeeAndNothingElse() {
    List<String> lists =
        List.of(
            "/disputes",
            "/disputes?q=" + MARK,
            "/disputes?type=NEIGHBOUR&level=STREET&channel=DESK",
            "/disputes?status=OPEN&from=2020-01-01",
            "/disputes?area=" + CITY,
            "/disputes/similar?names=蒋核对演示");
    return SEES.entrySet().stream()
        .flatMap(
            looker ->
                lists.stream()
                    .map(
                        path ->
                            DynamicTest.dynamicTest(
                                looker.getKey() + " " + path,
                                () -> sees(looker.getKey(), path, looker.getValue()))));
  }

  private static void sees(String name, String path, Set<String> expected) {
    // The level of what the department leads is its own; a filter on another does not find it.
    boolean narrowed = path.contains("level=STREET");
    Set<String> wanted = new TreeSet<>(expected);
    if (narrowed) {
      wanted.remove(NEXT_STREET);
    }
    Answer answer = scene.actor(name).get(path).expect(200);
    Set<String> found = placesOf(answer.items());
    assertTrue(wanted.containsAll(found), name + " " + path + " sees " + found);
    if (!path.contains("similar")) {
      assertEquals(wanted, found, name + " " + path);
    }
  }

  private static long marked(byte[] workbook) {
    return Workbooks.rows(workbook).stream()
        .filter(row -> row.cells().toString().contains(MARK))
        .count();
  }

  @TestFactory
  Stream<DynamicTest> everyPlaceIsSeenOrIsNotThere() {
    return SEES.entrySet().stream()
        .map(
            looker ->
                DynamicTest.dynamicTest(
                    looker.getKey(),
                    () -> assertAll(PLACES.stream().map(place -> () -> opens(looker, place)))));
  }

  private static void opens(Map.Entry<String, Set<String>> looker, String place) {
    Actor actor = scene.actor(looker.getKey());
    String path = "/disputes/" + scene.id(place);
    int status = looker.getValue().contains(place) ? 200 : 404;
    assertEquals(status, actor.get(path).status(), looker.getKey() + " " + place);
    assertEquals(status, actor.get(path + "/story").status(), looker.getKey() + " story " + place);
    if (status == 404) {
      assertEquals(404, actor.get(path + "/units").status());
      JsonObject reason = JsonObject.of("reason", "不该看到", "note", "不该看到", "text", "不该看到");
      reason.put("manner", "PHONE").put("visited", "某人").put("performance", "WHOLE");
      reason.put("opinion", "不该看到");
      for (String change :
          List.of(
              "/raises",
              "/help-requests",
              "/urges",
              "/follow-ups",
              "/closing",
              "/archive",
              "/merger-undoings",
              "/alarm-dismissals")) {
        assertEquals(404, actor.post(path + change, reason).status(), change);
      }
      JsonObject rating = JsonObject.of("risk", "MAJOR", "reason", "不该看到");
      assertEquals(404, actor.put(path + "/risk", rating, 0).status());
      JsonObject into = JsonObject.of("intoId", scene.id(place), "reason", "不该看到");
      SEES.get(looker.getKey()).stream()
          .map(scene::id)
          .forEach(
              own -> assertEquals(404, actor.post("/disputes/" + own + "/merger", into).status()));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFileAndFigureCountsWhatOneMaySee() {
    return SEES.entrySet().stream()
        .map(
            looker ->
                DynamicTest.dynamicTest(
                    looker.getKey(), () -> counts(looker.getKey(), looker.getValue())));
  }

  private static void counts(String name, Set<String> expected) {
    Actor actor = scene.actor(name);
    String file = actor.get("/disputes.csv?q=" + MARK).expect(200).text();
    assertEquals(expected.size(), file.lines().filter(line -> line.contains(MARK)).count());
    assertEquals(
        expected.size(), marked(actor.get("/disputes.xlsx?q=" + MARK).expect(200).bytes()));
    Answer figures = actor.get("/statistics?from=2020-01-01");
    Answer wall = actor.get("/wall?since=2020-01-01");
    boolean overseer =
        Set.of("wu", "jiang", "zheng", "feng", "hua", "shi", "kong", "cao", "yan").contains(name);
    assertEquals(overseer ? 200 : 404, figures.status(), name);
    assertEquals(overseer ? 200 : 404, wall.status(), name);
    if (overseer) {
      assertEquals(expected.size(), figures.json().getInteger("reported"), name);
      assertEquals(expected.size(), wall.json().getInteger("reported"), name);
      assertFalse(wall.text().contains("蒋核对演示"), "no name stands on a wall");
      assertFalse(wall.text().contains(MARK), "no matter stands on a wall");
    }
    for (String place : PLACES) {
      boolean own =
          overseer && expected.contains(place) && !place.equals(CITY) || name.equals("shi");
      assertEquals(own ? 200 : 404, actor.get("/statistics?area=" + place).status(), name + place);
      assertEquals(own ? 200 : 404, actor.get("/statistics.csv?area=" + place).status());
      assertEquals(own ? 200 : 404, actor.get("/wall?area=" + place).status());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyMapCountsWhatOneMaySeeAndNoOtherMapIsThere() {
    return SEES.keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> maps(name, OVERSEES.get(name))));
  }

  private static void maps(String name, String area) {
    Actor actor = scene.actor(name);
    for (String other : List.of(CITY, "990001", "990001001", "990002", "990002001", "9", "")) {
      boolean own =
          area != null && !other.isEmpty() && other.length() > 1 && other.startsWith(area);
      assertEquals(own ? 200 : 404, actor.get("/area-map?area=" + other).status(), name + other);
    }
    Answer own = actor.get("/area-map").expect(area == null ? 404 : 200);
    if (area != null) {
      Map<String, Long> counted = new LinkedHashMap<>();
      own.json().getJsonArray("parts").stream()
          .map(JsonObject.class::cast)
          .forEach(part -> counted.put(part.getString("code"), part.getLong("open")));
      for (Map.Entry<String, Long> part : counted.entrySet()) {
        assertTrue(part.getKey().startsWith(area), part.getKey());
        String list = "/disputes?status=OPEN&area=" + part.getKey();
        long listed = actor.get(list).items().size();
        assertEquals(listed, part.getValue().longValue(), name + part.getKey());
      }
      long within = SEES.get(name).stream().filter(place -> place.length() > area.length()).count();
      assertEquals(within, counted.values().stream().mapToLong(Long::longValue).sum(), name);
      assertFalse(own.text().contains("蒋核对演示"), "no name stands on a map");
    }
  }

  @TestFactory
  Stream<DynamicTest> everyTaskListHoldsWhatWasHandedOver() {
    return SEES.keySet().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertEquals(
                            name.equals("you") ? Set.of(scene.id(NEXT_STREET)) : Set.of(),
                            scene.actor(name).get("/assignments").expect(200).items().stream()
                                .map(task -> ((JsonObject) task).getString("disputeId"))
                                .collect(Collectors.toSet()))));
  }

  @Test
  void aSubstituteLooksAsWhomHeStandsInForWhileHeStandsInForHim() {
    String kong = scene.actor("kong").personId();
    String wu = scene.actor("wu").personId();
    String term =
        "insert into substitutions (id, person_id, substitute_id, starts_on, ends_on) values"
            + " ('%s', '%s', '%s', current_date + %d, current_date + %d)";
    scene.server().sql(term.formatted("past", kong, wu, -9, -3));
    assertEquals(Set.of(GRID), placesOf(scene.actor("wu").get("/disputes").items()));
    scene.server().sql(term.formatted("now", kong, wu, -1, 2));
    assertEquals(Set.of(GRID, NEXT_DISTRICT), placesOf(scene.actor("wu").get("/disputes").items()));
    scene.server().sql("delete from substitutions");
    assertEquals(Set.of(GRID), placesOf(scene.actor("wu").get("/disputes").items()));
  }
}
