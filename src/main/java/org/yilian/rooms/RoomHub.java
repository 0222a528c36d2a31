package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.yilian.db.Database;

/**
 * All open sockets of this node, by room. Whatever reaches a member at once goes through here, and
 * to those alone whom {@link LaneAccess} has entitled. What concerns sockets of other nodes too
 * comes in by {@link RoomSignals}.
 */
public final class RoomHub {
  private final Map<String, RoomChannel> channels = new HashMap<>();
  private final Map<String, RoomChannel> byLane = new HashMap<>();
  private final Map<String, Integer> entering = new HashMap<>();
  private final RoomReader reader;
  private final LaneReads reads;
  private final PagesUnderWay pages = new PagesUnderWay();
  private final SeenMarks seenMarks;
  private final Loop loop;
  private final Clock clock;
  private Consumer<RoomChannel> presenceListener = channel -> {};
  private SeatListener seatListener = new SeatListener() {};
  private Function<StoredMessage, Peer> origins = message -> null;

  /** Told of the sockets that come and go. */
  interface SeatListener {
    /** Called before the socket is let in, which waits until this has ended, on the loop. */
    default Future<Void> entering(Seat seat) {
      return Future.succeededFuture();
    }

    default void entered(Seat seat) {}

    default void left(Seat seat) {}
  }

  public RoomHub(Database database, Loop loop, Clock clock) {
    this.reader = new RoomReader(database);
    this.reads = new LaneReads(database, loop);
    this.loop = loop;
    this.clock = clock;
    this.seenMarks = new SeenMarks(database, loop, clock);
  }

  /** Told whenever who is connected, or the state of a room, may have changed. */
  void onPresence(Consumer<RoomChannel> listener) {
    presenceListener = listener;
  }

  /** Knows the socket by which a message came that is still being written. */
  void onOrigins(Function<StoredMessage, Peer> known) {
    origins = known;
  }

  void onSeats(SeatListener listener) {
    seatListener = listener;
  }

  /**
   * Lets a socket in whose ticket was good, and sends it welcome, backlog and everything after.
   *
   * @return the seat, for {@link #leave}; the socket may have been closed at once
   */
  public Future<Seat> enter(SocketTickets.Admission admission, Peer peer, Hello hello) {
    return loop.call(
        () -> {
          String roomId = admission.roomId();
          RoomChannel channel =
              channels.computeIfAbsent(
                  roomId, id -> new RoomChannel(reader, reads, pages, origins, id));
          entering.merge(roomId, 1, Integer::sum);
          return reload(channel)
              .map(read -> seat(channel, admission, peer))
              .compose(seat -> seatListener.entering(seat).map(seat))
              .map(seat -> admit(channel, seat, hello))
              .eventually(() -> entered(channel));
        });
  }

  private Seat seat(RoomChannel channel, SocketTickets.Admission admission, Peer peer) {
    Member member = channel.state().author(admission.memberId());
    return new Seat(admission, member, peer, clock.instant());
  }

  private Seat admit(RoomChannel channel, Seat seat, Hello hello) {
    channel.admit(seat, hello);
    seatListener.entered(seat);
    seenMarks.tell(channel, seat);
    presenceListener.accept(channel);
    return seat;
  }

  private Future<Void> entered(RoomChannel channel) {
    entering.computeIfPresent(channel.roomId(), (id, count) -> count == 1 ? null : count - 1);
    forgetIfEmpty(channel);
    return Future.succeededFuture();
  }

  /** The socket is closed. */
  public void leave(Seat seat) {
    loop.run(
        () -> {
          seatListener.left(seat);
          RoomChannel channel = channels.get(seat.roomId());
          if (channel != null) {
            channel.leave(seat, clock.instant());
            presenceListener.accept(channel);
            forgetIfEmpty(channel);
          }
        });
  }

  private void forgetIfEmpty(RoomChannel channel) {
    if (channel.isEmpty() && !entering.containsKey(channel.roomId())) {
      channels.remove(channel.roomId());
      byLane.values().removeIf(channel::equals);
    }
  }

  private Future<Void> reload(RoomChannel channel) {
    return channel
        .reload()
        .onSuccess(read -> channel.state().lanes().keySet().forEach(id -> byLane.put(id, channel)));
  }

