package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.yilian.db.Database;

/**
 * Makes the vectors that are missing, in small steps that each are kept: cut off anywhere, it goes
 * on where it was. One process of all that share a database does so at a time.
 */
final class VectorMaking {
  private static final int FETCHED = 512;
  private static final int BATCH = 8;
  private static final long LONGEST_BATCH_MINUTES = 5;

  private final VectorStore store = new VectorStore();
  private final Database database;
  private final WorkerExecutor worker;
  private final Supplier<Future<SentenceModel>> model;
  private volatile boolean stopped;

  VectorMaking(Vertx vertx, Database database, Supplier<Future<SentenceModel>> model) {
    this.database = database;
    this.model = model;
    worker =
        vertx.createSharedWorkerExecutor(
            "knowledge-vectors", 1, LONGEST_BATCH_MINUTES, TimeUnit.MINUTES);
  }

  /**
   * Makes all that are missing, unless another process is about it.
   *
   * @param more texts that stand in no table, such as the digest's
   * @param progress told after each step how many of how many are there
   * @return how many were made
   */
  Future<Integer> run(List<VectorStore.Missing> more, BiConsumer<Integer, Integer> progress) {
    return database
        .dedicated()
        .compose(
            session ->
                store
                    .lock(session)
                    .compose(held -> held ? make(more, progress) : Future.succeededFuture(0))
                    .eventually(session::close));
  }

  private Future<Integer> make(
      List<VectorStore.Missing> more, BiConsumer<Integer, Integer> progress) {
    return store
        .absent(database.pool(), more)
        .compose(this::embed)
        .compose(made -> step(made, progress));
  }

  private Future<Integer> step(int made, BiConsumer<Integer, Integer> progress) {
    if (stopped) {
      return Future.succeededFuture(made);
    }
    return store
        .missing(database.pool(), FETCHED)
        .compose(
            missing ->
                missing.isEmpty()
                    ? Future.succeededFuture(made)
                    : embed(missing)
                        .compose(count -> tell(progress).map(made + count))
                        .compose(count -> step(count, progress)));
  }

  private Future<Void> tell(BiConsumer<Integer, Integer> progress) {
    return store
        .progress(database.pool())
        .onSuccess(counts -> progress.accept(counts[0], counts[1]))
        .mapEmpty();
  }

  /** Those of like length together, since a batch is as long as its longest. */
  private Future<Integer> embed(List<VectorStore.Missing> missing) {
    if (missing.isEmpty()) {
      return Future.succeededFuture(0);
    }
    return model
        .get()
        .compose(
            loaded ->
                worker
                    .executeBlocking(() -> cut(loaded, missing))
                    .compose(cut -> embed(loaded, cut, 0)));
  }

  private record Cut(String print, long[] pieces) {}

  private static List<Cut> cut(SentenceModel model, List<VectorStore.Missing> missing) {
    return missing.stream()
        .map(one -> new Cut(one.print(), model.cut(Embedding.read(one.text()))))
        .sorted(Comparator.comparingInt(one -> one.pieces().length))
        .toList();
  }

  private Future<Integer> embed(SentenceModel model, List<Cut> cut, int from) {
    if (from >= cut.size() || stopped) {
      return Future.succeededFuture(Math.min(from, cut.size()));
    }
    List<Cut> batch = cut.subList(from, Math.min(cut.size(), from + BATCH));
    return worker
        .executeBlocking(() -> vectors(model, batch))
        .compose(
            vectors ->
                store.insert(database.pool(), batch.stream().map(Cut::print).toList(), vectors))
        .compose(in -> embed(model, cut, from + BATCH));
  }

  private static List<float[]> vectors(SentenceModel model, List<Cut> batch) throws IOException {
    return new ArrayList<>(List.of(model.embed(batch.stream().map(Cut::pieces).toList())));
  }

  void stop() {
    stopped = true;
    worker.close();
  }
}
