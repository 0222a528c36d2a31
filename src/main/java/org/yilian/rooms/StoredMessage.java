package org.yilian.rooms;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A message as it stands in its lane.
 *
 * @param memberId the author's, or {@code system}
 * @param author who wrote it, as he was then a member; null for the system
 * @param relayOf {@code {lane, seq, mode}} of the message passed on, or null
 * @param recalled whether its author took it back
 */
public record StoredMessage(
    String laneId,
    long seq,
    String memberId,
    Member author,
    String clientId,
    Instant sentAt,
    JsonObject body,
    JsonObject relayOf,
    boolean recalled) {

  /** The same with its author filled in. */
  StoredMessage by(Member known) {
    return new StoredMessage(
        laneId, seq, memberId, known, clientId, sentAt, body, relayOf, recalled);
  }

  /** The same after its author took it back. */
  StoredMessage takenBack() {
    return new StoredMessage(laneId, seq, memberId, author, clientId, sentAt, body, relayOf, true);
  }

  /** Messages with the same key are the same message, as with {@link Outgoing#key}. */
  String key() {
    return Outgoing.key(laneId, memberId, clientId);
  }

  public boolean bySystem() {
    return memberId.equals(Outgoing.SYSTEM);
  }
}
