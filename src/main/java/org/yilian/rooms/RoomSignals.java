package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.kernel.Texts;
import org.yilian.nodes.Nodes;
import org.yilian.nodes.Wake;

/**
 * What members are to notice at once, on whichever node their sockets are. It is told here and
 * woken there; what is written by people never travels with a wake, but is read from the database.
 */
public final class RoomSignals {
  private static final Logger LOG = LoggerFactory.getLogger(RoomSignals.class);

  private static final Texts TEXTS = Texts.of("staff");

  private final MeetingStore meetings = new MeetingStore();
  private final RoomHub hub;
  private final Nodes nodes;
  private final Database database;
  private Consumer<String> laneWritten = laneId -> {};

  public RoomSignals(RoomHub hub, Nodes nodes, Database database, MessageWriter writer) {
    this.hub = hub;
    this.nodes = nodes;
    this.database = database;
    writer.onStored(this::stored);
    hub.onOrigins(writer::originOf);
    nodes.on("lane", ids -> hub.storedElsewhere(ids.get(0), Long.parseLong(ids.get(1))));
    nodes.on("room", ids -> refreshed(ids.get(0)));
    nodes.on("changed", this::changedElsewhere);
    nodes.on("line", ids -> lineElsewhere(ids.get(0), ids.get(1)));
    nodes.on("notice", ids -> notice(ids.get(0), ids.get(1), ids.get(2)));
    nodes.on("recall", this::recalledElsewhere);
    nodes.on("transcribed", ids -> writtenDown(ids.get(0), ids.get(1), ids.get(2)));
    nodes.on("typing", ids -> typing(ids.get(0), ids.get(1), ids.get(2)));
    nodes.on("seen", this::seenElsewhere);
    nodes.on("session", ids -> hub.endSession(ids.get(0)));
  }

  /** Who is told, on every node, of a lane in which something aloud has been written down. */
  public void onWritten(Consumer<String> listener) {
    laneWritten = listener;
  }

  private void stored(Outgoing message, Written written) {
    hub.stored(message, written);
    if (nodes.accompanied()) {
      String lane = message.laneId();
      nodes.wake("lane " + lane, Wake.of("lane", lane, String.valueOf(written.seq())));
    }
  }

  /**
   * Reads again who may read what: ended members are closed, lanes that have become readable are
   * sent, and whoever is concerned learns the status. Called after every commit that changes it.
   */
  public Future<Void> refresh(String roomId) {
    nodes.wake(Wake.of("room", roomId));
    return hub.refresh(roomId);
  }

  private void refreshed(String roomId) {
    hub.refresh(roomId).onFailure(failure -> LOG.warn("room not read anew", failure));
  }

  /**
   * Tells those who may see the thing that it has changed.
   *
   * @param what {@code room}, {@code facts}, {@code agreement} or {@code confirmation}
   */
  public void changed(String roomId, String what, String id, Audience audience) {
    hub.tell(roomId, audience::includes, Frames.changed(what, id));
    Wake wake = Wake.of("changed", roomId, what, id, audience.word());
    nodes.wake(wake);
  }

  private void changedElsewhere(List<String> ids) {
    Audience audience = Audience.of(ids.get(3));
    hub.tell(ids.get(0), audience::includes, Frames.changed(ids.get(1), ids.get(2)));
  }

  /** Shows a side what staff are doing; an empty text clears it. */
  void statusLine(String roomId, String side, String text, Instant at) {
    hub.tell(roomId, member -> side.equals(member.side()), Frames.statusLine(text, at));
    nodes.wake(Wake.of("line", roomId, side));
  }

  private void lineElsewhere(String roomId, String side) {
    hub.within(
        roomId,
        channel ->
            meetings
                .statusLines(database.pool(), roomId)
                .onSuccess(lines -> show(roomId, side, lines))
                .onFailure(failure -> LOG.warn("status line not read", failure)));
  }

