package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.db.FilesOnDisk;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * Collections of statutes or known questions that administrators hand in: each is compared with
 * what is there first, and taken in when told so. To everyone else they do not exist.
 */
public final class CollectionImports {
  private static final String BYTES = "application/octet-stream";
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int LISTED = 30;

  private final CollectionStore store = new CollectionStore();
  private final Database database;
  private final FilesOnDisk disk;
  private final CollectionRuns runs;
  private final Clock clock;

  public CollectionImports(
      Vertx vertx, Database database, StoredFiles files, Knowledge knowledge, Clock clock) {
    this.database = database;
    this.clock = clock;
    disk = new FilesOnDisk(vertx, clock);
    runs = new CollectionRuns(vertx, database, files, knowledge, clock);
  }

  /** Takes a file in and begins to compare it: {@code {id, status, …}}. */
  public Future<JsonObject> hand(Caller caller, String kindWord, String name, Path file) {
    String owner = Repeals.administrator(caller).principalId();
    Form form = Form.of(new JsonObject().put("kind", kindWord));
    CollectionKind kind = form.word("kind", CollectionKind.class);
    form.check();
    String id = Ids.fresh();
    return database
        .inTransaction(
            client ->
                store
                    .forgetFiles(client, clock.instant().minus(KEPT))
                    .compose(gone -> disk.put(client, owner, BYTES, file, "collection:" + id))
                    .map(kept -> handedIn(id, kind, name, kept.id(), owner))
                    .compose(fresh -> store.insert(client, fresh).map(fresh)))
        .onSuccess(runs::begin)
        .map(fresh -> fresh.toJson(clock.instant()));
  }

  private CollectionImport handedIn(
      String id, CollectionKind kind, String name, String fileId, String owner) {
    return CollectionImport.handedIn(
        id, kind, name, fileId, owner, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** The latest, newest first, without what each would change. */
  public Future<List<JsonObject>> list(Caller caller) {
    Repeals.administrator(caller);
    return database
        .withConnection(client -> store.latest(client, LISTED))
        .map(all -> all.stream().map(this::line).toList());
  }

  private JsonObject line(CollectionImport one) {
    JsonObject line = one.toJson(clock.instant());
    line.remove("outcome");
    return line;
  }

  /** One with what it would change, or did. */
  public Future<JsonObject> find(Caller caller, String id) {
    return one(caller, id).map(found -> found.toJson(clock.instant()));
  }

  private Future<CollectionImport> one(Caller caller, String id) {
    Repeals.administrator(caller);
    return database
        .withConnection(client -> store.find(client, id))
        .map((Optional<CollectionImport> found) -> found.orElseThrow(Refusal::notFound));
  }

  /** Takes it in: all of it or nothing. One that was cut off begins anew. */
  public Future<JsonObject> load(Caller caller, String id) {
    return one(caller, id)
        .compose(
            found -> {
              boolean compared = found.outcome() != null;
              if (!compared || !found.restsAt(clock.instant())) {
                throw Refusal.conflict("wrong-state", "还没有比对完，或者正在导入、已经导入，请刷新后再看。");
              }
              return runs.restart(found, CollectionStatus.LOADING);
            })
        .compose(begun -> find(caller, id));
  }

  /** Compares anew, as after a crash or after another import. */
  public Future<JsonObject> check(Caller caller, String id) {
    return one(caller, id)
        .compose(
            found -> {
              if (!found.restsAt(clock.instant())) {
                throw Refusal.conflict("wrong-state", "正在处理，或者已经导入，不能再比对。");
              }
              return runs.restart(found, CollectionStatus.CHECKING);
            })
        .compose(begun -> find(caller, id));
  }
}
