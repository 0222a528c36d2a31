package org.yilian.rosters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.calendar.Deadlines;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** Rosters: who keeps them, who sees them, who stands in, and how a shift ends. */
class RostersIT extends RosterTests {
  private static final String HOLIDAY_WEEK = "2026-09-28";

  private boolean sees(String username, String shiftId) {
    return names(staff(username).get("/shifts").expect(200).items(), "id").contains(shiftId);
  }

  @Test
  void whoeverKeepsTheRosterEntersAndThoseOfThePlaceSee() {
    String id = onDuty(li, 2);
    for (String knows : List.of("zhao", "li", "wang", "zhang", "zheng", "feng", "hua", "shi")) {
      assertTrue(sees(knows, id), knows);
    }
    for (String not : List.of("qian", "fang", "luo", "cao", "yan", "kong", "zhou", "you")) {
      assertFalse(sees(not, id), not);
    }
    stage.a.get("/shifts").expect(404);
    JsonObject later = shift(li, 3);
    for (String not : List.of("li", "wang", "luo", "cao", "yan", "tang", "shen", "wu")) {
      staff(not).put("/shifts/" + id, later, 0).expect(404);
      staff(not).delete("/shifts/" + id).expect(404);
      staff(not).post("/shifts", shift(qian, 1)).expect(404);
      staff(not).get("/rosters/" + COMMITTEE + "/people?kind=LAWYER").expect(404);
    }
    staff("zheng").put("/shifts/" + id, later, 0).expect(200);
    staff("hua").delete("/shifts/" + id).expect(204);
    assertFalse(sees("zhao", id));
    clerk.delete("/shifts/" + id).expect(404);
  }

  @Test
  void whatCannotBeIsRefusedByItsFields() {
    onDuty(li, 1);
    clerk.post("/shifts", shift(li, 1)).expect(409, "on-duty-already");
    Answer wrong = clerk.post("/shifts", shift(qian, 40).put("endsAt", "2026-01-01T00:00:00Z"));
    assertTrue(wrong.expect(400).fields().containsAll(List.of("endsAt", "capacity")), wrong.text());
    JsonObject mediator = shift(li, 1).put("kind", "MEDIATOR");
    assertEquals(List.of("personId"), clerk.post("/shifts", mediator).expect(400).fields());
    JsonObject far = shift(staff("fang"), 1).put("kind", "MEDIATOR");
    assertEquals(List.of("personId"), clerk.post("/shifts", far).expect(400).fields());
    JsonObject elsewhere = shift(qian, 1).put("areaCode", "990002");
    assertEquals(List.of("areaCode"), clerk.post("/shifts", elsewhere).expect(400).fields());
    JsonObject silent = shift(staff("he"), 1).put("kind", "INTERPRETER");
    assertEquals(List.of("languages"), clerk.post("/shifts", silent).expect(400).fields());
  }

