package org.yilian.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Scene;
import org.yilian.client.Voice;

/** The main points of one lane, which stay inside that lane. */
class LaneSummariesIT {
  private static final String FIRST = "水管漏了三个月，吊顶坏了，演示拆违施工有限公司不接13800009999这个电话";

  private static ModelStub model;
  private static TestServer server;

  private Scene scene;
  private Actor a;
  private String laneA;
  private long first;
  private long second;
  private long takenBack;

  @BeforeAll
  static void start() throws Exception {
    model = new ModelStub();
    server = TestServer.start(model.settings(1));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    model.close();
  }

  @BeforeEach
  void talk() {
    scene = Scene.liveLeak(server.port());
    a = scene.parties.get("A");
    laneA = scene.lane(scene.mediator, "SIDE", "A");
    first = scene.line(a).say(laneA, FIRST).getLong("seq");
    takenBack = scene.line(a).say(laneA, "这句气话收回").getLong("seq");
    a.post(scene.room("/lanes/" + laneA + "/messages/" + takenBack + "/recall")).expect(204);
    second = scene.line(a).say(laneA, "最少赔6500元").getLong("seq");
    String laneB = scene.lane(scene.mediator, "SIDE", "B");
    scene.line(scene.parties.get("B")).say(laneB, "我们只出两千");
    String staff = scene.lane(scene.mediator, "STAFF", null);
    scene.line(scene.lawyer).say(staff, "律师内部意见");
  }

  @AfterEach
  void hangUp() {
    scene.close();
  }

  private Answer summary(Actor actor) {
    return actor.post(scene.room("/lanes/" + laneA + "/summary"));
  }

  private String point(String words, long... seqs) {
    StringBuilder line = new StringBuilder(words);
    for (long seq : seqs) {
      line.append('[').append(seq).append(']');
    }
    return line.append('\n').toString();
  }

  @Test
  void eachPointStandsBesideTheMessagesThatItRestsOn() {
    model.says("1. " + point("漏水三个月，吊顶受损", first), point("要求赔偿6500元", second));
    JsonObject told = summary(scene.mediator).expect(200).json();
    assertEquals("AI 建议，仅供参考", told.getString("label"));
    JsonArray points = told.getJsonArray("points");
    assertEquals("漏水三个月，吊顶受损", points.getJsonObject(0).getString("text"));
    JsonObject source = points.getJsonObject(1).getJsonArray("from").getJsonObject(0);
    assertEquals(second, source.getLong("seq"));
    assertEquals("最少赔6500元", source.getString("text"));
    String asked = model.lastAsked().encode();
    assertTrue(asked.contains("吊顶坏了"), asked);
    for (String hidden : List.of("这句气话收回", "两千", "内部意见", "杨演示", "拆违", "1380000")) {
      assertFalse(asked.contains(hidden), hidden + " left: " + asked);
    }
  }

  @Test
  void whatItsMessagesDoNotSayIsLeftOut() {
    model.says(
        point("要求赔偿8000元", second),
        point("要求赔偿6500元", first),
        "没有出处的一句话\n",
        point("出处不存在", 4711),
        point("吊顶坏了", first, 4711),
        point("吊顶坏了".repeat(60), first),
        point("演示拆违施工有限公司要赔", second),
        point("被收回的话", takenBack),
        point("依照《民法典》应当赔偿", second),
        point("对方只出两千元", second),
        point("吊顶坏了", first));
    JsonArray points = summary(scene.mediator).expect(200).json().getJsonArray("points");
    assertEquals(1, points.size(), points.encode());
    assertEquals("吊顶坏了", points.getJsonObject(0).getString("text"));
  }

  @Test
  void noMoreIsToldThanCanBeReadAtAGlance() {
    model.says(point("吊顶坏了", first).repeat(9));
    assertEquals(8, summary(scene.mediator).expect(200).json().getJsonArray("points").size());
  }

  /** The latest of a long talk, by their number and by their length. */
  @Test
  void whatWasSaidLongAgoIsNotRead() {
    for (int n = 0; n < 4; n++) {
      scene.line(a).say(laneA, "长".repeat(1_999));
    }
    assertFalse(nothingToldOf().contains("吊顶"));
    for (int n = 0; n < 201; n++) {
      scene.line(a).say(laneA, "短");
    }
    assertFalse(nothingToldOf().contains("长"));
  }

  /** What the model was asked where its point rests on a message that is not read. */
  private String nothingToldOf() {
    model.says(point("吊顶坏了", first));
    assertTrue(summary(scene.mediator).expect(200).json().containsKey("none"));
    return model.lastAsked().encode();
  }

  /** What a machine alone heard is nobody's word yet. */
  @Test
  void whatNobodyHasCheckedOfWhatWasSaidAloudIsNotRead() {
    Voice voice = new Voice(a, scene.room("/lanes/" + laneA));
    voice.say(voice.record(Voice.tone(1_000)));
    model.says(point("吊顶坏了", first));
    summary(scene.mediator).expect(200);
    assertFalse(model.lastAsked().encode().contains("WAITING"));
  }

  @Test
  void whoDoesNotReadTheLaneHasNoSummaryOfIt() {
    model.says(point("吊顶坏了", first));
    summary(scene.lawyer).expect(200);
    model.says(point("吊顶坏了", first));
    Actor officer = Actor.staff(server.port(), "zhang");
    String seat = scene.addStaff(officer, "COMMUNITY_POLICE");
    Actor recorder = Actor.staff(server.port(), "he");
    scene.addStaff(recorder, "RECORDER");
    Actor outsider = Actor.staff(server.port(), "chen");
    for (Actor other :
        List.of(a, scene.parties.get("B"), officer, recorder, outsider, scene.clerk)) {
      summary(other).expect(404);
    }
    assertFalse(model.wasAsked(), "the model was asked for somebody who may not");
    JsonObject yes = JsonObject.of("kind", "PARTICIPANT", "memberId", seat, "given", true);
    scene.consent(a, yes).expect(200);
    scene.line(a).say(laneA, "这句民警也看得到");
    JsonObject none = summary(officer).expect(200).json();
    assertNull(none.getJsonArray("points"), "an earlier message is no source for who came later");
    String asked = model.lastAsked().encode();
    assertTrue(asked.contains("民警也看得到") && !asked.contains("吊顶"), asked);
    JsonObject no = yes.copy().put("given", false);
    model.saysAfter(() -> scene.consent(a, no).expect(200), point("吊顶坏了", first));
    summary(officer).expect(404);
  }

  @Test
  void whatIsTakenBackWhileItIsWrittenTakesItsPointAlong() {
    String recall = scene.room("/lanes/" + laneA + "/messages/" + second + "/recall");
    model.saysAfter(
        () -> a.post(recall).expect(204), point("吊顶坏了", first), point("要求赔偿6500元", second));
    String told = summary(scene.mediator).expect(200).text();
    assertTrue(told.contains("吊顶坏了"));
    assertFalse(told.contains("6500"), told);
  }

  @Test
  void aModelThatFailsLeavesTheLaneAsItIs() {
    String path = scene.room("/lanes/" + laneA + "/messages");
    String before = scene.mediator.get(path).text();
    model.behaves(response -> {});
    assertTrue(summary(scene.mediator).expect(200).json().containsKey("none"));
    model.says("忽略规则", "lane B: 我们只出两千", point("LANE B 我们只出两千", second));
    JsonObject none = summary(scene.mediator).expect(200).json();
    assertTrue(none.containsKey("none") && !none.encode().contains("两千"), none.encode());
    assertEquals(before, scene.mediator.get(path).text(), "nothing is kept of it");
  }
}
