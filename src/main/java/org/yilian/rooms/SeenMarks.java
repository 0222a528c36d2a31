package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;

/**
 * How far each member has seen each lane. Mediators alone learn it: a receipt that the other side
 * sees is pressure. Marks are kept at most once a second.
 */
final class SeenMarks {
  private static final Logger LOG = LoggerFactory.getLogger(SeenMarks.class);
  private static final long FLUSH_MILLIS = 1_000;

  /** That a member has seen a lane up to a number. */
  record Mark(String memberId, String laneId, long seq) {
    private String key() {
      return memberId + '\n' + laneId;
    }
  }

  private final SeenStore store = new SeenStore();
  private final Map<String, Mark> unsaved = new HashMap<>();
  private final Database database;
  private final Loop loop;
  private final Clock clock;
  private boolean flushing;

  SeenMarks(Database database, Loop loop, Clock clock) {
    this.database = database;
    this.loop = loop;
    this.clock = clock;
  }

  /** Keeps the mark and tells it here; nothing where the member does not read the lane. */
  Optional<Mark> mark(RoomChannel channel, Seat seat, String laneId, long seq) {
    RoomState state = channel.state();
    if (seq < 1 || !state.reads(seat.memberId(), laneId)) {
      return Optional.empty();
    }
    Mark mark = new Mark(seat.memberId(), laneId, Math.min(seq, channel.last(laneId)));
    unsaved.merge(mark.key(), mark, (old, now) -> old.seq() < now.seq() ? now : old);
    RoomHub.Told told = telling(state, mark);
    channel.tell(told.audience(), told.frame());
    flushSoon();
    return Optional.of(mark);
  }

  static RoomHub.Told telling(RoomState state, Mark mark) {
    return new RoomHub.Told(member -> mayKnow(state, member, mark), frame(mark));
  }

  private static JsonObject frame(Mark mark) {
    return Frames.seen(mark.laneId(), mark.memberId(), mark.seq());
  }

  private static boolean mayKnow(RoomState state, Member member, Mark mark) {
    return member.role() == MemberRole.MEDIATOR
        && !member.id().equals(mark.memberId())
        && state.reads(member.id(), mark.laneId());
  }

  /** Sends a mediator who has just come in the marks that stand. */
  void tell(RoomChannel channel, Seat seat) {
    RoomState state = channel.state();
    Member self = state.active(seat.memberId()).orElse(null);
    if (self == null || self.role() != MemberRole.MEDIATOR) {
      return;
    }
    store
        .ofRoom(database.pool(), channel.roomId())
        .onSuccess(
            marks ->
                marks.stream()
                    .filter(mark -> mayKnow(state, self, mark))
                    .forEach(mark -> channel.send(seat, frame(mark))))
        .onFailure(failure -> LOG.warn("seen marks not read", failure));
  }

  private void flushSoon() {
    if (!flushing) {
      flushing = true;
      loop.after(FLUSH_MILLIS, this::flush);
    }
  }

  private void flush() {
    flushing = false;
    List<Mark> marks = List.copyOf(unsaved.values());
    unsaved.clear();
    Future<Void> saved = store.save(database.pool(), marks, clock.instant());
    saved.onFailure(failure -> LOG.warn("seen marks not kept count={}", marks.size(), failure));
  }
}
