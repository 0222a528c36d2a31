package org.yilian.rooms;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.yilian.kernel.Texts;

/** The frames that the server sends, as JSON. */
public final class Frames {
  private static final Texts TEXTS = Texts.of("lanes");

  private Frames() {}

  /** A message as everyone entitled sees it; what only some may see is added by the caller. */
  static JsonObject message(StoredMessage message) {
    return new JsonObject()
        .put("type", "message")
        .put("lane", message.laneId())
        .put("seq", message.seq())
        .put("sentAt", message.sentAt().toString())
        .put("author", message.bySystem() ? system() : author(message.author()))
        .put("body", message.recalled() ? recalledBody() : message.body());
  }

  static JsonObject author(Member member) {
    JsonObject author =
        new JsonObject().put("memberId", member.id()).put("role", member.role().name());
    if (member.side() != null) {
      author.put("side", member.side());
    }
    return author.put("name", member.name());
  }

  private static JsonObject system() {
    return new JsonObject()
        .put("memberId", Outgoing.SYSTEM)
        .put("role", "SYSTEM")
        .put("name", TEXTS.get("system.name"));
  }

  private static JsonObject recalledBody() {
    return JsonObject.of("kind", "recalled");
  }

  public static JsonObject ack(String clientId, Posted posted) {
    return JsonObject.of("type", "ack", "clientId", clientId, "lane", posted.lane())
        .put("seq", posted.seq())
        .put("sentAt", posted.sentAt().toString());
  }

  public static JsonObject held(String clientId, Said.Held held) {
    return JsonObject.of("type", "held", "clientId", clientId)
        .put("reason", held.reason())
        .put("suggestion", held.suggestion());
  }

  /** A clientId of null is sent as null: what was refused had none. */
  public static JsonObject refused(String clientId, String code, String detail) {
    return new JsonObject()
        .put("type", "refused")
        .put("clientId", clientId)
        .put("code", code)
        .put("detail", detail);
  }

  static JsonObject welcome(Room room, Member self, JsonArray lanes) {
    JsonObject about =
        new JsonObject()
            .put("id", room.id())
            .put("number", room.number())
            .put("disputeId", room.disputeId())
            .put("track", room.track())
            .put("status", room.status().name());
    JsonObject who = JsonObject.of("memberId", self.id(), "role", self.role().name());
    if (self.side() != null) {
      who.put("side", self.side());
    }
    return JsonObject.of("type", "welcome", "room", about, "self", who, "lanes", lanes);
  }

  static JsonObject lane(Lane lane, long lastSeq) {
    JsonObject json = JsonObject.of("id", lane.id(), "kind", lane.kind().name());
    if (lane.side() != null) {
      json.put("side", lane.side());
    }
    return json.put("lastSeq", lastSeq);
  }

  static JsonObject live(String laneId) {
    return JsonObject.of("type", "live", "lane", laneId);
  }

  static JsonObject roomStatus(RoomStatus status, JsonArray lanes) {
    return JsonObject.of("type", "roomStatus", "status", status.name(), "lanes", lanes);
  }

  static JsonObject presence(String memberId, boolean online, Instant since) {
    return JsonObject.of("type", "presence", "memberId", memberId, "online", online)
        .put("since", since.toString());
  }

  static JsonObject typing(String laneId, Member member) {
    return JsonObject.of("type", "typing", "lane", laneId)
        .put("memberId", member.id())
        .put("name", member.name());
  }

  static JsonObject seen(String laneId, String memberId, long seq) {
    return JsonObject.of("type", "seen", "lane", laneId, "memberId", memberId, "seq", seq);
  }

  static JsonObject recalled(String laneId, long seq) {
    return JsonObject.of("type", "recalled", "lane", laneId, "seq", seq);
  }

  static JsonObject transcribed(String laneId, String recordingId) {
    return JsonObject.of("type", "transcribed", "lane", laneId, "recordingId", recordingId);
  }

  static JsonObject changed(String what, String id) {
    return JsonObject.of("type", "changed", "what", what, "id", id);
  }

  static JsonObject statusLine(String text, Instant at) {
    return JsonObject.of("type", "statusLine", "text", text, "at", at.toString());
  }

  static JsonObject staffNotice(String code, String memberId, String text) {
    JsonObject notice = JsonObject.of("type", "staffNotice", "code", code);
    if (memberId != null) {
      notice.put("memberId", memberId);
    }
    return notice.put("text", text);
  }
}
