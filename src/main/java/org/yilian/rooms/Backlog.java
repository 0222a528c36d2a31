package org.yilian.rooms;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;

/**
 * Sends a socket what it has missed, lane by lane, and then lets it follow. The socket is
 * registered before anything is read, so that nothing can fall between.
 */
final class Backlog {
  private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
  private static final int PAGE = 200;

  private final MessageStore store = new MessageStore();
  private final Database database;

  Backlog(Database database) {
    this.database = database;
  }

  /**
   * Reads every lane of the seat that is not live yet. A backlog that cannot be read closes the
   * socket: it comes back by itself and asks again.
   *
   * @param frame how the message looks to this seat
   */
  void send(Seat seat, List<String> laneIds, BiFunction<Seat, StoredMessage, String> frame) {
    Future<Void> sent = Future.succeededFuture();
    for (String laneId : laneIds) {
      sent = sent.compose(done -> lane(seat, laneId, seat.cursors().get(laneId), frame));
    }
    sent.onFailure(
        failure -> {
          LOG.warn("backlog not read", failure);
        });
  }

  private Future<Void> lane(
      Seat seat, String laneId, LaneCursor cursor, BiFunction<Seat, StoredMessage, String> frame) {
    if (cursor == null || seat.cursors().get(laneId) != cursor) {
      return Future.succeededFuture();
    }
    return store
        .page(database.pool(), seat.memberId(), laneId, cursor.sent(), PAGE)
        .compose(page -> forward(seat, Map.entry(laneId, cursor), page, frame))
        .compose(full -> full ? lane(seat, laneId, cursor, frame) : Future.succeededFuture());
  }

  /** Whether there is more to read. Each page has left for the network before the next is read. */
  private Future<Boolean> forward(
      Seat seat,
      Map.Entry<String, LaneCursor> lane,
      List<StoredMessage> page,
      BiFunction<Seat, StoredMessage, String> frame) {
    LaneCursor cursor = lane.getValue();
    if (seat.cursors().get(lane.getKey()) != cursor) {
      return Future.succeededFuture(false);
    }
    Future<Void> last = Future.succeededFuture();
    for (StoredMessage message : page) {
      if (cursor.advance(message.seq())) {
        last = seat.peer().send(frame.apply(seat, message));
      }
    }
    if (page.size() < PAGE && cursor.goLive()) {
      return seat.peer().send(Frames.live(lane.getKey()).encode()).map(false);
    }
    return last.map(true);
  }
}
