package org.yilian.rooms;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * A message on its way into a lane.
 *
 * @param memberId who says it, or {@link #SYSTEM}
 * @param clientId what makes it the same message when it is sent again
 * @param relayOf {@code {lane, seq, mode}} of the message that is passed on, or null
 * @param origin the socket it came by, which gets an ack instead of the message; or null
 */
record Outgoing(
    String laneId,
    String memberId,
    String clientId,
    JsonObject body,
    JsonObject relayOf,
    Peer origin) {
  static final String SYSTEM = "system";

  Outgoing {
    Objects.requireNonNull(laneId);
    Objects.requireNonNull(memberId);
    Objects.requireNonNull(clientId);
    Objects.requireNonNull(body);
  }

  Outgoing withBody(JsonObject whole) {
    return new Outgoing(laneId, memberId, clientId, whole, relayOf, origin);
  }

  /** Messages with the same key are the same message. */
  String key() {
    return key(laneId, memberId, clientId);
  }

  static String key(String laneId, String memberId, String clientId) {
    return laneId + '\n' + memberId + '\n' + clientId;
  }
}
