package org.yilian.kernel;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.IntFunction;

/**
 * Steps that follow one another, thousands of them: composed into each other they would lie on the
 * stack all at once when the last is done.
 */
public final class Series {
  private Series() {}

  /**
   * Takes every step from the first to the last, each after the one before; the first that fails is
   * the last that is taken.
   *
   * @param step answers later than it is asked, as everything does that asks a database
   */
  public static Future<Void> each(int first, int last, IntFunction<Future<Void>> step) {
    Promise<Void> done = Promise.promise();
    take(first, last, step, done);
    return done.future();
  }

  private static void take(int n, int last, IntFunction<Future<Void>> step, Promise<Void> done) {
    if (n > last) {
      done.complete();
      return;
    }
    Future.<Void>succeededFuture()
        .compose(now -> step.apply(n))
        .onSuccess(taken -> take(n + 1, last, step, done))
        .onFailure(done::fail);
  }
}
