package org.yilian.kernel;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Work that comes round again and again, one round at a time, however long one takes. */
public final class Periodic {
  private static final long NONE = -1;

  private final AtomicBoolean busy = new AtomicBoolean();
  private final Vertx vertx;
  private final long millis;
  private final Supplier<? extends Future<?>> round;
  private long timer = NONE;

  /**
   * @param millis from one round to the next, and before the first
   * @param round logs its failures itself: the next round comes in any case
   */
  public Periodic(Vertx vertx, long millis, Supplier<? extends Future<?>> round) {
    this.vertx = vertx;
    this.millis = millis;
    this.round = round;
  }

  public void start() {
    timer = vertx.setPeriodic(millis, millis, id -> unlessBusy());
  }

  public void stop() {
    vertx.cancelTimer(timer);
  }

  private void unlessBusy() {
    if (busy.compareAndSet(false, true)) {
      Future.<Void>succeededFuture()
          .compose(now -> round.get().<Void>mapEmpty())
          .onComplete(done -> busy.set(false));
    }
  }
}
