package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;
import static org.yilian.rooms.TestRoom.say;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.db.Database;
import org.yilian.db.TestDatabase;
import org.yilian.kernel.Refusal;

/** Messages against a real database: numbers, sameness, entitlement, and who is not harmed. */
class MessagesIT {
  private static Vertx vertx;
  private static Database database;
  private static MessageWriter writer;
  private static Messages messages;

  private TestRoom room;
  private Member partyA;
  private Member partyB;
  private Member mediator;
  private Member outsider;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    database = await(TestDatabase.fresh(vertx));
    writer = new MessageWriter(database, new Loop(vertx), Clock.systemUTC(), 10_000);
    messages = new Messages(database, writer);
  }

  @AfterAll
  static void stop() {
    await(writer.close().eventually(database::close).eventually(vertx::close));
  }

  @BeforeEach
  void people() {
    room = TestRoom.create(database, "NEIGHBOUR", RoomStatus.LIVE_SEPARATED);
    partyA = room.party("A");
    partyB = room.party("B");
    mediator = room.staff(MemberRole.MEDIATOR);
    outsider =
        TestRoom.create(database, "NEIGHBOUR", RoomStatus.LIVE_SEPARATED)
            .staff(MemberRole.MEDIATOR);
  }

  @Test
  void theSameMessageSaidAgainIsTheFirstOne() {
    Posted first = posted(partyA, "A", "m1", "漏水三个月了");
    Posted again = posted(partyA, "A", "m1", "漏水三个月了");
    assertEquals(first, again);
    assertEquals(2, posted(partyA, "A", "m2", "请看照片").seq());
    assertEquals(2, history(partyA, "A").size());
  }

  @Test
  void theSameMessageTwiceAtOnceIsStoredOnce() {
    Say say = say(room.lane("A"), "same", "同一句话");
    List<Future<Said>> both =
        List.of(
            messages.say(caller(partyA), room.id, say), messages.say(caller(partyA), room.id, say));
    await(Future.all(both));
    assertEquals(both.get(0).result(), both.get(1).result());
    assertEquals(1, history(partyA, "A").size());
  }

  @Test
  void anotherBodyUnderTheSameClientIdIsRefused() {
    posted(partyA, "A", "m1", "五千元");
    assertRefused("client-id-reused", partyA, "A", "m1", "六千元");
    assertEquals(1, history(partyA, "A").size());
  }

  @Test
  void theSameClientIdOfAnotherSenderIsAnotherMessage() {
    posted(partyA, "A", "m1", "我是甲");
    assertEquals(2, posted(mediator, "A", "m1", "我是调解员").seq());
  }

  @Test
  void numbersHaveNoGapsWhenManyWriteAtOnce() {
    Set<Long> numbers = new HashSet<>();
    List<Future<Said>> all = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      Member speaker = i % 2 == 0 ? partyA : mediator;
      all.add(messages.say(speaker, say(room.lane("A"), "c" + i, "第" + i)));
    }
    await(Future.all(all));
    all.forEach(said -> numbers.add(((Posted) said.result()).seq()));
    assertEquals(
        LongStream.rangeClosed(1, 600).boxed().toList(), numbers.stream().sorted().toList());
  }

  @Test
  void twoNodesNumberOneLaneWithoutGaps() {
    MessageWriter other = new MessageWriter(database, new Loop(vertx), Clock.systemUTC(), 10_000);
    Messages there = new Messages(database, other);
    List<Future<Said>> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Messages node = i % 2 == 0 ? messages : there;
      String lane = room.lane("B");
      all.add(node.say(partyB, say(lane, "n" + i, "第" + i)));
      all.add(node.say(partyB, say(lane, "same" + i / 2, "同")));
    }
    await(Future.join(all).otherwiseEmpty());
    await(other.close());
    List<Long> seqs = history(partyB, "B").stream().map(m -> m.getLong("seq")).toList();
    assertEquals(LongStream.rangeClosed(1, 450).boxed().toList(), seqs);
    assertTrue(all.stream().allMatch(Future::succeeded));
  }

  @Test
  void whoIsNotEntitledIsToldNothingOfTheLane() {
    assertRefused("no-such-lane", partyB, "A", "x", "偷听");
    assertRefused("no-such-lane", partyA, "STAFF", "x", "偷听");
    assertRefused("no-such-lane", partyA, "JOINT", "x", "偷听");
    assertEquals(
        refusal(partyB, "A", "x").detail(),
        assertThrows(
                Refusal.class,
                () -> await(messages.say(caller(partyB), room.id, say("none", "x", "无"))))
            .detail());
    assertEquals(0, history(partyA, "A").size());
  }

  @Test
  void anOutsiderWhoExistsNeitherSpeaksNorReads() {
    posted(outsider, outsiderLane(), "own", "自己的调解室");
    assertEquals("not-found", refusal(outsider, "A", "x").code());
    assertEquals(
        "not-found",
        assertThrows(
                Refusal.class,
                () -> await(messages.history(caller(outsider), room.id, room.lane("A"), 0, 10)))
            .code());
    Refusal ofLane =
        assertThrows(
            Refusal.class,
            () ->
                await(
                    messages.history(caller(outsider), outsider.roomId(), room.lane("A"), 0, 10)));
    assertEquals("no-such-lane", ofLane.code());
  }

  @Test
  void aDepartedMemberNeitherSpeaksNorReads() {
    posted(mediator, "A", "m1", "您好");
    room.end(mediator);
    assertEquals("not-found", refusal(mediator, "A", "m2").code());
    Refusal byWriter =
        assertThrows(
            Refusal.class,
            () ->
                await(
                    messages.post(
                        room.lane("A"),
                        mediator.id(),
                        null,
                        JsonObject.of("kind", "text", "text", "还在"),
                        null)));
    assertEquals("no-such-lane", byWriter.code());
    assertEquals(1, history(partyA, "A").size());
  }

  @Test
  void outsideTheSessionThePrivateTalkGoesOnAndAfterTheEndNothingIsSaid() {
    room.status(RoomStatus.PAUSED);
    posted(partyA, "A", "m1", "还有一句");
    posted(mediator, "A", "m2", "好的");
    room.status(RoomStatus.ENDED);
    assertRefused("room-ended", partyA, "A", "m3", "再说");
    assertEquals(2, history(partyA, "A").size());
  }

  @Test
  void aSideReadsNoticesAndWritesNone() {
    posted(mediator, "NOTICE", "m1", "明天九点继续");
    assertRefused("read-only", partyA, "NOTICE", "x", "好");
    assertEquals(1, history(partyA, "NOTICE").size());
  }

  @Test
  void staffWhoComeLaterReadFromThenOn() {
    posted(partyA, "A", "m1", "先前的话");
    Member lawyer = room.staff(MemberRole.NEUTRAL_LAWYER);
    posted(partyA, "A", "m2", "后来的话");
    List<JsonObject> seen = history(lawyer, "A");
    assertEquals(List.of(2L), seen.stream().map(m -> m.getLong("seq")).toList());
  }

  @Test
  void aFamilyDisputeWaitsForTheIdentityCheck() {
    TestRoom family = TestRoom.create(database, "MARRIAGE_FAMILY", RoomStatus.CREATED);
    Member wife = family.party("A");
    Say say = say(family.lane("A"), "m1", "您好");
    Refusal refused =
        assertThrows(Refusal.class, () -> await(messages.say(caller(wife), family.id, say)));
    assertEquals("identity-unverified", refused.code());
    family.run(
        "insert into identity_checks values ($1, 'VIDEO_CALL', null, 'x', now())", wife.id());
    family.recompute();
    assertInstanceOf(Posted.class, await(messages.say(caller(wife), family.id, say)));
  }

  @Test
  void aMessageThatTheDatabaseRefusesFailsAlone() {
    JsonObject bad = JsonObject.of("kind", "text", "text", "a\u0000b");
    JsonObject good = JsonObject.of("kind", "text", "text", "好");
    List<Future<Posted>> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      all.add(messages.post(room.lane("STAFF"), mediator.id(), "k" + i, i == 4 ? bad : good, null));
    }
    await(Future.join(all).otherwiseEmpty());
    assertEquals(8, all.stream().filter(Future::succeeded).count());
    assertEquals("try-again", ((Refusal) all.get(4).cause()).code());
    assertEquals(8, history(mediator, "STAFF").size());
  }

  @Test
  void aLaneThatSomebodyHoldsStallsNoOther() {
    PgConnection holder = await(database.dedicated());
    await(holder.query("begin").execute());
    await(
        holder
            .query("select 1 from lanes where id = '" + room.lane("A") + "' for update")
            .execute());
    Future<Said> stuck = messages.say(caller(partyA), room.id, say(room.lane("A"), "m", "卡住"));
    Future<Said> free = messages.say(caller(partyB), room.id, say(room.lane("B"), "m", "不受影响"));
    assertInstanceOf(Posted.class, await(free));
    Refusal refused = assertThrows(Refusal.class, () -> await(stuck));
    assertEquals("try-again", refused.code());
    await(holder.close());
    assertEquals(1, posted(partyA, "A", "m", "卡住").seq());
  }

  @Test
  void aFullQueueRefusesAndStoresNothing() {
    MessageWriter small = new MessageWriter(database, new Loop(vertx), Clock.systemUTC(), 1);
    List<Future<Written>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      JsonObject body = JsonObject.of("kind", "text", "text", "挤");
      all.add(small.write(new Outgoing(room.lane("A"), partyA.id(), "q" + i, body, null, null)));
    }
    await(Future.join(all).otherwiseEmpty());
    await(small.close());
    long stored = all.stream().filter(Future::succeeded).count();
    assertTrue(stored < 50, "some must have been refused");
    assertEquals(stored, history(partyA, "A").size());
  }

  @Test
  void aSystemMessageIsTheSystems() {
    await(messages.system(room.lane("A"), "paused", "调解暂停了"));
    JsonObject message = history(partyA, "A").get(0);
    assertEquals("SYSTEM", message.getJsonObject("author").getString("role"));
    assertEquals("paused", message.getJsonObject("body").getString("code"));
  }

  @Test
  void aRelayTellsItsSourceToStaffAlone() {
    posted(partyA, "A", "m1", "我愿意出一半");
    JsonObject source = JsonObject.of("lane", room.lane("A"), "seq", 1, "mode", "VERBATIM");
    JsonObject body = JsonObject.of("kind", "text", "text", "对方愿意出一半");
    await(messages.post(room.lane("B"), mediator.id(), "r1", body, source));
    assertEquals(source, history(mediator, "B").get(0).getJsonObject("relayOf"));
    JsonObject forB = history(partyB, "B").get(0);
    assertTrue(!forB.encode().contains("relayOf") && !forB.encode().contains(room.lane("A")));
  }

  @Test
  void whatStaffRepeatFromTheOtherSideIsHeldUntilConfirmed() {
    posted(partyA, "A", "m1", "我最多只能接受，每个月一千二百元！");
    Say repeating = say(room.lane("B"), "h1", "他说最多只能接受每个月 一千二百元，您看呢");
    assertInstanceOf(Said.Held.class, await(messages.say(caller(mediator), room.id, repeating)));
    assertEquals(0, history(partyB, "B").size());
    assertInstanceOf(
        Posted.class,
        await(
            messages.say(
                caller(mediator), room.id, say(room.lane("STAFF"), "s", "最多只能接受每个月一千二百元"))));
    assertInstanceOf(
        Posted.class,
        await(messages.say(caller(mediator), room.id, say(room.lane("A"), "s", "最多只能接受每个月一千二百元"))));
    Say confirmed = new Say(room.lane("B"), "h1", repeating.body(), true, null);
    Said first = await(messages.say(caller(mediator), room.id, confirmed));
    assertInstanceOf(Posted.class, first);
    assertEquals(first, await(messages.say(caller(mediator), room.id, repeating)));
  }

  @Test
  void elevenCharactersAreNotARepetition() {
    posted(partyA, "A", "m1", "一二三四五六七八九十甲乙丙丁");
    assertInstanceOf(Posted.class, post(mediator, "B", "m1", "一二三四五六七八九十甲"));
    assertInstanceOf(Said.Held.class, post(mediator, "B", "m2", "四五六七八九十甲乙丙丁三四五六七八九十甲乙丙丁"));
    assertInstanceOf(Said.Held.class, post(mediator, "B", "m3", "一二三四五六七八九十甲乙"));
  }

  private Said post(Member speaker, String lane, String clientId, String text) {
    return await(
        messages.say(caller(speaker), speaker.roomId(), say(lane(speaker, lane), clientId, text)));
  }

  private Posted posted(Member speaker, String lane, String clientId, String text) {
    return assertInstanceOf(Posted.class, post(speaker, lane, clientId, text));
  }

  /** Names of lanes are of the room under test; an id stands for itself. */
  private String lane(Member speaker, String name) {
    return room.lane(name) == null ? name : room.lane(name);
  }

  private String outsiderLane() {
    return await(new RoomStore().lanes(database.pool(), outsider.roomId())).get(0).id();
  }

  private void assertRefused(
      String code, Member speaker, String lane, String clientId, String text) {
    Say say = say(room.lane(lane), clientId, text);
    Refusal refused =
        assertThrows(Refusal.class, () -> await(messages.say(caller(speaker), room.id, say)));
    assertEquals(code, refused.code());
  }

  private Refusal refusal(Member speaker, String lane, String clientId) {
    Say say = say(room.lane(lane), clientId, "话");
    return assertThrows(Refusal.class, () -> await(messages.say(caller(speaker), room.id, say)));
  }

  private List<JsonObject> history(Member reader, String lane) {
    return await(messages.history(caller(reader), room.id, room.lane(lane), 0, 1_000));
  }
}
