package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.kernel.Periodic;
import org.yilian.kernel.Refusal;

/**
 * Asks the next lawyer where the last one has let her time pass. Of several servers one does it.
 */
public final class LawyerCallClock {
  private static final Logger LOG = LoggerFactory.getLogger(LawyerCallClock.class);
  private static final long ROUND_MILLIS = 10_000;

  private final LawyerCallStore store = new LawyerCallStore();
  private final RoomStore rooms = new RoomStore();
  private final Periodic rounds;
  private final Database database;
  private final RoomChanges changes;
  private final LawyerAsking asking;
  private final Clock clock;

  public LawyerCallClock(Vertx vertx, LawyerCalls.Ground on) {
    rounds = new Periodic(vertx, ROUND_MILLIS, this::sweep);
    database = on.database();
    changes = on.changes();
    asking = new LawyerAsking(on);
    clock = on.clock();
  }

  public void start() {
    rounds.start();
  }

  public void stop() {
    rounds.stop();
  }

  /** Sees to every call that has waited long enough. */
  public Future<Void> sweep() {
    return database
        .withConnection(client -> store.due(client, clock.instant()))
        .compose(this::seeToAll)
        .onSuccess(done -> asking.send())
        .onFailure(failure -> LOG.warn("lawyers left unasked reason={}", failure.toString()));
  }

  private Future<Void> seeToAll(List<LawyerCall> due) {
    Future<Void> done = Future.succeededFuture();
    for (LawyerCall call : due) {
      done = done.compose(before -> seeTo(call));
    }
    return done;
  }

  private Future<Void> seeTo(LawyerCall due) {
    return changes.run(client -> scene(client, due), scene -> goOn(scene, due));
  }

  private Future<Scene> scene(SqlClient client, LawyerCall call) {
    return changes.scene(client, call.roomId(), held -> rooms.seat(held, call.askedBy()));
  }

  /** Another server may have seen to it between the look and the lock. */
  private Future<Void> goOn(Scene scene, LawyerCall due) {
    return store
        .lock(scene.client(), due.id())
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            call -> {
              if (!call.open() || call.nextAt().isAfter(clock.instant())) {
                return Future.succeededFuture();
              }
              return scene.room().status() == RoomStatus.ENDED
                  ? asking.close(scene, call, LawyerCall.Status.WITHDRAWN)
                  : askNextOrEnd(scene, call);
            });
  }

  private Future<Void> askNextOrEnd(Scene scene, LawyerCall call) {
    return asking
        .next(scene, call)
        .compose(
            asked -> {
              if (asked) {
                return Future.succeededFuture();
              }
              scene.tellStaff("lawyers-unanswered");
              return asking.close(scene, call, LawyerCall.Status.UNANSWERED);
            });
  }
}
