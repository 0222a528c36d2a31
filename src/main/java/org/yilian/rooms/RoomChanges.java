package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.identity.Caller;

/**
 * Runs every change of a room in the same steps: find the caller's seat, hold the room, change,
 * decide anew who reads what, log, keep what is to be told, commit; then tell those whom it
 * concerns.
 */
public final class RoomChanges {
  private static final Logger LOG = LoggerFactory.getLogger(RoomChanges.class);

  private final RoomStore rooms = new RoomStore();
  private final Grants grants = new Grants();
  private final Database database;
  private final Audit audit;
  private final PendingPosts posts;
  private final SayRefusals refusals;
  private final RoomSignals signals;

  public RoomChanges(Database database, Audit audit, PendingPosts posts, RoomSignals signals) {
    this.database = database;
    this.audit = audit;
    this.posts = posts;
    this.refusals = new SayRefusals(database);
    this.signals = signals;
  }

  private record Done<T>(Scene scene, T result) {}

  /** 404 for whoever has no seat in the room. */
  <T> Future<T> change(Caller caller, String roomId, Function<Scene, Future<T>> act) {
    return run(
        client ->
            rooms
                .seatOf(client, caller, roomId)
                .compose(seat -> scene(client, roomId, held -> rooms.seatOf(held, caller, roomId))),
        act);
  }

  /** The same for whoever is about to take a seat. */
  <T> Future<T> run(Function<SqlClient, Future<Scene>> begin, Function<Scene, Future<T>> act) {
    return database
        .inTransaction(
            client ->
                begin
                    .apply(client)
                    .compose(scene -> act.apply(scene).compose(done -> close(scene, done))))
        .compose(done -> tell(done.scene()).map(done.result()));
  }

  /**
   * Holds the room and reads it.
   *
   * @param actor reads the seat under the lock: the membership may have ended while waiting
   */
  Future<Scene> scene(SqlClient client, String roomId, Function<SqlClient, Future<Member>> actor) {
    return rooms
        .lock(client, roomId)
        .compose(
            room -> {
              Future<Member> seat = actor.apply(client);
              Future<List<Lane>> lanes = rooms.lanes(client, roomId);
              Future<List<Member>> members = rooms.members(client, roomId);
              return Future.all(seat, lanes, members)
                  .map(
                      all ->
                          new Scene(client, room, seat.result(), lanes.result(), members.result()));
            });
  }

  private <T> Future<Done<T>> close(Scene scene, T result) {
    return grants
        .recompute(scene.client(), scene.room().id())
        .compose(decided -> log(scene))
        .compose(logged -> mayPost(scene))
        .compose(allowed -> posts.keep(scene.client(), scene.posts()))
        .map(kept -> new Done<>(scene, result));
  }

  private Future<Void> log(Scene scene) {
    Future<Void> done = Future.succeededFuture();
    List<Scene.Fact> facts =
        scene.facts().stream().sorted(Comparator.comparing(Scene.Fact::scope)).toList();
    for (Scene.Fact fact : facts) {
      done = done.compose(before -> append(scene, fact));
    }
    return done;
  }

  private Future<Void> append(Scene scene, Scene.Fact fact) {
    String actor = scene.actor().id();
    return audit.append(scene.client(), fact.scope(), actor, fact.kind(), fact.data());
  }

  /** By the grants that this change leaves: a card that nobody may put undoes the change. */
  private Future<Void> mayPost(Scene scene) {
    Future<?> allowed = Future.succeededFuture();
    for (PendingPost post : scene.posts()) {
      if (!post.bySystem()) {
        allowed =
            allowed.compose(
                before -> refusals.mayStillSay(scene.client(), scene.actor(), post.laneId()));
      }
    }
    return allowed.mapEmpty();
  }

  /** The change stands already: what fails is logged, and the caller gets his answer. */
  private Future<Void> tell(Scene scene) {
    String roomId = scene.room().id();
    return signals
        .refresh(roomId)
        .onFailure(failure -> LOG.warn("change not told room={}", roomId, failure))
        .transform(done -> scene.posts().isEmpty() ? Future.succeededFuture() : posts.send(roomId))
        .onSuccess(done -> signals.changed(roomId, "room", roomId, scene.audience()));
  }
}
