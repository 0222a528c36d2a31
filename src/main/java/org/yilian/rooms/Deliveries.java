package org.yilian.rooms;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on the messages of a room's lanes, each once and in the order of its lane. A number that
 * comes out of order means that something was stored and not told here, as by another node or after
 * a commit whose answer was lost: then the lane is read from the database.
 */
final class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  /** The room, as it decides to whom a message goes. */
  interface Readers {
    /** How new the present decision is. */
    long revision();

    /** Ends once the decision is at least that new. */
    Future<Void> upTo(long revision);

    /** The member of an id, or null. */
    Member author(String memberId);

    /** The socket by which a message came that this node is still writing, or null. */
    Peer origin(StoredMessage message);

    void push(StoredMessage message, Peer origin);
  }

  private final Map<String, Long> delivered = new HashMap<>();

  /** The lanes that are being read, and up to where they have to be. */
  private final Map<String, Long> missing = new HashMap<>();

  /** The sockets by which messages came that are not handed on yet, by lane and number. */
  private final Map<String, Peer> origins = new HashMap<>();

  /** What was recalled before it was handed on here, by lane and number. */
  private final Set<String> recalled = new HashSet<>();

  private final LaneReads reads;
  private final Readers readers;

  Deliveries(LaneReads reads, Readers readers) {
    this.reads = reads;
    this.readers = readers;
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
   * The number of the last message that was stored, as far as is known here. Whoever was connected
   * to another node may have been sent what is not handed on here yet.
   *
   * @param lane as the database had it
   */
  long lastOf(Lane lane) {
    return Math.max(lane.lastSeq(), last(lane.id()));
  }

  /** For a reader who comes now and has what is numbered up to {@code start}. */
  LaneCursor cursor(String laneId, long start) {
    return new LaneCursor(start, last(laneId));
  }

  /** This node has stored a message. */
  void stored(Outgoing message, Written written) {
    long last = last(message.laneId());
    if (written.seq() <= last) {
      return;
    }
    Member by = readers.author(message.memberId());
    boolean known = by != null || message.memberId().equals(Outgoing.SYSTEM);
    boolean decided = written.revision() <= readers.revision();
    if (written.seq() == last + 1 && known && decided) {
      handOn(message(message, written, by), message.origin());
    } else {
      if (message.origin() != null) {
        origins.put(key(message.laneId(), written.seq()), message.origin());
      }
      catchUp(message.laneId(), written.seq());
    }
  }

  private static String key(String laneId, long seq) {
    return laneId + '\n' + seq;
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
        false);
  }

  private void handOn(StoredMessage message, Peer origin) {
    delivered.put(message.laneId(), message.seq());
    boolean back = recalled.remove(key(message.laneId(), message.seq()));
    readers.push(back ? message.takenBack() : message, origin);
  }

  /** A message was taken back: where it is still to be handed on, it goes without its words. */
  void recalled(String laneId, long seq) {
    if (seq > last(laneId)) {
      recalled.add(key(laneId, seq));
    }
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
    return reads
        .after(laneId, last(laneId))
        .compose(page -> readers.upTo(page.revision()).map(page))
        .compose(
            page -> {
              handOn(page.messages());
              boolean more = !page.messages().isEmpty() && last(laneId) < missing.get(laneId);
              return more ? read(laneId) : Future.succeededFuture();
            });
  }

  private void handOn(List<StoredMessage> page) {
    for (StoredMessage message : page) {
      if (message.seq() == last(message.laneId()) + 1) {
        Peer known = origins.remove(key(message.laneId(), message.seq()));
        Peer origin = known == null ? readers.origin(message) : known;
        handOn(message.by(readers.author(message.memberId())), origin);
      }
    }
  }
}
