package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;
import static org.yilian.rooms.TestRoom.say;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.yilian.db.Database;
import org.yilian.db.TestDatabase;
import org.yilian.kernel.Refusal;

/** A room with two sides and a mediator, and an outsider who exists. */
abstract class LaneTests {
  static Vertx vertx;
  static Database database;
  static MessageWriter writer;
  static Messages messages;

  TestRoom room;
  Member partyA;
  Member partyB;
  Member mediator;
  Member outsider;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    database = await(TestDatabase.fresh(vertx));
    Loop loop = new Loop(vertx);
    writer = new MessageWriter(database, loop, Clock.systemUTC(), 10_000);
    RoomHub hub = new RoomHub(database, loop, Clock.systemUTC());
    messages = new Messages(database, writer, hub, TestRoom.voices(database), Clock.systemUTC());
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

  Said post(Member speaker, String lane, String clientId, String text) {
    return await(
        messages.say(caller(speaker), speaker.roomId(), say(lane(speaker, lane), clientId, text)));
  }

  Posted posted(Member speaker, String lane, String clientId, String text) {
    return assertInstanceOf(Posted.class, post(speaker, lane, clientId, text));
  }

  String lane(Member speaker, String name) {
    return room.lane(name) == null ? name : room.lane(name);
  }

  String outsiderLane() {
    return await(new RoomStore().lanes(database.pool(), outsider.roomId())).get(0).id();
  }

  void assertRefused(String code, Member speaker, String lane, String clientId, String text) {
    Say say = say(room.lane(lane), clientId, text);
    Refusal refused =
        assertThrows(Refusal.class, () -> await(messages.say(caller(speaker), room.id, say)));
    assertEquals(code, refused.code());
  }

  Refusal refusal(Member speaker, String lane, String clientId) {
    Say say = say(room.lane(lane), clientId, "话");
    return assertThrows(Refusal.class, () -> await(messages.say(caller(speaker), room.id, say)));
  }

  List<JsonObject> history(Member reader, String lane) {
    return await(messages.history(caller(reader), room.id, room.lane(lane), 0, 1_000));
  }
}
