package org.yilian.web;

import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.yilian.rooms.Member;
import org.yilian.rooms.MemberRole;
import org.yilian.rooms.RoomStatus;
import org.yilian.rooms.TestRoom;

/**
 * A room with two sides and a mediator, and an outsider who exists: in every test of a delivery
 * there is somebody connected who must get nothing.
 */
abstract class SocketTests {
  static SocketScene scene;

  TestRoom room;
  Member partyA;
  Member partyB;
  Member mediator;
  Member outsider;

  @BeforeAll
  static void start() {
    scene = new SocketScene(SocketLimits.DEFAULT);
  }

  @AfterAll
  static void stop() {
    scene.stop();
  }

  @BeforeEach
  void people() {
    room = TestRoom.create(scene.database, "NEIGHBOUR", RoomStatus.CREATED);
    partyA = room.party("A");
    partyB = room.party("B");
    mediator = room.staff(MemberRole.MEDIATOR);
    outsider =
        TestRoom.create(scene.database, "NEIGHBOUR", RoomStatus.CREATED).staff(MemberRole.MEDIATOR);
  }

  @AfterEach
  void closeSockets() throws IOException {
    scene.closeSockets();
  }

  List<JsonObject> history(Member reader) {
    return await(scene.messages.history(caller(reader), room.id, room.lane("A"), 0, 100));
  }

  void post(Member speaker, String lane, String clientId, String text) {
    await(
        scene.messages.say(
            caller(speaker), room.id, TestRoom.say(room.lane(lane), clientId, text)));
  }

  JsonObject say(String lane, String clientId, String text) {
    return JsonObject.of("type", "say", "lane", room.lane(lane), "clientId", clientId)
        .put("body", JsonObject.of("kind", "text", "text", text));
  }

  JsonObject live(String lane) {
    return JsonObject.of("type", "live", "lane", room.lane(lane));
  }

  static JsonObject author(Member member) {
    return JsonObject.of("memberId", member.id(), "role", "PARTY", "side", member.side())
        .put("name", "演示PARTY" + member.side());
  }

  static String text(JsonObject message) {
    return message.getJsonObject("body").getString("text");
  }

  static List<Object> values(JsonObject json, String... names) {
    return java.util.Arrays.stream(names).map(json::getValue).toList();
  }
}
