package org.yilian.rooms;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;

/**
 * Hands on the messages of a room's lanes, each once and in the order of its lane. A number that
 * comes out of order means that something was stored and not told here, as after a commit whose
 * answer was lost: then the lane is read from the database.
 */
final class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final int PAGE = 200;

  private final MessageStore store = new MessageStore();
  private final Map<String, Long> delivered = new HashMap<>();

  /** The lanes that are being read, and up to where they have to be. */
  private final Map<String, Long> missing = new HashMap<>();

  private final Database database;
  private final BiConsumer<StoredMessage, Peer> push;

  Deliveries(Database database, BiConsumer<StoredMessage, Peer> push) {
    this.database = database;
    this.push = push;
  }

  /** Follows a lane from where it stands, unless it is followed already. */
  void follow(Lane lane) {
    delivered.putIfAbsent(lane.id(), lane.lastSeq());
  }

  /** The number of the last message handed on. */
  long last(String laneId) {
    return delivered.getOrDefault(laneId, 0L);
  }

  /**
   * @param author the member of an id, or null where it is not known yet
   */
  void stored(Outgoing message, Written written, Function<String, Member> author) {
    long last = last(message.laneId());
    if (written.seq() <= last) {
      return;
    }
    Member by = author.apply(message.memberId());
    boolean known = by != null || message.memberId().equals(Outgoing.SYSTEM);
    if (written.seq() == last + 1 && known) {
      handOn(message(message, written, by), message.origin());
    } else {
      catchUp(message.laneId(), written.seq());
    }
  }

  private static StoredMessage message(Outgoing message, Written written, Member by) {
    return new StoredMessage(
        message.laneId(),
        written.seq(),
        message.memberId(),
        by,
        message.clientId(),
        written.sentAt(),
        message.body(),
        message.relayOf(),
        null);
  }

  private void handOn(StoredMessage message, Peer origin) {
    delivered.put(message.laneId(), message.seq());
    push.accept(message, origin);
  }

  /** Reads the lane up to that number; what cannot be read now is found by the next sweep. */
  void catchUp(String laneId, long upTo) {
    if (upTo <= last(laneId)) {
      return;
    }
    boolean readAlready = missing.containsKey(laneId);
    missing.merge(laneId, upTo, Math::max);
    if (!readAlready) {
      read(laneId)
          .onComplete(done -> missing.remove(laneId))
          .onFailure(failure -> LOG.warn("lane not caught up", failure));
    }
  }

  private Future<Void> read(String laneId) {
    return store
        .after(database.pool(), laneId, last(laneId), PAGE)
        .compose(
            page -> {
              handOn(page);
              boolean more = !page.isEmpty() && last(laneId) < missing.get(laneId);
              return more ? read(laneId) : Future.succeededFuture();
            });
  }

  private void handOn(List<StoredMessage> page) {
    for (StoredMessage message : page) {
      if (message.seq() == last(message.laneId()) + 1) {
        handOn(message, null);
      }
    }
  }
}
