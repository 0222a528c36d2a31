package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The open sockets of one room, and what each of them is sent. Lives on the loop. */
final class RoomChannel implements Deliveries.Readers {
  private final String roomId;
  private final RoomReader reader;
  private final Function<StoredMessage, Peer> origins;
  private final Backlog backlog;
  private final Deliveries deliveries;
  private final RecallNews recalls;
  private final Attendance attendance = new Attendance();
  private RoomState state;
  private Future<Void> reading;
  private Future<Void> readingNext;

  /**
   * @param origins knows the socket by which a message came that is still being written
   */
  RoomChannel(
      RoomReader reader,
      LaneReads reads,
      PagesUnderWay pages,
      Function<StoredMessage, Peer> origins,
      String roomId) {
    this.origins = origins;
    this.roomId = roomId;
    this.reader = reader;
    this.backlog = new Backlog(reads, pages, this, this::frame);
    this.deliveries = new Deliveries(reads, this);
    this.recalls = new RecallNews(reads, pages, deliveries, this::tellRecall);
  }

  String roomId() {
    return roomId;
  }

  /** Null until the room has been read once. */
  RoomState state() {
    return state;
  }

  List<Seat> seats() {
    return attendance.seats();
  }

  boolean isEmpty() {
    return attendance.isEmpty();
  }

  /** Whether a socket of this node is the member's. */
  boolean here(String memberId) {
    return attendance.here(memberId);
  }

  /** What is wanting for the room to stay in session, by who is connected to whichever node. */
  Optional<String> wanting() {
    return Quorum.wanting(state.room(), state.members(), attendance::present);
  }

  /** Reads the room as it is from this call on: a reading under way may be too old. */
  Future<Void> reload() {
    if (reading == null) {
      Future<Void> started = reader.read(roomId).map(this::apply);
      reading = started;
      // Only now: a reading that has failed at once must not stay for ever.
      return started.onComplete(done -> reading = null);
    }
    if (readingNext == null) {
      readingNext =
          reading.transform(
              done -> {
                readingNext = null;
                return reload();
              });
    }
    return readingNext;
  }

  @Override
  public long revision() {
    return state == null ? -1 : state.room().revision();
  }

  @Override
  public Future<Void> upTo(long revision) {
    return revision <= revision() ? Future.succeededFuture() : reload();
  }

  @Override
  public Peer origin(StoredMessage message) {
    return origins.apply(message);
  }

  @Override
  public Member author(String memberId) {
    return state.author(memberId);
  }

  private Void apply(RoomState now) {
    RoomState before = state;
    state = now;
    now.lanes().values().forEach(deliveries::follow);
    now.lanes().values().forEach(recalls::follow);
    if (before != null) {
      seats().forEach(seat -> follow(seat, before));
    }
    return null;
  }

  /** What a change of the room means to one socket: it ends, or it reads more or less. */
  private void follow(Seat seat, RoomState before) {
    if (state.active(seat.memberId()).isEmpty()) {
      seat.peer().close(SocketCodes.MEMBERSHIP_ENDED, "membership-ended");
      return;
    }
    Map<String, Grant> grants = state.grantsOf(seat.memberId());
    boolean less = seat.cursors().keySet().retainAll(grants.keySet());
    List<String> grown = new ArrayList<>();
    for (Grant grant : grants.values()) {
      if (before.readsLessThan(grant)) {
        seat.cursors().put(grant.laneId(), deliveries.cursor(grant.laneId(), grant.fromSeq()));
        grown.add(grant.laneId());
      }
    }
    if (less || !grown.isEmpty() || before.room().status() != state.room().status()) {
      send(seat, Frames.roomStatus(state.room().status(), lanesOf(seat.memberId())));
    }
    backlog.send(seat, grown);
  }

  /** Lets a socket in, or closes it where the membership has ended meanwhile. */
  void admit(Seat seat, Hello hello) {
    Member self = state.active(seat.memberId()).orElse(null);
    if (self == null) {
      seat.peer().close(SocketCodes.MEMBERSHIP_ENDED, "membership-ended");
      return;
    }
    Map<String, Instant> online = attendance.online();
    attendance.add(seat);
    closeExceeding();
    send(seat, Frames.welcome(state.room(), self, lanesOf(self.id())));
    online.forEach((id, since) -> sendPresence(seat, self, id, since));
    if (!online.containsKey(self.id())) {
      tellPresence(self.id(), true, seat.since());
    }
    sendBacklog(seat, hello);
  }

  private void closeExceeding() {
    attendance
        .exceeding()
        .forEach(seat -> seat.peer().close(SocketCodes.TOO_MANY_SOCKETS, "too-many-sockets"));
  }

