package org.yilian.rosters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;

/** The room asks for the lawyer on duty. */
class DutyCallsIT extends RosterTests {
  private String call() {
    return stage
        .mediator
        .post(room() + "/duty-calls")
        .expect(201)
        .json()
        .getJsonObject("call")
        .getString("id");
  }

  private JsonObject state() {
    return stage.mediator.get(room() + "/on-duty").expect(200).json();
  }

  private void timePasses(String call) {
    server.sql(
        "update duty_calls set next_at = now() - interval '1 second' where id = '" + call + "'");
    server.dutyCalls().sweep().toCompletionStage().toCompletableFuture().join();
  }

  private static String acceptance(String call) {
    return "/duty-calls/" + call + "/acceptance";
  }

  private JsonObject offer(Actor lawyer, String call) {
    return objects(lawyer.get("/duty-calls").expect(200).items()).stream()
        .filter(one -> one.getString("id").equals(call))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoeverIsOnDutyAndFreeIsAskedAndTakesTheSeat() {
    onDuty(qian, 2);
    assertEquals(List.of("钱律师（演示）"), names(state().getJsonArray("items"), "name"));
    String call = call();
    String sent = sms(QIAN_PHONE);
    assertTrue(sent.contains("值班") && sent.contains("/staff#/duty"), sent);
    assertFalse(sent.contains("漏水") || sent.contains("杨"), sent);
    stage.mediator.post(room() + "/duty-calls").expect(409, "already-called");
    JsonObject offer = offer(qian, call);
    assertEquals(List.of("杨䶮", "演示建筑工程有限公司"), offer.getJsonArray("parties").getList());
    assertFalse(offer.containsKey("roomId"));
    qian.get(room()).expect(404);
    String roomId = qian.post(acceptance(call)).expect(201).json().getString("roomId");
    assertEquals(stage.room, roomId);
    qian.get(room()).expect(200);
    qian.post(acceptance(call)).expect(409, "call-over");
    assertEquals("ACCEPTED", state().getJsonObject("call").getString("status"));
    assertEquals("钱律师（演示）", state().getJsonObject("call").getString("acceptedBy"));
  }

  @Test
  void theNextIsAskedWhenTimeHasPassedAndTheFirstWhoAcceptsWins() {
    onDuty(li, 1);
    onDuty(qian, 3);
    String asked = state().getJsonArray("items").getJsonObject(0).getString("name");
    Actor first = asked.startsWith("李") ? li : qian;
    Actor second = first == li ? qian : li;
    String call = call();
    server.dutyCalls().sweep().toCompletionStage().toCompletableFuture().join();
    assertEquals(1, state().getJsonObject("call").getJsonArray("offers").size());
    second.post(acceptance(call)).expect(404);
    timePasses(call);
    assertEquals(2, state().getJsonObject("call").getJsonArray("offers").size());
    second.post(acceptance(call)).expect(201);
    first.post(acceptance(call)).expect(409, "call-over");
    String told = sms(first == li ? LI_PHONE : QIAN_PHONE);
    assertTrue(told.contains("已由另一位律师接下"), told);
    assertTrue(offer(first, call).getJsonArray("parties").isEmpty(), "no names for whoever is out");
    first.get(room()).expect(404);
  }

  @Test
  void ofTwoWhoAcceptAtOnceOneWins() {
    onDuty(li, 1);
    onDuty(qian, 1);
    String call = call();
    timePasses(call);
    List<Integer> statuses =
        Stream.of(li, qian)
            .map(who -> CompletableFuture.supplyAsync(() -> who.post(acceptance(call)).status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(List.of(201, 409), statuses);
  }

  @Test
  void whoDeclinesIsFollowedAtOnceAndInTheEndTheMediatorIsTold() {
    onDuty(li, 1);
    onDuty(qian, 1);
    String call = call();
    String first =
        state().getJsonObject("call").getJsonArray("offers").getJsonObject(0).getString("name");
    Actor one = first.startsWith("李") ? li : qian;
    Actor other = one == li ? qian : li;
    JsonObject busy = JsonObject.of("reason", "正在开庭");
    other.post("/duty-calls/" + call + "/refusal", busy).expect(404);
    one.post("/duty-calls/" + call + "/refusal", busy).expect(204);
    assertEquals(2, state().getJsonObject("call").getJsonArray("offers").size());
    assertTrue(offer(one, call).getJsonArray("parties").isEmpty(), "no names for whoever is out");
    other.post("/duty-calls/" + call + "/refusal").expect(204);
    assertEquals("UNANSWERED", state().getJsonObject("call").getString("status"));
    other.post(acceptance(call)).expect(409, "call-over");
    // Asked again, they may say yes after all.
    assertEquals("OPEN", state(call()).getString("status"));
  }

  private JsonObject state(String call) {
    JsonObject last = state().getJsonObject("call");
    assertEquals(call, last.getString("id"));
    return last;
  }

  @Test
  void aPlaceIsGivenAwayOnce() {
    onDuty(li, 1);
    Stage other = Stage.leak(server);
    server.sql(
        "update members set ended_at = now() where id = '" + other.member(li.personId()) + "'");
    String here = call();
    String there =
        other
            .mediator
            .post("/rooms/" + other.room + "/duty-calls")
            .expect(201)
            .json()
            .getJsonObject("call")
            .getString("id");
    li.post(acceptance(here)).expect(201);
    li.post(acceptance(there)).expect(409, "no-capacity");
    JsonObject left = other.mediator.get("/rooms/" + other.room + "/on-duty").json();
    assertEquals(0, left.getJsonArray("items").size());
    assertEquals(1, left.getInteger("full"));
  }

  @Test
  void whoeverIsTiedToASideIsNotTaken() {
    onDuty(li, 3);
    li.post("/recusals", JsonObject.of("name", "杨䶮", "relation", "REPRESENTED")).expect(204);
    assertEquals(1, state().getInteger("recused"));
    stage.mediator.post(room() + "/duty-calls").expect(409, "nobody-on-duty");
    String noted = li.get("/recusals").expect(200).items().getJsonObject(0).getString("id");
    qian.delete("/recusals/" + noted).expect(404);
    assertTrue(qian.get("/recusals").items().isEmpty());
    li.delete("/recusals/" + noted).expect(204);
    assertEquals(1, state().getJsonArray("items").size());
    represented(Stage.leak(server), LI_PHONE);
    assertEquals(1, state().getInteger("recused"), "represented the same party elsewhere");
  }

  /** As the agent of the first party. */
  private void represented(Stage elsewhere, String phone) {
    JsonObject agent =
        new JsonObject()
            .put("kind", "AGENT")
            .put("authority", "GENERAL")
            .put("name", "李律师")
            .put("phone", phone)
            .put("partyId", elsewhere.partyA)
            .put("idType", "PASSPORT")
            .put("idNumber", "E12345678");
    elsewhere
        .mediator
        .post("/disputes/" + elsewhere.dispute + "/representatives", agent)
        .expect(201);
  }

  @Test
  void acceptingLooksAgainWhetherSheMustStayAway() {
    onDuty(li, 3);
    String call = call();
    JsonObject note = JsonObject.of("name", "某人", "relation", "RELATED", "phone", Stage.A_PHONE);
    li.post("/recusals", note).expect(204);
    li.post(acceptance(call)).expect(409, "recused");
  }

  @Test
  void nobodyElseAsksSeesOrAnswers() {
    onDuty(li, 1);
    String call = call();
    for (String other : List.of("chen", "zhao", "luo", "fang", "zheng", "wu", "qian", "zhou")) {
      Actor outsider = staff(other);
      outsider.get(room() + "/on-duty").expect(404);
      outsider.post(room() + "/duty-calls").expect(404);
      outsider.delete(room() + "/duty-calls/" + call).expect(404);
      outsider.post(acceptance(call)).expect(404);
      outsider.post("/duty-calls/" + call + "/refusal").expect(404);
      assertFalse(outsider.get("/duty-calls").expect(200).text().contains(call), other);
    }
    stage.a.get(room() + "/on-duty").expect(404);
    stage.a.post(room() + "/duty-calls").expect(404);
    stage.a.get("/duty-calls").expect(404);
    Stage elsewhere = Stage.leak(server);
    elsewhere.mediator.delete("/rooms/" + elsewhere.room + "/duty-calls/" + call).expect(404);
    stage.mediator.delete(room() + "/duty-calls/" + call).expect(204);
    assertTrue(sms(LI_PHONE).contains("撤回"), sms(LI_PHONE));
    li.post(acceptance(call)).expect(409, "call-over");
  }

  /** Of the sides nobody notices that a lawyer was asked; that she came in is told. */
  @Test
  void theSidesLearnOnlyWhoCameIn() {
    onDuty(li, 1);
    String call = call();
    String before = said("A");
    assertFalse(before.contains("李律师"), before);
    li.post(acceptance(call)).expect(201);
    assertTrue(said("A").contains("李律师"), said("A"));
  }

  private String said(String side) {
    return stage
        .mediator
        .get(room() + "/lanes/" + stage.lane(side) + "/messages")
        .expect(200)
        .text();
  }
}