  private void show(String roomId, String side, List<StatusLine> lines) {
    StatusLine line =
        lines.stream()
            .filter(one -> one.side().equals(side))
            .findFirst()
            .orElse(new StatusLine(side, null, Instant.EPOCH));
    hub.tell(
        roomId, member -> side.equals(member.side()), Frames.statusLine(line.text(), line.at()));
  }

  /** A notice about a member of a side, to those of the staff whom an alarm reaches. */
  void staffNotice(String roomId, String code, String memberId) {
    notice(roomId, code, memberId);
    Wake wake = Wake.of("notice", roomId, code, memberId);
    nodes.wake(wake);
  }

  private void notice(String roomId, String code, String memberId) {
    hub.tell(
        roomId,
        state -> Optional.ofNullable(state.author(memberId)).map(about -> notice(code, about)));
  }

  private static RoomHub.Told notice(String code, Member about) {
    String text = TEXTS.get("told." + code, about.name(), about.side());
    return new RoomHub.Told(
        member -> member.role().hearsAlarms(), Frames.staffNotice(code, about.id(), text));
  }

  /** That a message was taken back, to the readers of its lane. */
  void recalled(String roomId, Recall recall) {
    hub.recalled(roomId, recall);
    String n = String.valueOf(recall.n());
    nodes.wake(Wake.of("recall", roomId, recall.laneId(), n, String.valueOf(recall.seq())));
  }

  private void recalledElsewhere(List<String> ids) {
    Recall recall = new Recall(ids.get(1), Long.parseLong(ids.get(2)), Long.parseLong(ids.get(3)));
    hub.recalled(ids.get(0), recall);
  }

  private void tellReaders(String roomId, String laneId, JsonObject frame) {
    hub.tell(
        roomId,
        state -> Optional.of(new RoomHub.Told(member -> state.reads(member.id(), laneId), frame)));
  }

  /** That what was said aloud in a lane has been written down or corrected, to its readers. */
  void transcribed(String roomId, String laneId, String recordingId) {
    writtenDown(roomId, laneId, recordingId);
    nodes.wake(Wake.of("transcribed", roomId, laneId, recordingId));
  }

  private void writtenDown(String roomId, String laneId, String recordingId) {
    laneWritten.accept(laneId);
    tellReaders(roomId, laneId, Frames.transcribed(laneId, recordingId));
  }

  /** That a member is typing, to the other readers of a lane in which he may say something. */
  public void typing(Seat seat, String laneId) {
    hub.within(
        seat.roomId(),
        channel -> {
          if (channel.state().says(seat.memberId(), laneId)) {
            typing(seat.roomId(), laneId, seat.memberId());
            Wake wake = Wake.of("typing", seat.roomId(), laneId, seat.memberId());
            nodes.wake(wake);
          }
        });
  }

  private void typing(String roomId, String laneId, String memberId) {
    hub.tell(
        roomId,
        state ->
            Optional.ofNullable(state.author(memberId))
                .map(
                    self ->
                        new RoomHub.Told(
                            member ->
                                !member.id().equals(memberId) && state.reads(member.id(), laneId),
                            Frames.typing(laneId, self))));
  }

  /** That a member has seen a lane up to a number: kept, and told to the mediators. */
  public void seen(Seat seat, String laneId, long seq) {
    hub.seen(seat, laneId, seq, mark -> wakeSeen(seat.roomId(), mark));
  }

  private void wakeSeen(String roomId, SeenMarks.Mark mark) {
    String seq = String.valueOf(mark.seq());
    nodes.wake(
        "seen " + mark.memberId() + mark.laneId(),
        Wake.of("seen", roomId, mark.memberId(), mark.laneId(), seq));
  }

  private void seenElsewhere(List<String> ids) {
    SeenMarks.Mark mark = new SeenMarks.Mark(ids.get(1), ids.get(2), Long.parseLong(ids.get(3)));
    hub.tell(ids.get(0), state -> Optional.of(SeenMarks.telling(state, mark)));
  }

  /** Closes the sockets of a session that has ended. */
  public void endSession(String sessionId) {
    hub.endSession(sessionId);
    nodes.wake(Wake.of("session", sessionId));
  }
}
