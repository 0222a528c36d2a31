package org.yilian.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.yilian.kernel.Refusal;

/**
 * Where every picture is taken in, whether somebody says it in a room or hands it in as a paper: it
 * is turned upright once, and whatever else its file holds is dropped. A few threads and a short
 * queue of its own.
 */
public final class CleanPictures {
  private static final int THREADS = 2;
  private static final int WAITING = 8;

  private final AtomicInteger busy = new AtomicInteger();
  private final WorkerExecutor workers;

  public CleanPictures(Vertx vertx) {
    this.workers = vertx.createSharedWorkerExecutor("pictures", THREADS);
  }

  /**
   * The picture made anew; see {@link CleanPicture#of}.
   *
   * @param mostBytes of the upload
   * @return failed with 503 {@code try-again} when too many are in the making
   */
  public Future<CleanPicture> of(Buffer upload, int mostBytes) {
    if (busy.incrementAndGet() > WAITING) {
      busy.decrementAndGet();
      return Future.failedFuture(Refusal.tryAgain());
    }
    byte[] bytes = upload.getBytes();
    return workers
        .executeBlocking(() -> CleanPicture.of(bytes, mostBytes), false)
        .onComplete(done -> busy.decrementAndGet());
  }
}
