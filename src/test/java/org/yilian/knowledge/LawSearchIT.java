package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.SmallRoom;

/** Law looked up by staff, and sent into a lane as a card. */
class LawSearchIT extends LawTests {
  private static SmallRoom room;

  @BeforeAll
  static void prepare() {
    room = new SmallRoom(SmallRoom.Staff.of(SERVER.port()), 77).prepare();
  }

  private JsonObject search(Actor by, String query) {
    return by.get("/law-search?" + query).expect(200).json();
  }

  @Test
  void byTypeItsArticlesAndCasesAreShownAndWhatIsOnlyOursIsMarked() {
    JsonObject answer = search(mediator, "type=NEIGHBOUR");
    assertTrue(answer.getJsonArray("cases").size() >= 3);
    JsonObject item = answer.getJsonArray("items").getJsonObject(0);
    assertTrue(item.getBoolean("digestOnly"));
    assertFalse(item.getString("gist").isBlank());
    assertFalse(item.containsKey("id") || item.containsKey("text"));
    mediator.get("/law-search?type=HOUSES").expect(400);
    mediator.get("/law-search").expect(400);
    mediator.get("/law-search?q=" + "长".repeat(201)).expect(400);
    mediator.get("/law-search?q=x&day=gestern").expect(400);
  }

  @Test
  void theVersionOfTheDayIsFoundByNumber() {
    taken(line("养蜂法", "2010-01-01", 7, "蜂箱每户两个。"));
    taken(line("养蜂法", "2022-01-01", 7, "蜂箱每户五个。"));
    until("/law-search?q=养蜂法第七条", one -> one.encode().contains("蜂箱每户五个。"));
    JsonObject before = search(mediator, "q=养蜂法7&day=2015-05-05");
    JsonObject item = before.getJsonArray("items").getJsonObject(0);
    assertEquals("蜂箱每户两个。", item.getString("text"));
    assertEquals("2022-01-01", item.getString("effectiveTo"));
    JsonObject never = search(mediator, "q=养蜂法第七条&day=1999-01-01");
    assertEquals(0, never.getJsonArray("items").size());
    assertEquals(2, never.getJsonArray("ended").size());
    assertEquals("养蜂法第九十九条", search(mediator, "q=养蜂法99").getString("missing"));
  }

  @Test
  void aLawThatIsNotHeldIsSaidToBeNotHeld() {
    taken(line("养蜂条例", "2010-01-01", 7, "蜂箱要遮阴。"));
    until("/law-search?q=养蜂条例第七条", one -> names(one, "养蜂条例", "第七条"));
    for (String query : List.of("养鸽法第三条", "《养鸽法》", "《中华人民共和国养鸽法》第3条", "养鸽法3")) {
      JsonObject answer = search(mediator, "q=" + query);
      assertTrue(answer.getString("unheld").endsWith("养鸽法"), query);
      assertFalse(answer.containsKey("missing"), query);
    }
    JsonObject instead = search(mediator, "q=《养鸽法》蜂箱遮阴");
    assertEquals("养鸽法", instead.getString("unheld"));
    assertTrue(names(instead, "养蜂条例", "第七条"), "what the words find is shown all the same");
    for (String query : List.of("养蜂条例第七条", "《养蜂条例》", "养蜂条例第九十条", "蜂箱遮阴", "赔偿5000", "没有办法")) {
      assertFalse(search(mediator, "q=" + query).containsKey("unheld"), query);
    }
  }

  @Test
  void everyoneOnStaffLooksUpAndNobodyElse() {
    for (String staff : List.of("li", "zhang", "zhao", "cao", "zheng")) {
      search(Actor.staff(SERVER.port(), staff), "type=TRAFFIC");
    }
    room.party("A").get("/law-search?type=TRAFFIC").expect(404);
    Actor.stranger(SERVER.port()).get("/law-search?type=TRAFFIC").expect(401);
  }

  @Test
  void aCardCarriesTheImportedTextToTheLetterAndOnlyTheLaneReadsIt() {
    String text = "渔网的网眼，\n不得小于三指。";
    taken(line("渔网法", "2020-01-01", 3, text));
    String id = found("渔网法", "第三条").getString("id");
    JsonObject body =
        JsonObject.of("kind", "law", "articleId", id, "law", "别的法").put("text", "别的话");
    say(mediator, "A", "card-1", body, 201);
    say(mediator, "A", "card-1", body, 201);
    JsonObject card = last(room.party("A"), "A");
    JsonObject wanted =
        JsonObject.of("kind", "law", "articleId", id, "law", "渔网法", "article", "第三条")
            .put("text", text)
            .put("forceDate", "2020-01-01");
    assertEquals(wanted, card.getJsonObject("body"));
    assertEquals(1, history(room.party("A"), "A").stream().filter(one -> isLaw(one)).count());
    room.party("B").get(messages("A")).expect(404);
    assertFalse(history(room.party("B"), "B").stream().anyMatch(LawSearchIT::isLaw));
    say(room.party("A"), "A", "card-2", body, 400);
    JsonObject typed = JsonObject.of("kind", "law", "law", "渔网法", "article", "第三条");
    say(mediator, "A", "card-3", typed, 400);
    say(room.lawyer(), "A", "card-4", typed, 201);
  }

