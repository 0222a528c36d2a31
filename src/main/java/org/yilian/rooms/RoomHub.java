package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.yilian.db.Database;

/**
 * All open sockets of this node, by room. Whatever reaches a member at once goes through here, and
 * to those alone whom {@link LaneAccess} has entitled.
 */
public final class RoomHub {
  private final Map<String, RoomChannel> channels = new HashMap<>();
  private final Map<String, RoomChannel> byLane = new HashMap<>();
  private final Map<String, Integer> entering = new HashMap<>();
  private final SeenMarks seenMarks;
  private final Database database;
  private final Loop loop;
  private final Clock clock;
  private Consumer<RoomChannel> presenceListener = channel -> {};

  public RoomHub(Database database, Loop loop, Clock clock, MessageWriter writer) {
    this.database = database;
    this.loop = loop;
    this.clock = clock;
    this.seenMarks = new SeenMarks(database, loop, clock);
    new LaneSweep(database, loop, byLane);
    writer.onStored(this::stored);
  }

  /** Told whenever who is connected, or the state of a room, may have changed. */
  void onPresence(Consumer<RoomChannel> listener) {
    presenceListener = listener;
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
              channels.computeIfAbsent(roomId, id -> new RoomChannel(database, id));
          entering.merge(roomId, 1, Integer::sum);
          return reload(channel)
              .map(read -> admit(channel, seat(channel, admission, peer), hello))
              .eventually(() -> entered(channel));
        });
  }

  private Seat seat(RoomChannel channel, SocketTickets.Admission admission, Peer peer) {
    Member member = channel.state().author(admission.memberId());
    return new Seat(admission, member, peer, clock.instant());
  }

  private Seat admit(RoomChannel channel, Seat seat, Hello hello) {
    channel.admit(seat, hello);
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
          RoomChannel channel = channels.get(seat.roomId());
          if (channel != null) {
            channel.leave(seat, clock.instant());
            presenceListener.accept(channel);
            forgetIfEmpty(channel);
          }
        });
  }

  private void forgetIfEmpty(RoomChannel channel) {
    if (channel.seats().isEmpty() && !entering.containsKey(channel.roomId())) {
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
   * sent, and whoever is concerned learns the status. Called after every commit that changes it.
   */
  public Future<Void> refresh(String roomId) {
    return loop.call(
        () -> {
          RoomChannel channel = channels.get(roomId);
          return channel == null
              ? Future.succeededFuture()
              : reload(channel).onSuccess(read -> presenceListener.accept(channel));
        });
  }

  private void stored(Outgoing message, Written written) {
    RoomChannel channel = byLane.get(message.laneId());
    if (channel != null) {
      channel.stored(message, written);
    }
  }

  /** Whether the member is connected. Asked on the loop. */
  public boolean present(String memberId) {
    return channels.values().stream().anyMatch(channel -> channel.present(memberId));
  }

  /** Whether a neutral lawyer of the room is connected. Asked on the loop. */
  boolean lawyerPresent(String roomId) {
    RoomChannel channel = channels.get(roomId);
    return channel != null && channel.state() != null && channel.present(MemberRole.NEUTRAL_LAWYER);
  }

  /** Tells those who may see the thing that it has changed: {@code room}, {@code agreement} … */
  public void changed(String roomId, String what, String id, Predicate<Member> audience) {
    tell(roomId, audience, Frames.changed(what, id));
  }

  /** Shows a side what staff are doing; an empty text clears it. */
  public void statusLine(String roomId, String side, String text, Instant at) {
    tell(roomId, member -> side.equals(member.side()), Frames.statusLine(text, at));
  }

  /** A notice to the staff of the room who read its STAFF lane. */
  public void staffNotice(String roomId, String code, String memberId, String text) {
    within(
        roomId,
        channel ->
            channel.tell(channel.state()::inStaffCircle, Frames.staffNotice(code, memberId, text)));
  }

  void recalled(String roomId, String laneId, long seq) {
    within(
        roomId,
        channel ->
            channel.tell(
                member -> channel.state().reads(member.id(), laneId),
                Frames.recalled(laneId, seq)));
  }

  /** That a member is typing, to the other readers of a lane in which he may say something. */
  public void typing(Seat seat, String laneId) {
    within(
        seat.roomId(),
        channel -> {
          RoomState state = channel.state();
          if (state.says(seat.memberId(), laneId)) {
            Member self = state.author(seat.memberId());
            channel.tell(
                member -> member != self && state.reads(member.id(), laneId),
                Frames.typing(laneId, self));
          }
        });
  }

  /** That a member has seen a lane up to a number: kept, and told to the mediators. */
  public void seen(Seat seat, String laneId, long seq) {
    within(seat.roomId(), channel -> seenMarks.mark(channel, seat, laneId, seq));
  }

  /** Closes the sockets of a session that has ended. */
  public void endSession(String sessionId) {
    loop.run(
        () ->
            all().stream()
                .filter(seat -> seat.sessionId().equals(sessionId))
                .forEach(seat -> seat.peer().close(SocketCodes.BAD_TICKET, "session-ended")));
  }

  private List<Seat> all() {
    return channels.values().stream().flatMap(channel -> channel.seats().stream()).toList();
  }

  private void tell(String roomId, Predicate<Member> audience, JsonObject frame) {
    within(roomId, channel -> channel.tell(audience, frame));
  }

  /** Does something in a room whose sockets are open here; a room without any needs nothing. */
  private void within(String roomId, Consumer<RoomChannel> action) {
    loop.run(
        () -> {
          RoomChannel channel = channels.get(roomId);
          if (channel != null && channel.state() != null) {
            action.accept(channel);
          }
        });
  }
}
