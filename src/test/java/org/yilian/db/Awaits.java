package org.yilian.db;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Futures as a test's own thread sees them. */
final class Awaits {
  private static final int PATIENCE_SECONDS = 60;
  private static final int RETRY_MILLIS = 100;

  private Awaits() {}

  static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  static <F extends Throwable> F failed(Class<F> kind, Future<?> future) {
    Throwable cause =
        assertThrows(
                ExecutionException.class,
                () ->
                    future
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS))
            .getCause();
    return assertThrows(
        kind,
        () -> {
          throw cause;
        });
  }

  /** Tries again until it succeeds; the test's own patience ends it. */
  static <T> Future<T> eventually(Vertx vertx, Supplier<Future<T>> attempt) {
    return attempt
        .get()
        .recover(failure -> vertx.timer(RETRY_MILLIS).compose(next -> eventually(vertx, attempt)));
  }
}