  @Test
  void whatDoesNotApplyIsNotSentAndSaysWhy() {
    taken(line("独木舟法", "2010-01-01", 1, "独木舟要编号。"));
    String old = found("独木舟法", "第一条").getString("id");
    taken(
        line("独木舟法", "2023-01-01", 1, "独木舟不必编号。")
            + line("帆船法", "2025-01-01", 1, "帆船要编号。")
            + line("帆船法", "2025-01-01", 2, "本法自2099年1月1日起施行。"));
    assertTrue(refusal(old, "article-not-in-force").contains("2023-01-01"));
    until("/law-search?q=帆船法1&day=2099-02-02", one -> names(one, "帆船法", "第一条"));
    JsonObject future = search(mediator, "q=帆船法1").getJsonArray("ended").getJsonObject(0);
    assertTrue(refusal(future.getString("id"), "article-not-in-force").contains("2099-01-01"));
    taken(line("独木舟法", "2010-01-01", 1, "独木舟要编号，也要刷漆。"));
    refusal(old, "article-unknown");
    refusal("somewhere-else", "article-unknown");
    for (String party : List.of("A", "B")) {
      String read = history(room.party(party), party).toString();
      assertFalse(read.contains("独木舟") || read.contains("帆船"), "what was refused was not sent");
    }
  }

  @Test
  void oneArticleOrAWholeStatuteEndsByHandAndAppliesAgainWhenTakenBack() {
    String day = "2024-04-01";
    taken(line("石磨法", "2020-01-01", 1, "石磨要圆。") + line("石磨法", "2020-01-01", 2, "石磨要平。"));
    String id = found("石磨法", "第一条").getString("id");
    JsonObject entry =
        JsonObject.of("law", "《石磨法》", "article", "第一条", "day", day, "reason", "演示决定第三项");
    String repeal = admin.post("/statute-repeals", entry).expect(201).id();
    admin.post("/statute-repeals", entry).expect(409, "already-entered");
    assertTrue(refusal(id, "article-not-in-force").contains("演示决定第三项"));
    until("/law-search?q=石磨法1", one -> one.getJsonArray("items").isEmpty());
    assertEquals("石磨要圆。", searchedOn("石磨法1", "2023-01-01"));
    assertEquals("石磨要平。", found("石磨法", "第二条").getString("text"));
    admin.delete("/statute-repeals/" + repeal).expect(204);
    admin.delete("/statute-repeals/" + repeal).expect(404);
    assertEquals(id, found("石磨法", "第一条").getString("id"));

    JsonObject whole = entry.copy();
    whole.remove("article");
    String all = admin.post("/statute-repeals", whole).expect(201).id();
    until("/law-search?q=石磨法2", one -> one.getJsonArray("items").isEmpty());
    taken(line("另一部法", "2020-01-01", 1, "不相干。"));
    JsonObject held = (JsonObject) admin.get("/statutes?q=石磨法").items().getValue(0);
    assertEquals(day, held.getString("effectiveTo"), "an import leaves the entry standing");
    assertTrue(admin.get("/statute-repeals").expect(200).text().contains(all));
    for (JsonObject wrong :
        List.of(
            whole.copy().put("law", "没有的法"),
            entry.copy().put("article", "第九条"),
            whole.copy().put("day", "2019-01-01"),
            JsonObject.of("law", "石磨法"))) {
      admin.post("/statute-repeals", wrong).expect(400);
    }
  }

  @Test
  void howMuchIsHeldIsCounted() {
    taken(line("竹排法", "2020-01-01", 1, "竹排要扎牢。"));
    JsonObject held = (JsonObject) admin.get("/statutes?q=竹排").expect(200).items().getValue(0);
    assertEquals(1, held.getInteger("articles"));
    assertEquals(0, held.getInteger("vectors"));
    JsonObject sums = admin.get("/statute-sums").expect(200).json();
    assertTrue(sums.getInteger("articles") >= 1 && sums.getInteger("texts") >= 1);
    assertEquals(0, sums.getInteger("vectors"));
  }

  private String searchedOn(String words, String day) {
    JsonObject answer = search(mediator, "q=" + words + "&day=" + day);
    return answer.getJsonArray("items").getJsonObject(0).getString("text");
  }

  private static boolean isLaw(JsonObject message) {
    return message.getJsonObject("body").getString("kind").equals("law")
        && message.getJsonObject("body").containsKey("articleId");
  }

  private String refusal(String articleId, String code) {
    JsonObject body = JsonObject.of("kind", "law", "articleId", articleId);
    JsonObject message = JsonObject.of("clientId", "refused-" + code, "body", body);
    return mediator.post(messages("A"), message).expect(409, code).json().getString("detail");
  }

  private void say(Actor by, String lane, String clientId, JsonObject body, int status) {
    by.post(messages(lane), JsonObject.of("clientId", clientId, "body", body)).expect(status);
  }

  private static String messages(String lane) {
    return room.path("/lanes/" + room.lane(lane) + "/messages");
  }

  private static List<JsonObject> history(Actor reader, String lane) {
    return reader.get(messages(lane) + "?limit=500").expect(200).items().stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static JsonObject last(Actor reader, String lane) {
    List<JsonObject> all = history(reader, lane);
    return all.get(all.size() - 1);
  }
}