  /**
   * Reads again who may read what: ended members are closed, lanes that have become readable are
   * sent, and whoever is concerned learns the status.
   */
  Future<Void> refresh(String roomId) {
    return loop.call(
        () -> {
          RoomChannel channel = channels.get(roomId);
          return channel == null
              ? Future.succeededFuture()
              : reload(channel).onSuccess(read -> presenceListener.accept(channel));
        });
  }

  void stored(Outgoing message, Written written) {
    RoomChannel channel = byLane.get(message.laneId());
    if (channel != null) {
      channel.stored(message, written);
    }
  }

  /** Somebody else has stored something in the lane. */
  void storedElsewhere(String laneId, long upTo) {
    loop.run(
        () -> {
          RoomChannel channel = byLane.get(laneId);
          if (channel != null) {
            channel.catchUp(laneId, upTo);
          }
        });
  }

  /** A message was taken back: from now on nothing that leaves here has its words. */
  void recalled(String roomId, Recall recall) {
    loop.run(
        () -> {
          pages.recalled(recall.laneId(), recall.seq());
          within(roomId, channel -> channel.recalls().happened(recall));
        });
  }

  /**
   * Reads messages of a lane for somebody who has no socket, and ends on the loop. What is recalled
   * meanwhile is so in them.
   */
  Future<List<StoredMessage>> read(String laneId, Supplier<Future<List<StoredMessage>>> reading) {
    return loop.call(
        () -> {
          PagesUnderWay.Page page = pages.begin(laneId);
          return loop.here(reading.get()).map(page::asOfNow).onComplete(done -> page.end());
        });
  }

  /** The private lanes beside that one, unless its room has no socket here. Asked on the loop. */
  Optional<List<Repetitions.OtherLane>> otherSides(String laneId) {
    return Optional.ofNullable(byLane.get(laneId)).map(channel -> channel.otherSides(laneId));
  }

  /** Who of a room is connected to other nodes now. */
  void elsewhere(String roomId, List<Attendance.Elsewhere> now, Instant at) {
    within(
        roomId,
        channel -> {
          channel.elsewhere(now, at);
          presenceListener.accept(channel);
        });
  }

  /** Whether the member has a socket of this node. Asked on the loop. */
  boolean here(String memberId) {
    return channels.values().stream().anyMatch(channel -> channel.here(memberId));
  }

  /** Whether all are connected without whom a room is not in session, as far as this node knows. */
  boolean quorate(String roomId) {
    RoomChannel channel = channels.get(roomId);
    return channel != null && channel.state() != null && channel.wanting().isEmpty();
  }

  /** Sends a frame to the standing members of a room whom it is for. */
  void tell(String roomId, Predicate<Member> audience, JsonObject frame) {
    within(roomId, channel -> channel.tell(audience, frame));
  }

  /** As {@link #tell}, with a frame made from the room's state, unless that has none for it. */
  void tell(String roomId, Telling telling) {
    within(
        roomId,
        channel ->
            telling
                .of(channel.state())
                .ifPresent(told -> channel.tell(told.audience(), told.frame())));
  }

  /** What is told, and to whom. */
  record Told(Predicate<Member> audience, JsonObject frame) {}

  /** Finds out from the room's state what is told to whom. */
  interface Telling {
    Optional<Told> of(RoomState state);
  }

  /** That a member has seen a lane up to a number: kept, and told to the mediators. */
  void seen(Seat seat, String laneId, long seq, Consumer<SeenMarks.Mark> marked) {
    within(seat.roomId(), channel -> seenMarks.mark(channel, seat, laneId, seq).ifPresent(marked));
  }

  /** Closes the sockets of a session that has ended. */
  void endSession(String sessionId) {
    loop.run(
        () ->
            all().stream()
                .filter(seat -> seat.sessionId().equals(sessionId))
                .forEach(seat -> seat.peer().close(SocketCodes.BAD_TICKET, "session-ended")));
  }

  /** Every open socket of this node. Asked on the loop. */
  List<Seat> all() {
    return channels.values().stream().flatMap(channel -> channel.seats().stream()).toList();
  }

  /** The open rooms that have been read. Asked on the loop. */
  Collection<RoomChannel> open() {
    return channels.values().stream().filter(channel -> channel.state() != null).toList();
  }

  /** Does something in a room whose sockets are open here; a room without any needs nothing. */
  void within(String roomId, Consumer<RoomChannel> action) {
    loop.run(
        () -> {
          RoomChannel channel = channels.get(roomId);
          if (channel != null && channel.state() != null) {
            action.accept(channel);
          }
        });
  }
}
