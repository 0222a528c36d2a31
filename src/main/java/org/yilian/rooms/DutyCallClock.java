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
public final class DutyCallClock {
  private static final Logger LOG = LoggerFactory.getLogger(DutyCallClock.class);
  private static final long ROUND_MILLIS = 10_000;

  private final DutyCallStore store = new DutyCallStore();
  private final RoomStore rooms = new RoomStore();
  private final Periodic rounds;
  private final Database database;
  private final RoomChanges changes;
  private final DutyAsking asking;
  private final Clock clock;

  public DutyCallClock(Vertx vertx, DutyCalls.Ground on) {
    rounds = new Periodic(vertx, ROUND_MILLIS, this::sweep);
    database = on.database();
    changes = on.changes();
    asking = new DutyAsking(on);
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

  private Future<Void> seeToAll(List<DutyCall> due) {
    Future<Void> done = Future.succeededFuture();
    for (DutyCall call : due) {
      done = done.compose(before -> seeTo(call));
    }
    return done;
  }

  private Future<Void> seeTo(DutyCall due) {
    return changes.run(client -> scene(client, due), scene -> goOn(scene, due));
  }

  private Future<Scene> scene(SqlClient client, DutyCall call) {
    return changes.scene(client, call.roomId(), held -> rooms.seat(held, call.askedBy()));
  }

  /** Another server may have seen to it between the look and the lock. */
  private Future<Void> goOn(Scene scene, DutyCall due) {
    return store
        .lock(scene.client(), due.id())
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            call -> {
              if (!call.open() || call.nextAt().isAfter(clock.instant())) {
                return Future.succeededFuture();
              }
              return scene.room().status() == RoomStatus.ENDED
                  ? asking.close(scene, call, DutyCall.Status.WITHDRAWN)
                  : askNextOrEnd(scene, call);
            });
  }

  private Future<Void> askNextOrEnd(Scene scene, DutyCall call) {
    return asking
        .next(scene, call)
        .compose(
            asked -> {
              if (asked) {
                return Future.succeededFuture();
              }
              scene.tellStaff(call.named("s-unanswered"));
              return asking.close(scene, call, DutyCall.Status.UNANSWERED);
            });
  }
}
