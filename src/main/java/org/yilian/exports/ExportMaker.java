package org.yilian.exports;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Periodic;

/**
 * Makes exports in the background, one at a time on each server. Where a server goes away another
 * begins its export anew after a minute.
 */
final class ExportMaker {
  private static final Logger LOG = LoggerFactory.getLogger(ExportMaker.class);
  private static final long ROUND_MILLIS = 10_000;
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final ExportStore exports = new ExportStore();
  private final ExportMakingStore store = new ExportMakingStore();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Periodic rounds;
  private final Vertx vertx;
  private final Database database;
  private final StoredFiles files;
  private final Clock clock;

  ExportMaker(Vertx vertx, Database database, StoredFiles files, Clock clock) {
    this.rounds = new Periodic(vertx, ROUND_MILLIS, this::round);
    this.vertx = vertx;
    this.database = database;
    this.files = files;
    this.clock = clock;
  }

  void start() {
    rounds.start();
  }

  void stop() {
    rounds.stop();
  }

  /** Throws away what has had its day and makes what waits; nobody need wait for it. */
  Future<Void> round() {
    if (!busy.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    return exports
        .deleteExpired(database.pool(), clock.instant())
        .compose(gone -> makeAll())
        .onFailure(failure -> LOG.warn("export left for later reason={}", failure.toString()))
        .onComplete(done -> busy.set(false));
  }

  private Future<Void> makeAll() {
    return store
        .take(database.pool(), Ids.fresh(), clock.instant(), clock.instant().minus(SILENCE))
        .compose(
            taken ->
                taken
                    .map(made -> make(made).compose(done -> makeAll()))
                    .orElseGet(Future::succeededFuture));
  }

  private Future<Void> make(ExportMakingStore.Made made) {
    return store
        .clear(database.pool(), made)
        .compose(clear -> new ExportWriter(vertx, database, files, clock, made).write())
        .compose(size -> store.end(database.pool(), made, Export.Status.READY, size))
        .<Void>mapEmpty()
        .recover(failure -> failed(made, failure));
  }

  /** One that was taken out of its maker's hands, or thrown away, is nobody's failure. */
  private Future<Void> failed(ExportMakingStore.Made made, Throwable failure) {
    if (failure instanceof ExportWriter.TakenAway) {
      return Future.succeededFuture();
    }
    LOG.error("export failed id={}", made.id(), failure);
    return store.end(database.pool(), made, Export.Status.FAILED, 0).mapEmpty();
  }
}
