package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.db.FilesOnDisk;
import org.yilian.db.StoredFiles;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.knowledge.sources.StatuteFiles;
import org.yilian.knowledge.sources.Unreadable;

/** The runs through collections, which go on after the answer: comparing, then taking in. */
final class CollectionRuns {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionRuns.class);
  private static final int STEP = 50;

  private final CollectionStore store = new CollectionStore();
  private final Vertx vertx;
  private final Database database;
  private final StoredFiles files;
  private final Knowledge knowledge;
  private final FilesOnDisk disk;
  private final StatuteImports statutes;
  private final KnownQuestions questions;
  private final Clock clock;

  /** One collection in memory at a time. */
  private Future<Void> turn = Future.succeededFuture();

  CollectionRuns(
      Vertx vertx, Database database, StoredFiles files, Knowledge knowledge, Clock clock) {
    this.vertx = vertx;
    this.knowledge = knowledge;
    this.database = database;
    this.files = files;
    this.clock = clock;
    disk = new FilesOnDisk(vertx, clock);
    statutes = new StatuteImports(vertx, database, clock);
    questions = new KnownQuestions(database, clock);
  }

  /** Takes over from whichever run had it; 409 where somebody was quicker. */
  Future<Void> restart(CollectionImport found, CollectionStatus to) {
    return database
        .inTransaction(
            client ->
                store
                    .takeOver(client, found, to, Ids.fresh(), clock.instant())
                    .compose(
                        mine -> mine ? store.find(client, found.id()) : CollectionRuns.taken()))
        .map(now -> now.orElseThrow(Refusal::notFound))
        .onSuccess(this::begin)
        .mapEmpty();
  }

  private static <T> Future<T> taken() {
    return Future.failedFuture(Refusal.conflict("wrong-state", "刚刚已经开始处理了，请刷新后再看。"));
  }

  /** Begins the run that the status asks for, once the one before has ended. */
  synchronized void begin(CollectionImport one) {
    turn = turn.transform(before -> run(one));
  }

  private Future<Void> run(CollectionImport one) {
    boolean loads = one.status() == CollectionStatus.LOADING;
    CollectionStatus to = loads ? CollectionStatus.LOADED : CollectionStatus.CHECKED;
    return onDisk(one, file -> loads ? load(one, file) : preview(one, file))
        .compose(outcome -> end(one, to, outcome, null))
        .onSuccess(ended -> knowledge.changed())
        .recover(failure -> failed(one, failure))
        .onFailure(failure -> LOG.warn("collection stopped id={}", one.id(), failure));
  }

  private Future<JsonObject> onDisk(CollectionImport one, Function<Path, Future<JsonObject>> work) {
    return vertx
        .executeBlocking(() -> Files.createTempFile("yilian-collection", ""), false)
        .compose(
            file ->
                database
                    .withConnection(client -> disk.fetch(client, one.fileId(), file))
                    .compose(fetched -> work.apply(file))
                    .eventually(() -> vertx.executeBlocking(() -> deleted(file), false)));
  }

  private static Void deleted(Path file) throws IOException {
    Files.deleteIfExists(file);
    return null;
  }

  private Future<JsonObject> preview(CollectionImport one, Path file) {
    return one.kind() == CollectionKind.STATUTES
        ? vertx
            .executeBlocking(() -> StatuteFiles.read(file, one.name()), false)
            .compose(statutes::preview)
        : vertx
            .executeBlocking(() -> KnownQuestions.read(file, one.name()), false)
            .compose(questions::preview);
  }

  private Future<JsonObject> load(CollectionImport one, Path file) {
    return one.kind() == CollectionKind.STATUTES
        ? vertx
            .executeBlocking(() -> StatuteFiles.read(file, one.name()), false)
            .compose(read -> statutes.take(read, one.name(), one.ownerId(), telling(one)))
            .map(CollectionRuns::told)
        : vertx
            .executeBlocking(() -> KnownQuestions.read(file, one.name()), false)
            .compose(asked -> questions.take(asked, one.name(), one.ownerId()))
            .map(taken -> JsonObject.of("taken", taken));
  }

  private static JsonObject told(StatuteImports.Outcome outcome) {
    return outcome.toJson().put("changedAnything", outcome.changedAnything());
  }

  private BiConsumer<Integer, Integer> telling(CollectionImport one) {
    return (done, total) -> {
      if (done % STEP == 0 || done.equals(total)) {
        store
            .progress(database.pool(), one, done, total, clock.instant())
            .onFailure(failure -> LOG.warn("progress is not told id={}", one.id(), failure));
      }
    };
  }

  private Future<Void> failed(CollectionImport one, Throwable failure) {
    boolean told = failure instanceof Unreadable;
    if (!told) {
      LOG.warn("collection failed id={}", one.id(), failure);
    }
    String why = told ? failure.getMessage() : "系统出错，没有做完，库里什么也没有改变，请再试一次。";
    return end(one, CollectionStatus.FAILED, null, why);
  }

  /** What is in needs its file no more. */
  private Future<Void> end(
      CollectionImport one, CollectionStatus to, JsonObject outcome, String failure) {
    return database.inTransaction(
        client ->
            store
                .end(client, one, to, outcome, failure, clock.instant())
                .compose(
                    mine ->
                        mine && to == CollectionStatus.LOADED
                            ? files.delete(client, one.fileId())
                            : Future.succeededFuture()));
  }
}
