package org.yilian.documents;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.yilian.kernel.Refusal;

/**
 * Where documents are made: a few threads and a short queue, away from the event loops. When the
 * queue is full the next order is refused at once instead of waiting without end.
 */
final class Workshop implements AutoCloseable {
  private static final int SECONDS_TO_FINISH = 10;

  private final WorkshopTally tally = new WorkshopTally();
  private final Vertx vertx;
  private final ThreadPoolExecutor threads;

  Workshop(Vertx vertx, int workers, int places) {
    AtomicInteger number = new AtomicInteger();
    this.vertx = vertx;
    this.threads =
        new ThreadPoolExecutor(
            workers,
            workers,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(places),
            work -> new Thread(work, "documents-" + number.incrementAndGet()));
  }

  /**
   * Does the work on a thread of its own; the result arrives on the caller's context.
   *
   * @return failed with 503 {@code try-again} when there is no place left
   */
  <T> Future<T> make(Callable<T> work) {
    Context caller = vertx.getOrCreateContext();
    Promise<T> done = Promise.promise();
    long asked = System.nanoTime();
    try {
      threads.execute(
          () -> {
            long begun = System.nanoTime();
            boolean made = finish(work, caller, done);
            tally.done(made, begun - asked, System.nanoTime() - begun);
          });
    } catch (RejectedExecutionException e) {
      tally.refused();
      return Future.failedFuture(Refusal.tryAgain());
    }
    return done.future();
  }

  private static <T> boolean finish(Callable<T> work, Context caller, Promise<T> done) {
    try {
      T result = work.call();
      caller.runOnContext(none -> done.complete(result));
      return true;
    } catch (Exception | Error e) { // whatever it was, somebody waits for an answer
      caller.runOnContext(none -> done.fail(e));
      return false;
    }
  }

  /** How it stands now, and what it has done since the start. */
  WorkshopLoad load() {
    int waiting = threads.getQueue().size();
    int places = waiting + threads.getQueue().remainingCapacity();
    return tally.load(threads.getActiveCount(), waiting, places);
  }

  /** Finishes what was begun and takes no more. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
