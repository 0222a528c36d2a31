package org.yilian.checker;

import io.vertx.core.json.JsonObject;

/** Notes what one member is sent, and whether it smells of another side. */
final class Observer {
  private final World world;
  private final Member self;

  Observer(World world, Member self) {
    this.world = world;
    this.self = self;
  }

  /** Notes a message, in a frame or on a page. */
  void message(int wire, JsonObject frame) {
    String lane = laneName(frame.getString("lane"));
    long seq = frame.getLong("seq");
    String author = frame.getJsonObject("author").getString("memberId");
    String text = text(frame.getJsonObject("body"));
    JsonObject relayOf = frame.getJsonObject("relayOf");
    String origin = relayOf == null ? null : laneName(relayOf.getString("lane"));
    String sentAt = frame.getString("sentAt");
    world.history.add(at -> new Event.Seen(at, wire, lane, seq, text, author, sentAt, origin));
  }

  /** Notes that a message was taken back. */
  void takenBack(int wire, JsonObject frame) {
    String lane = laneName(frame.getString("lane"));
    long seq = frame.getLong("seq");
    world.history.add(at -> new Event.TakenBack(at, wire, lane, seq));
  }

  /** The name of a lane of this room, or the id of what is none. */
  String laneName(String id) {
    Lane lane = world.lanes.get(id);
    return lane != null && lane.room() == self.room() ? lane.name() : "?" + id;
  }

  private static String text(JsonObject body) {
    return switch (body.getString("kind")) {
      case "recalled" -> Event.RECALLED;
      case "system" -> Event.SYSTEM + body.getString("code");
      default -> String.valueOf(body.getString("text"));
    };
  }

  /** A side must find nothing of another side in any frame, whatever its type. */
  void smell(int wire, JsonObject frame, String raw) {
    if (self.role().staff()) {
      return;
    }
    if (raw.contains("\"relayOf\"") || raw.contains("\"original\"")) {
      foreign(wire, raw);
    }
    Lane lane = world.lanes.get(String.valueOf(frame.getString("lane")));
    boolean together = lane != null && lane.name().equals(Lane.JOINT);
    for (String side : world.plan.sides().get(self.room())) {
      if (!side.equals(self.role().side())) {
        smell(wire, raw, side, together);
      }
    }
  }

  private void smell(int wire, String raw, String side, boolean together) {
    String laneId = world.laneIds.get(new Lane(self.room(), side));
    String memberId = world.memberIds.get(new Member(self.room(), Role.valueOf(side), 0));
    if (laneId != null && raw.contains(laneId)) {
      foreign(wire, raw);
    } else if (!together && memberId != null && raw.contains(memberId)) {
      foreign(wire, raw);
    }
  }

  private void foreign(int wire, String raw) {
    world.history.add(at -> new Event.Foreign(at, wire, raw));
  }
}
