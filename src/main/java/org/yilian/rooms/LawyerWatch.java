package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * Mediation goes on only while a neutral lawyer is there: when none has been connected for the
 * grace period, the room pauses by itself. The sides learn that it paused, and no reason.
 */
public final class LawyerWatch {
  private static final Logger LOG = LoggerFactory.getLogger(LawyerWatch.class);
  private static final Texts TEXTS = Texts.of("lanes");
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final RoomStore rooms = new RoomStore();
  private final Map<String, Long> timers = new HashMap<>();
  private final Database database;
  private final Loop loop;
  private final RoomMoves moves;
  private final Audit audit;
  private final PendingPosts posts;
  private final RoomHub hub;
  private final RoomSignals signals;
  private final Presences presences;
  private final Duration grace;

  public LawyerWatch(
      Database database,
      Loop loop,
      RoomMoves moves,
      Audit audit,
      PendingPosts posts,
      RoomHub hub,
      RoomSignals signals,
      Presences presences,
      Duration grace) {
    this.database = database;
    this.loop = loop;
    this.moves = moves;
    this.audit = audit;
    this.posts = posts;
    this.hub = hub;
    this.signals = signals;
    this.presences = presences;
    this.grace = grace;
    hub.onPresence(this::look);
  }

  /** Watches the rooms that were live when this server, or another node, stopped. */
  public Future<Void> start() {
    return rooms
        .live(database.pool())
        .onSuccess(ids -> loop.run(() -> ids.forEach(this::startUnlessWatched)))
        .mapEmpty();
  }

  private void startUnlessWatched(String roomId) {
    if (!hub.lawyerPresent(roomId)) {
      startTimer(roomId, grace);
    }
  }

  private void look(RoomChannel channel) {
    boolean live = channel.state().room().status().isLive();
    if (live && !channel.present(MemberRole.NEUTRAL_LAWYER)) {
      startTimer(channel.roomId(), grace);
    } else {
      stopTimer(channel.roomId());
    }
  }

  private void startTimer(String roomId, Duration delay) {
    timers.computeIfAbsent(roomId, id -> loop.after(delay.toMillis(), () -> fire(id)));
  }

  private void stopTimer(String roomId) {
    Long timer = timers.remove(roomId);
    if (timer != null) {
      loop.cancel(timer);
    }
  }

  private void fire(String roomId) {
    timers.remove(roomId);
    if (!hub.lawyerPresent(roomId)) {
      lawyerElsewhere(roomId)
          .compose(there -> there ? Future.succeededFuture() : pause(roomId))
          .onFailure(failure -> retryUnlessOver(roomId, failure));
    }
  }

  private Future<Boolean> lawyerElsewhere(String roomId) {
    return presences
        .elsewhere(roomId)
        .compose(
            connected ->
                rooms
                    .members(database.pool(), roomId)
                    .map(members -> members.stream().anyMatch(m -> isLawyer(m, connected))));
  }

  private static boolean isLawyer(Member member, Set<String> connected) {
    return member.active()
        && member.role() == MemberRole.NEUTRAL_LAWYER
        && connected.contains(member.id());
  }

  /** The database may be away for a moment; a room that is not live any more needs nothing. */
  private void retryUnlessOver(String roomId, Throwable failure) {
    boolean over = failure instanceof Refusal refusal && refusal.code().equals("wrong-state");
    if (!over) {
      LOG.warn("room not paused room={}", roomId, failure);
      loop.run(() -> startTimer(roomId, RETRY));
    }
  }

  private Future<Void> pause(String roomId) {
    return database
        .inTransaction(
            client ->
                moves
                    .move(client, roomId, RoomAction.PAUSE, null)
                    .compose(paused -> note(client, roomId))
                    .compose(noted -> rooms.lanes(client, roomId))
                    .compose(lanes -> posts.keep(client, notices(lanes))))
        .onSuccess(kept -> LOG.info("room paused for want of a lawyer room={}", roomId))
        .compose(kept -> posts.send(roomId).eventually(() -> signals.refresh(roomId)));
  }

  private Future<Void> note(SqlClient client, String roomId) {
    JsonObject data = JsonObject.of("reason", "lawyer-left");
    return audit.append(client, "room:" + roomId, Outgoing.SYSTEM, "room-paused", data);
  }

  private static List<PendingPost> notices(List<Lane> lanes) {
    return lanes.stream()
        .filter(lane -> lane.kind() == LaneKind.SIDE || lane.kind() == LaneKind.STAFF)
        .map(LawyerWatch::notice)
        .toList();
  }

  private static PendingPost notice(Lane lane) {
    String code = lane.kind() == LaneKind.STAFF ? "lawyer-left" : "paused";
    return PendingPost.system(lane.id(), code, TEXTS.get("system." + code));
  }
}
