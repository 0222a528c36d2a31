package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;
import static org.yilian.rooms.TestRoom.say;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.kernel.Refusal;

/** Who says what to whom, against a real database. */
class MessagesIT extends LaneTests {

  @Test
  void theSameMessageSaidAgainIsTheFirstOne() {
    Posted first = posted(partyA, "A", "m1", "漏水三个月了");
    Posted again = posted(partyA, "A", "m1", "漏水三个月了");
    assertEquals(first, again);
    assertEquals(2, posted(partyA, "A", "m2", "请看照片").seq());
    assertEquals(2, history(partyA, "A").size());
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
  void theSameClientIdInAnotherLaneIsAnotherMessage() {
    posted(mediator, "A", "m1", "这是甲方");
    assertEquals(1, posted(mediator, "B", "m1", "这是乙方").seq());
    posted(mediator, "B", "m1", "这是乙方");
    assertEquals(1, history(partyA, "A").size());
    assertEquals(1, history(partyB, "B").size());
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

  /** The lane opened between the writing and the question why it did not come to pass. */
  @Test
  void whoMaySpeakByNowIsAskedToTryAgain() {
    Outgoing late = new Outgoing(room.lane("A"), partyA.id(), "m1", new JsonObject(), null, null);
    Refusal refusal = assertThrows(Refusal.class, () -> await(new SayRefusals(database).of(late)));
    assertEquals("try-again", refusal.code());
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
}
