package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * Mediation goes on only while a neutral lawyer is there, and one by the police only while two
 * officers are: when either has been wanting for the grace period, the room pauses by itself. The
 * sides learn that it paused, and no reason.
 */
public final class QuorumWatch {
  private static final Logger LOG = LoggerFactory.getLogger(QuorumWatch.class);
  private static final Texts TEXTS = Texts.of("lanes");
  private static final Future<Void> NOTHING_TO_DO = Future.succeededFuture();
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
  private final RoomPresence presence;
  private final Duration grace;

  public QuorumWatch(
      Database database,
      Loop loop,
      RoomMoves moves,
      Audit audit,
      PendingPosts posts,
      RoomHub hub,
      RoomSignals signals,
      RoomPresence presence,
      Duration grace) {
    this.database = database;
    this.loop = loop;
    this.moves = moves;
    this.audit = audit;
    this.posts = posts;
    this.hub = hub;
    this.signals = signals;
    this.presence = presence;
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
    if (!hub.quorate(roomId)) {
      startTimer(roomId, grace);
    }
  }

  private void look(RoomChannel channel) {
    boolean live = channel.state().room().status().isLive();
    if (live && channel.wanting().isPresent()) {
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
    if (!hub.quorate(roomId)) {
      wanting(roomId)
          .compose(wanting -> wanting.map(what -> pause(roomId, what)).orElse(NOTHING_TO_DO))
          .onFailure(failure -> retryUnlessOver(roomId, failure));
    }
  }

  /** Other nodes may have more members than this one has been told of. */
  private Future<Optional<String>> wanting(String roomId) {
    return rooms
        .room(database.pool(), roomId)
        .compose(
            room ->
                rooms
                    .members(database.pool(), roomId)
                    .compose(
                        members ->
                            presence
                                .of(members)
                                .map(there -> Quorum.wanting(room, members, there::contains))));
  }

  /** The database may be away for a moment; a room that is not live any more needs nothing. */
  private void retryUnlessOver(String roomId, Throwable failure) {
    boolean over = failure instanceof Refusal refusal && refusal.code().equals("wrong-state");
    if (!over) {
      LOG.warn("room not paused room={}", roomId, failure);
      loop.run(() -> startTimer(roomId, RETRY));
    }
  }

  private Future<Void> pause(String roomId, String wanting) {
    return database
        .inTransaction(
            client ->
                moves
                    .move(client, roomId, RoomAction.PAUSE, null)
                    .compose(paused -> note(client, roomId, wanting))
                    .compose(noted -> rooms.lanes(client, roomId))
                    .compose(lanes -> posts.keep(client, notices(lanes, wanting))))
        .onSuccess(kept -> LOG.info("room paused for {} room={}", wanting, roomId))
        .compose(kept -> posts.send(roomId).eventually(() -> signals.refresh(roomId)));
  }

  private Future<Void> note(SqlClient client, String roomId, String wanting) {
    JsonObject data = JsonObject.of("reason", wanting);
    return audit.append(client, Scopes.room(roomId), Outgoing.SYSTEM, "room-paused", data);
  }

  private static List<PendingPost> notices(List<Lane> lanes, String wanting) {
    return lanes.stream()
        .filter(lane -> lane.kind() == LaneKind.SIDE || lane.kind() == LaneKind.STAFF)
        .map(lane -> notice(lane, wanting))
        .toList();
  }

  private static PendingPost notice(Lane lane, String wanting) {
    String code = lane.kind() == LaneKind.STAFF ? wanting : "paused";
    return PendingPost.system(lane.id(), code, TEXTS.get("system." + code));
  }
}
