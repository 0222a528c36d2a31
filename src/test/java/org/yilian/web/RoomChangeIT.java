package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Member;
import org.yilian.rooms.MemberRole;
import org.yilian.rooms.RoomStatus;

/** What a change of the room means to those who are connected. */
class RoomChangeIT extends SocketTests {

  @Test
  void anEndedMembershipClosesItsSocketsWithinASecond() throws IOException {
    TestSocket m = scene.enter(mediator);
    TestSocket a = scene.enter(partyA);
    room.end(mediator);
    await(scene.signals.refresh(room.id));
    assertEquals(4403, m.closed().code());
    a.send(say("A", "c1", "还有人吗"));
    assertEquals("ack", a.next("ack").getString("type"));
    assertThrows(Refusal.class, () -> scene.ticket(mediator));
  }

  @Test
  void aSessionThatEndsTakesItsSocketsAlong() throws IOException {
    org.yilian.identity.Caller caller = caller(partyA);
    String ticket = await(scene.tickets.issue(caller, room.id)).value();
    TestSocket a = scene.connect();
    a.send(JsonObject.of("type", "hello", "ticket", ticket));
    a.next("welcome");
    TestSocket other = scene.enter(partyA);
    scene.signals.endSession(caller.sessionId());
    assertEquals(4401, a.closed().code());
    assertEquals(List.of(), other.untilNow());
  }

  @Test
  void theJointLaneAppearsOnceItOpens() throws IOException {
    TestSocket a = scene.enter(partyA);
    TestSocket x = scene.enter(outsider);
    room.status(RoomStatus.JOINT);
    await(scene.signals.refresh(room.id));
    JsonObject status = a.next();
    assertEquals(List.of("roomStatus", "JOINT"), values(status, "type", "status"));
    assertEquals(3, status.getJsonArray("lanes").size());
    assertEquals(live("JOINT"), a.next());
    post(partyB, "JOINT", "j1", "大家好");
    assertEquals(author(partyB), a.next("message").getJsonObject("author"));
    assertEquals(List.of(), x.untilNow());
  }

  @Test
  void aPauseIsToldWithoutAReason() throws IOException {
    TestSocket a = scene.enter(partyA);
    room.status(RoomStatus.PAUSED);
    await(scene.signals.refresh(room.id));
    JsonObject status = a.next();
    assertEquals(List.of("roomStatus", "PAUSED"), values(status, "type", "status"));
    assertEquals(3, status.size());
  }

  @Test
  void aRoomWithoutItsLawyerPausesAfterTheGrace() throws IOException {
    Member lawyer = room.staff(MemberRole.NEUTRAL_LAWYER);
    TestSocket l = scene.enter(lawyer);
    TestSocket a = scene.enter(partyA);
    TestSocket m = scene.enter(mediator);
    room.status(RoomStatus.LIVE_SEPARATED);
    await(scene.signals.refresh(room.id));
    a.next("roomStatus");
    scene.leave(l);
    JsonObject status = a.next("roomStatus");
    assertEquals("PAUSED", status.getString("status"));
    assertEquals("paused", a.next("message").getJsonObject("body").getString("code"));
    JsonObject notice = m.next("message");
    while (!room.lane("STAFF").equals(notice.getString("lane"))) {
      notice = m.next("message");
    }
    assertEquals("lawyer-left", notice.getJsonObject("body").getString("code"));
  }

  @Test
  void aLawyerWhoReturnsInTimeKeepsTheRoomOpen() throws IOException {
    Member lawyer = room.staff(MemberRole.NEUTRAL_LAWYER);
    TestSocket l = scene.enter(lawyer);
    TestSocket a = scene.enter(partyA);
    room.status(RoomStatus.LIVE_SEPARATED);
    await(scene.signals.refresh(room.id));
    a.next("roomStatus");
    scene.leave(l);
    scene.enter(lawyer);
    await(scene.vertx.timer(SocketScene.GRACE.toMillis() * 2));
    assertEquals(List.of(), a.untilNow());
  }
}
