package org.yilian.rooms;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends sockets what they have missed, lane by lane, and then lets them follow. A socket is
 * registered before anything is read, so that nothing can fall between. Members who come back
 * together share one reading of a lane.
 */
final class Backlog {
  private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

  /** A socket on its way through its lanes. */
  private record Follower(Seat seat, Deque<String> lanes, LaneCursor cursor) {
    String laneId() {
      return lanes.peek();
    }

    /** Whether the lane is still the one that the socket was to be sent. */
    boolean stands() {
      return seat.cursors().get(laneId()) == cursor;
    }
  }

  private final Map<String, List<Follower>> waiting = new HashMap<>();
  private final Set<String> reading = new HashSet<>();
  private final LaneReads reads;
  private final PagesUnderWay pages;
  private final Deliveries.Readers readers;
  private final BiFunction<Seat, Rendering, TextFrame> frame;

  /**
   * @param frame how a message looks to a seat
   */
  Backlog(
      LaneReads reads,
      PagesUnderWay pages,
      Deliveries.Readers readers,
      BiFunction<Seat, Rendering, TextFrame> frame) {
    this.reads = reads;
    this.pages = pages;
    this.readers = readers;
    this.frame = frame;
  }

  /**
   * Sends these lanes of the seat from where its cursors stand. A backlog that cannot be read
   * closes the socket: it comes back by itself and asks again.
   */
  void send(Seat seat, List<String> laneIds) {
    next(seat, new ArrayDeque<>(laneIds));
  }

  private void next(Seat seat, Deque<String> lanes) {
    while (!lanes.isEmpty() && !seat.cursors().containsKey(lanes.peek())) {
      lanes.poll();
    }
    if (!lanes.isEmpty()) {
      join(new Follower(seat, lanes, seat.cursors().get(lanes.peek())));
    }
  }

  private void join(Follower follower) {
    waiting.computeIfAbsent(follower.laneId(), id -> new ArrayList<>()).add(follower);
    read(follower.laneId());
  }

  /** One reading of a lane at a time: who comes meanwhile shares the next one. */
  private void read(String laneId) {
    List<Follower> followers = waiting.getOrDefault(laneId, List.of());
    if (followers.isEmpty() || !reading.add(laneId)) {
      return;
    }
    long after = start(followers);
    PagesUnderWay.Page underWay = pages.begin(laneId);
    reads
        .after(laneId, after)
        .compose(page -> readers.upTo(page.revision()).map(page))
        .map(page -> page.with(underWay.asOfNow(page.messages())))
        .onSuccess(page -> forward(laneId, after, page))
        .onFailure(failure -> giveUp(laneId, failure))
        .onComplete(
            done -> {
              underWay.end();
              reading.remove(laneId);
              read(laneId);
            });
  }

  /** Where the first one stands, or a little before, where others can share the page. */
  private static long start(List<Follower> followers) {
    long first = followers.get(0).cursor().sent();
    return followers.stream()
        .mapToLong(follower -> follower.cursor().sent())
        .filter(sent -> sent <= first && sent > first - LaneReads.PAGE / 2)
        .min()
        .orElse(first);
  }

  private void forward(String laneId, long after, LanePage page) {
    List<Rendering> messages =
        page.messages().stream()
            .map(message -> new Rendering(message.by(readers.author(message.memberId()))))
            .toList();
    List<Follower> others = new ArrayList<>();
    for (Follower follower : waiting.remove(laneId)) {
      if (follower.cursor().sent() >= after) {
        forward(follower, messages, page.last());
      } else {
        others.add(follower);
      }
    }
    others.forEach(this::join);
  }

  /**
   * What was queued has left for the network before more is read, and no more than fits is queued.
   */
  private void forward(Follower follower, List<Rendering> messages, boolean last) {
    if (!follower.stands()) {
      next(follower.seat(), follower.lanes());
      return;
    }
    Peer peer = follower.seat().peer();
    if (peer.full()) {
      peer.close(SocketCodes.TOO_SLOW, "too-slow");
      return;
    }
    Future<Void> sent = Future.succeededFuture();
    for (Rendering message : messages) {
      if (peer.full()) {
        sent.onComplete(left -> join(follower));
        return;
      }
      if (follower.cursor().advance(message.seq())) {
        sent = peer.send(frame.apply(follower.seat(), message));
      }
    }
    end(follower, last, sent);
  }

  private void end(Follower follower, boolean last, Future<Void> sent) {
    if (last && follower.cursor().goLive()) {
      Future<Void> live = follower.seat().peer().send(TextFrame.of(Frames.live(follower.laneId())));
      follower.lanes().poll();
      live.onComplete(left -> next(follower.seat(), follower.lanes()));
    } else {
      sent.onComplete(left -> join(follower));
    }
  }

  private void giveUp(String laneId, Throwable failure) {
    LOG.warn("backlog not read", failure);
    for (Follower follower : waiting.remove(laneId)) {
      follower.seat().peer().close(SocketCodes.TOO_SLOW, "try-again");
    }
  }
}