  @Test
  void onlyThoseOfTheKindTheTimeAndTheMatterAreOnDuty() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Duration hour = Duration.ofHours(1);
    clerk.post("/shifts", shift(li, now.plus(hour), now.plus(hour).plus(hour))).expect(201);
    JsonObject wages = shift(qian, 1).put("types", JsonArray.of("MIGRANT_WAGE"));
    clerk.post("/shifts", wages).expect(201);
    JsonObject signs =
        shift(staff("he"), 1).put("kind", "INTERPRETER").put("languages", JsonArray.of("手语"));
    clerk.post("/shifts", signs).expect(201);
    assertEquals(0, stage.mediator.get(room() + "/on-duty").expect(200).items().size());
    String there = room() + "/on-duty?kind=INTERPRETER&language=";
    assertEquals(1, stage.mediator.get(there + "手语").expect(200).items().size());
    assertEquals(0, stage.mediator.get(there + "藏语").expect(200).items().size());
  }

  @Test
  void aSubstituteIsOnDutyInsteadOfWhoeverIsAway() {
    // From now on: whoever stood in on an earlier day did so, whatever is taken back today.
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String id =
        clerk.post("/shifts", shift(li, now, now.plus(Duration.ofHours(5)))).expect(201).id();
    LocalDate today = Deadlines.dateOf(now);
    JsonObject away =
        new JsonObject()
            .put("organisationId", "demo-law-firm")
            .put("personId", li.personId())
            .put("substituteId", qian.personId())
            .put("startsOn", today.toString())
            .put("endsOn", today.plusDays(1).toString());
    for (String not : List.of("li", "zhao", "zheng", "yan")) {
      staff(not).post("/substitutions", away).expect(404);
    }
    String made = staff("hua").post("/substitutions", away).expect(201).id();
    JsonObject seen =
        objects(clerk.get("/shifts").items()).stream()
            .filter(one -> one.getString("id").equals(id))
            .findFirst()
            .orElseThrow();
    assertEquals("钱律师（演示）", seen.getString("name"));
    assertEquals("李律师（演示）", seen.getString("insteadOf"));
    JsonArray there = stage.mediator.get(room() + "/on-duty").expect(200).items();
    assertEquals(List.of(qian.personId()), names(there, "personId"));
    assertEquals(1, li.get("/substitutions").expect(200).items().size());
    assertEquals(0, staff("zhou").get("/substitutions").expect(200).items().size());
    li.delete("/substitutions/" + made).expect(404);
    staff("hua").delete("/substitutions/" + made).expect(204);
    assertEquals(
        List.of(li.personId()), names(stage.mediator.get(room() + "/on-duty").items(), "personId"));
    JsonObject stranger = away.copy().put("substituteId", staff("fang").personId());
    assertEquals(
        List.of("substituteId"),
        staff("hua").post("/substitutions", stranger).expect(400).fields());
  }

  @Test
  void aWeekIsEnteredAgainWithoutItsDaysOff() {
    for (int day = 0; day < 5; day++) {
      Instant nine = Instant.parse("2026-09-14T01:00:00Z").plus(Duration.ofDays(day));
      clerk.post("/shifts", shift(li, nine, nine.plus(Duration.ofHours(8)))).expect(201);
    }
    JsonObject ask =
        new JsonObject()
            .put("organisationId", COMMITTEE)
            .put("from", "2026-09-14")
            .put("to", HOLIDAY_WEEK);
    staff("wang").post("/shift-copies", ask).expect(404);
    JsonObject done = clerk.post("/shift-copies", ask).expect(201).json();
    assertEquals(3, done.getInteger("made"), done.encode());
    assertEquals(List.of("2026-10-01", "2026-10-02"), names(done.getJsonArray("skipped"), "date"));
    JsonObject again = clerk.post("/shift-copies", ask.put("daysOff", true)).expect(201).json();
    assertEquals(2, again.getInteger("made"), again.encode());
    assertEquals(3, again.getInteger("clashes"), again.encode());
    JsonObject week =
        clerk.get("/shifts?from=" + HOLIDAY_WEEK + "&to=2026-10-04").expect(200).json();
    assertEquals(5, week.getJsonArray("items").size());
    JsonArray days = week.getJsonArray("days");
    assertEquals("国庆节", days.getJsonObject(3).getString("off"));
    assertFalse(days.getJsonObject(0).containsKey("off"));
    clerk.post("/shift-copies", ask.put("to", "2026-09-16")).expect(400);
  }

  @Test
  void whoeverGoesHandsHisRoomsOverByName() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String going = onDuty(li, 3);
    Instant ends = now.plus(Duration.ofHours(5));
    clerk.post("/shifts", shift(qian, ends, ends.plus(Duration.ofHours(6)))).expect(201);
    stage.mediator.post(room() + "/members", member(li)).expect(201);
    JsonObject seen = li.get("/shifts/" + going + "/hand-over").expect(200).json();
    assertTrue(names(seen.getJsonArray("rooms"), "id").contains(stage.room), seen.encode());
    assertEquals(List.of(qian.personId()), names(seen.getJsonArray("successors"), "personId"));
    JsonObject to =
        new JsonObject()
            .put("toPersonId", qian.personId())
            .put("roomIds", JsonArray.of(stage.room, "no-such-room"))
            .put("note", "楼上愿意先付一半");
    for (Actor other : List.of(qian, clerk, stage.mediator, staff("fang"))) {
      other.get("/shifts/" + going + "/hand-over").expect(404);
      other.post("/shifts/" + going + "/hand-over", to).expect(404);
    }
    JsonObject done = li.post("/shifts/" + going + "/hand-over", to).expect(200).json();
    assertEquals(1, done.getInteger("done"), done.encode());
    qian.get(room()).expect(200);
    assertTrue(sms(QIAN_PHONE).contains("交班"), sms(QIAN_PHONE));
    JsonObject mine = qian.get("/shift-hand-overs").expect(200).items().getJsonObject(0);
    assertEquals("楼上愿意先付一半", mine.getString("note"));
    assertFalse(staff("chen").get("/shift-hand-overs").text().contains(stage.room));
    String receipt = "/shift-hand-overs/" + mine.getString("id") + "/receipt";
    li.post(receipt).expect(404);
    qian.post(receipt).expect(204);
    String both = li.get("/shift-hand-overs").expect(200).items().getJsonObject(0).encode();
    assertTrue(both.contains("receivedAt\":\"2"), both);
    JsonObject stranger = to.copy().put("toPersonId", staff("fang").personId());
    assertEquals(
        List.of("toPersonId"),
        li.post("/shifts/" + going + "/hand-over", stranger).expect(400).fields());
  }

  @Test
  void aRoomIsNotHandedToWhoeverMustStayAway() {
    Instant ends = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(5));
    String going = onDuty(li, 3);
    clerk.post("/shifts", shift(qian, ends, ends.plus(Duration.ofHours(6)))).expect(201);
    stage.mediator.post(room() + "/members", member(li)).expect(201);
    qian.post("/recusals", JsonObject.of("name", "杨䶮", "relation", "RELATED")).expect(204);
    JsonObject to =
        JsonObject.of("toPersonId", qian.personId(), "roomIds", JsonArray.of(stage.room));
    JsonObject done = li.post("/shifts/" + going + "/hand-over", to).expect(200).json();
    assertEquals("recused", done.getJsonArray("items").getJsonObject(0).getString("code"));
    qian.get(room()).expect(404);
  }

  private static JsonObject member(Actor lawyer) {
    return JsonObject.of("personId", lawyer.personId(), "role", "NEUTRAL_LAWYER");
  }
}