  private void sendBacklog(Seat seat, Hello hello) {
    Map<String, Grant> grants = state.grantsOf(seat.memberId());
    List<String> laneIds = state.lanes().keySet().stream().filter(grants::containsKey).toList();
    for (String laneId : laneIds) {
      long start = hello.start(grants.get(laneId), deliveries.lastOf(state.lanes().get(laneId)));
      seat.cursors().put(laneId, deliveries.cursor(laneId, start));
    }
    backlog.send(seat, laneIds);
  }

  /** That somebody is there, as far as the newcomer may notice. */
  private void sendPresence(Seat seat, Member self, String memberId, Instant since) {
    if (state.active(memberId).filter(member -> state.notices(self, member)).isPresent()) {
      send(seat, Frames.presence(memberId, true, since));
    }
  }

  private void tellPresence(String memberId, boolean online, Instant at) {
    Member member = state.author(memberId);
    if (member != null) {
      tell(other -> state.notices(other, member), Frames.presence(memberId, online, at));
    }
  }

  /** Forgets a socket; others learn that its member is gone when it was the last one. */
  void leave(Seat seat, Instant at) {
    seat.cursors().clear();
    if (attendance.remove(seat) && !attendance.present(seat.memberId())) {
      tellPresence(seat.memberId(), false, at);
    }
  }

  /** Takes in who is connected to other nodes, and tells what that changes. */
  void elsewhere(List<Attendance.Elsewhere> now, Instant at) {
    Map<String, Instant> before = attendance.online();
    attendance.elsewhere(now);
    Map<String, Instant> after = attendance.online();
    Set<String> gone = new HashSet<>(before.keySet());
    gone.removeAll(after.keySet());
    gone.forEach(id -> tellPresence(id, false, at));
    after.keySet().removeAll(before.keySet());
    after.forEach((id, since) -> tellPresence(id, true, since));
    closeExceeding();
  }

  void stored(Outgoing message, Written written) {
    deliveries.stored(message, written);
  }

  /** Reads what is stored in a lane up to a number and has not been handed on. */
  void catchUp(String laneId, long upTo) {
    deliveries.catchUp(laneId, upTo);
  }

  RecallNews recalls() {
    return recalls;
  }

  private void tellRecall(Recall recall) {
    JsonObject frame = Frames.recalled(recall.laneId(), recall.seq());
    tell(member -> state.reads(member.id(), recall.laneId()), frame);
  }

  /** The number of the last message that was handed on in a lane. */
  long last(String laneId) {
    return deliveries.last(laneId);
  }

  /** The private lanes beside that one, as far as they were handed on; none beside a STAFF lane. */
  List<Repetitions.OtherLane> otherSides(String laneId) {
    return state.sidesBeside(laneId).stream()
        .map(lane -> new Repetitions.OtherLane(laneId, lane.id(), last(lane.id())))
        .toList();
  }

  @Override
  public void push(StoredMessage message, Peer origin) {
    Rendering rendering = new Rendering(message);
    for (Seat seat : seats()) {
      LaneCursor cursor = seat.cursors().get(message.laneId());
      if (cursor != null && cursor.takesLive(message.seq()) && seat.peer() != origin) {
        state
            .active(seat.memberId())
            .ifPresent(reader -> send(seat, rendering.encodedFor(reader, reads(reader))));
      }
    }
  }

  private TextFrame frame(Seat seat, Rendering message) {
    Member reader = state.author(seat.memberId());
    return message.encodedFor(reader, reads(reader));
  }

  private Predicate<String> reads(Member reader) {
    return laneId -> state.reads(reader.id(), laneId);
  }

  /** Sends a frame to the standing members whom it is for. */
  void tell(Predicate<Member> audience, JsonObject frame) {
    TextFrame encoded = TextFrame.of(frame);
    for (Seat seat : seats()) {
      if (state.active(seat.memberId()).filter(audience).isPresent()) {
        send(seat, encoded);
      }
    }
  }

  void send(Seat seat, JsonObject frame) {
    send(seat, TextFrame.of(frame));
  }

  /** A reader that is too slow is closed, and asks for what it missed when it comes back. */
  private void send(Seat seat, TextFrame frame) {
    if (seat.peer().full()) {
      seat.peer().close(SocketCodes.TOO_SLOW, "too-slow");
    } else {
      seat.peer().send(frame);
    }
  }

  private JsonArray lanesOf(String memberId) {
    JsonArray lanes = new JsonArray();
    for (Lane lane : state.lanes().values()) {
      if (state.reads(memberId, lane.id())) {
        lanes.add(Frames.lane(lane, deliveries.lastOf(lane)));
      }
    }
    return lanes;
  }
}
