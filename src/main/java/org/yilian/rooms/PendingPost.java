package org.yilian.rooms;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.yilian.kernel.Ids;

/**
 * Something that a lane has yet to be told.
 *
 * @param id makes it the same message however often it is sent
 * @param memberId in whose name, or {@link Outgoing#SYSTEM}
 */
public record PendingPost(String id, String laneId, String memberId, JsonObject body) {
  public PendingPost {
    Objects.requireNonNull(id);
    Objects.requireNonNull(laneId);
    Objects.requireNonNull(memberId);
    Objects.requireNonNull(body);
  }

  /**
   * What the server says by itself, such as a step that a lane is concerned with.
   *
   * @param code a stable kebab-case word
   * @param text what members read, in Chinese
   */
  public static PendingPost system(String laneId, String code, String text) {
    JsonObject body = JsonObject.of("kind", "system", "code", code, "text", text);
    return new PendingPost(Ids.fresh(), laneId, Outgoing.SYSTEM, body);
  }

  /** A card in the name of a member, who must be allowed to say something in that lane. */
  static PendingPost card(String laneId, Member by, JsonObject body) {
    return new PendingPost(Ids.fresh(), laneId, by.id(), body);
  }

  boolean bySystem() {
    return memberId.equals(Outgoing.SYSTEM);
  }

  Outgoing message() {
    return new Outgoing(laneId, memberId, id, body, null, null);
  }
}
