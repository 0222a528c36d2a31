package org.yilian.rooms;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * The one event loop that owns the state of the open rooms, so that none of it needs a lock. Made
 * on the server's own loop, a call costs nothing; from any other thread it hops.
 */
public final class Loop {
  private final Vertx vertx;
  private final Context context;
  private volatile Thread thread;

  public Loop(Vertx vertx) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    context.runOnContext(started -> thread = Thread.currentThread());
  }

  /** Runs the task on the loop, at once where the caller is on it already. */
  void run(Runnable task) {
    if (Thread.currentThread() == thread) {
      task.run();
    } else {
      context.runOnContext(hop -> task.run());
    }
  }

  /** As {@link #run}, for work that has a result. */
  <T> Future<T> call(Supplier<Future<T>> work) {
    Promise<T> promise = Promise.promise();
    run(() -> work.get().onComplete(promise));
    return promise.future();
  }

  /** The same outcome, told on the loop. */
  <T> Future<T> here(Future<T> outcome) {
    Promise<T> promise = Promise.promise();
    outcome.onComplete((result, failure) -> run(() -> promise.complete(result, failure)));
    return promise.future();
  }

  /** Runs the task on the loop after so many milliseconds; the id cancels it. */
  long after(long millis, Runnable task) {
    return vertx.setTimer(millis, id -> run(task));
  }

  /** Runs the task on the loop again and again; the id cancels it. */
  long every(long millis, Runnable task) {
    return vertx.setPeriodic(millis, id -> run(task));
  }

  void cancel(long timer) {
    vertx.cancelTimer(timer);
  }
}
