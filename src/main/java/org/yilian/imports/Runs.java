package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Vault;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.sheets.Unreadable;

/**
 * The files that were handed in, and the runs through them, which go on after the answer. A file is
 * kept sealed, since it holds numbers, and of people passwords, until it is entered.
 */
final class Runs {
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
  private static final String SEALED = "application/octet-stream";
  private static final int MOST_FORGOTTEN = 100;

  private final ImportStore store = new ImportStore();
  private final Vertx vertx;
  private final Database database;
  private final StoredFiles files;
  private final Vault vault;
  private final Clock clock;
  private final Run.Ground ground;

  Runs(Imports.Ground on) {
    vertx = on.vertx();
    database = on.database();
    files = on.files();
    vault = on.vault();
    clock = on.clock();
    ground = new Run.Ground(on.vertx(), on.database(), on.clock());
  }

  /** Keeps a file with what is to become of it. */
  Future<Import> keep(ImportKind kind, String name, Importer by, Buffer bytes) {
    String id = Ids.fresh();
    String owner = by.staff().principalId();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return vertx
        .executeBlocking(() -> Buffer.buffer(vault.sealBytes(bytes.getBytes())))
        .compose(
            cipher ->
                database.inTransaction(
                    client ->
                        files
                            .put(client, owner, SEALED, cipher, "import:" + id)
                            .map(file -> Import.handedIn(id, kind, name, file.id(), owner, now))
                            .compose(fresh -> store.insert(client, fresh).map(fresh))));
  }

  /** Begins the run that the import's status asks for. */
  void begin(Import what, Importer by, Intake<?> intake, byte[] bytes) {
    boolean loads = what.status() == ImportStatus.LOADING;
    new Run<>(ground, what, by, intake)
        .go(bytes)
        .compose(done -> end(what, loads ? ImportStatus.LOADED : ImportStatus.CHECKED, null))
        .recover(failure -> failed(what, failure))
        .onFailure(failure -> LOG.warn("import stopped id={} reason={}", what.id(), failure));
  }

  /** Throws away the files that nobody came back for; tells how many. */
  Future<Integer> forget(Duration silence) {
    return database.inTransaction(
        client ->
            store
                .abandoned(client, clock.instant().minus(silence), MOST_FORGOTTEN)
                .compose(found -> delete(client, found).map(found.size())));
  }

  private Future<Void> delete(SqlClient client, List<String> fileIds) {
    Future<Void> done = Future.succeededFuture();
    for (String id : fileIds) {
      done = done.compose(before -> files.delete(client, id));
    }
    return done;
  }

  private Future<Void> failed(Import what, Throwable failure) {
    boolean told = failure instanceof Run.Refused || failure instanceof Unreadable;
    if (!told) {
      LOG.warn("import failed id={}", what.id(), failure);
    }
    String why = told ? failure.getMessage() : "系统出错，没有做完，请再试一次。";
    return end(what, ImportStatus.FAILED, why);
  }

  /** What is entered needs its file no more. */
  private Future<Void> end(Import what, ImportStatus to, String failure) {
    return database.inTransaction(
        client ->
            store
                .end(client, what.id(), what.runId(), to, failure, clock.instant())
                .compose(
                    mine ->
                        mine && to == ImportStatus.LOADED
                            ? files.delete(client, what.fileId())
                            : Future.succeededFuture()));
  }

  /**
   * Takes over from whichever run had it and begins another one; 409 where somebody was quicker.
   */
  Future<Void> restart(Import found, Importer by, Intake<?> intake, ImportStatus to) {
    if (found.fileId() == null) {
      throw Refusal.conflict("file-gone", "表格放了很久没有导入，已经从系统中删除，请重新上传。");
    }
    return database
        .inTransaction(
            client ->
                store
                    .takeOver(client, found, to, Ids.fresh(), clock.instant())
                    .compose(mine -> mine ? reset(client, found, to) : taken())
                    .compose(done -> store.find(client, found.id())))
        .map(now -> now.orElseThrow())
        .compose(now -> bytes(now).map(bytes -> begun(now, by, intake, bytes)));
  }

  private Future<byte[]> bytes(Import one) {
    return database
        .withConnection(client -> files.bytes(client, one.fileId()))
        .compose(cipher -> vertx.executeBlocking(() -> vault.openBytes(cipher.getBytes())));
  }

  private Void begun(Import now, Importer by, Intake<?> intake, byte[] bytes) {
    begin(now, by, intake, bytes);
    return null;
  }

  /** A check begins anew; a load too, unless it goes on where one was cut off. */
  private Future<Void> reset(SqlClient client, Import found, ImportStatus to) {
    if (to == ImportStatus.CHECKING) {
      return store.clear(client, found.id());
    }
    return found.status() == ImportStatus.CHECKED
        ? store.fromTheTop(client, found.id())
        : Future.succeededFuture();
  }

  private static Future<Void> taken() {
    return Future.failedFuture(Refusal.conflict("wrong-state", "刚刚已经开始处理了，请刷新后再看。"));
  }
}
