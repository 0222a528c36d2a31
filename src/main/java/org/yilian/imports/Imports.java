package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.OldDisputes;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.sheets.SheetWriter;
import org.yilian.sheets.Unreadable;

/**
 * Taking spreadsheets in: each is tried first, with every fault told by its row, and entered when
 * its owner says so. Nobody but its owner knows of one.
 */
public final class Imports {
  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final int MOST_BYTES = 20 << 20;
  private static final int LISTED = 50;
  private static final int MOST_FAULTS = 20_000;
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ImportStore store = new ImportStore();
  private final Database database;
  private final Areas areas;
  private final StoredFiles files;
  private final Clock clock;
  private final Run.Ground ground;
  private final Map<ImportKind, Intake<?>> intakes;

  /** What imports are built upon. */
  public record Ground(
      Vertx vertx,
      Database database,
      OldDisputes disputes,
      Areas areas,
      Organisations organisations,
      People people,
      StoredFiles files,
      Clock clock) {}

  public Imports(Ground on) {
    database = on.database();
    areas = on.areas();
    files = on.files();
    clock = on.clock();
    ground = new Run.Ground(on.vertx(), on.database(), on.clock());
    intakes =
        Map.of(
            ImportKind.DISPUTES, new DisputeIntake(on.disputes(), on.areas()),
            ImportKind.AREAS, new AreaIntake(on.areas()),
            ImportKind.ORGANISATIONS, new OrganisationIntake(on.organisations(), on.areas()),
            ImportKind.PEOPLE, new PersonIntake(on.people(), on.organisations()));
  }

  private Future<Importer> importer(Caller caller, ImportKind kind) {
    Caller.Staff staff = caller.staff();
    return database
        .withConnection(client -> areas.look(client, staff))
        .map(look -> new Importer(staff, look))
        .map(
            by -> {
              if (!intakes.get(kind).open(by)) {
                throw Refusal.notFound();
              }
              return by;
            });
  }

  /** An empty sheet of a kind with its headings. */
  public Future<Buffer> template(Caller caller, String kind) {
    ImportKind known = kind(kind);
    return importer(caller, known).map(by -> template(known));
  }

  private Buffer template(ImportKind kind) {
    String[] headings =
        intakes.get(kind).columns().stream()
            .map(column -> column.heading() + (column.needed() ? "*" : ""))
            .toArray(String[]::new);
    try (SheetWriter sheet = new SheetWriter("导入", headings)) {
      return sheet.finish();
    }
  }

  private static ImportKind kind(String word) {
    Form form = Form.of(new JsonObject().put("kind", word));
    ImportKind kind = form.word("kind", ImportKind.class);
    form.check();
    return kind;
  }

  /** Takes a file in and begins to try it: {@code {id, status, …}}. */
  public Future<JsonObject> hand(Caller caller, String kind, String name, Buffer bytes) {
    ImportKind known = kind(kind);
    if (bytes.length() > MOST_BYTES) {
      throw Refusal.of(413, "file-too-large", "文件不能超过 20 MB，请分成几个文件。");
    }
    Import fresh = fresh(known, name, caller.staff());
    return importer(caller, known)
        .compose(by -> keep(fresh, bytes).map(kept -> begin(kept, by, bytes, false)))
        .map(kept -> kept.toJson(clock.instant()));
  }

  private Import fresh(ImportKind kind, String name, Caller.Staff owner) {
    String plain = name == null || name.isBlank() ? "表格.xlsx" : name;
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Import(
        Ids.fresh(),
        kind,
        plain.substring(0, Math.min(120, plain.length())),
        null,
        owner.principalId(),
        ImportStatus.CHECKING,
        Ids.fresh(),
        0,
        0,
        0,
        0,
        List.of(),
        null,
        now,
        now);
  }

  private Future<Import> keep(Import fresh, Buffer bytes) {
    return database.inTransaction(
        client ->
            files
                .put(client, fresh.ownerId(), SHEET, bytes, "import:" + fresh.id())
                .map(file -> withFile(fresh, file.id()))
                .compose(kept -> store.insert(client, kept).map(kept)));
  }

  private static Import withFile(Import one, String fileId) {
    return new Import(
        one.id(),
        one.kind(),
        one.name(),
        fileId,
        one.ownerId(),
        one.status(),
        one.runId(),
        one.good(),
        one.bad(),
        one.loaded(),
        one.lastRow(),
        one.ignored(),
        one.failure(),
        one.createdAt(),
        one.touchedAt());
  }

  /** Begins a run that goes on after the answer. */
  private Import begin(Import what, Importer by, Buffer bytes, boolean loads) {
    new Run<>(ground, what, by, intakes.get(what.kind()), loads)
        .go(bytes.getBytes())
        .compose(done -> end(what, loads ? ImportStatus.LOADED : ImportStatus.CHECKED, null))
        .recover(failure -> failed(what, failure))
        .onFailure(failure -> LOG.warn("import stopped id={} reason={}", what.id(), failure));
    return what;
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

  /** The caller's own, newest first. */
  public Future<List<JsonObject>> list(Caller caller) {
    Caller.Staff staff = caller.staff();
    return database
        .withConnection(client -> store.ofOwner(client, staff.principalId(), LISTED))
        .map(all -> all.stream().map(one -> one.toJson(clock.instant())).toList());
  }

  public Future<JsonObject> find(Caller caller, String id) {
    return database
        .withConnection(client -> own(client, caller, id))
        .map(found -> found.toJson(clock.instant()));
  }

  private Future<Import> own(SqlClient client, Caller caller, String id) {
    String owner = caller.staff().principalId();
    return store
        .find(client, id)
        .map(found -> found.filter(one -> one.ownerId().equals(owner)))
        .map(found -> found.orElseThrow(Refusal::notFound));
  }

  /** The faults behind the n-th, by their rows: {@code {items, next?}}. */
  public Future<JsonObject> faults(Caller caller, String id, long after, int limit) {
    return database
        .withConnection(
            client ->
                own(client, caller, id)
                    .compose(found -> store.faults(client, id, (int) after, limit)))
        .map(
            found -> {
              JsonObject page = JsonObject.of("items", new JsonArray(found));
              return found.size() < limit
                  ? page
                  : page.put("next", String.valueOf(found.get(found.size() - 1).getInteger("n")));
            });
  }

  /** The faults as a workbook, for whoever mends the file. */
  public Future<Buffer> faultSheet(Caller caller, String id) {
    return database
        .withConnection(
            client ->
                own(client, caller, id).compose(found -> store.faults(client, id, 0, MOST_FAULTS)))
        .compose(found -> ground.vertx().executeBlocking(() -> sheet(found)));
  }

  private static Buffer sheet(List<JsonObject> faults) {
    try (SheetWriter sheet = new SheetWriter("问题", "行", "列", "原因")) {
      faults.forEach(
          one ->
              sheet.row(one.getInteger("row"), one.getString("heading"), one.getString("reason")));
      return sheet.finish();
    }
  }

  /**
   * Enters what is good: {@code {goodOnly?}}; where there are faults only if told so. One that was
   * cut off goes on where it stopped.
   */
  public Future<JsonObject> load(Caller caller, String id, Form form) {
    boolean goodOnly = Boolean.TRUE.equals(form.optionalFlag("goodOnly"));
    form.check();
    return database
        .withConnection(client -> own(client, caller, id))
        .compose(found -> importer(caller, found.kind()).compose(by -> load(found, by, goodOnly)))
        .compose(begun -> find(caller, id));
  }

  private Future<Import> load(Import found, Importer by, boolean goodOnly) {
    boolean again = found.status() == ImportStatus.LOADING && found.stalledAt(clock.instant());
    boolean failedBefore = found.status() == ImportStatus.FAILED && found.loaded() > 0;
    if (found.status() != ImportStatus.CHECKED && !again && !failedBefore) {
      throw Refusal.conflict("wrong-state", "还没有检查完，或者正在导入、已经导入，请刷新后再看。");
    }
    if (found.bad() > 0 && !goodOnly) {
      throw Refusal.conflict("has-faults", "有 " + found.bad() + " 行有问题。改好再传，或者选择只导入没有问题的行。");
    }
    String run = Ids.fresh();
    boolean fromTheTop = found.status() == ImportStatus.CHECKED;
    return database
        .inTransaction(
            client ->
                store
                    .takeOver(client, found, ImportStatus.LOADING, run, clock.instant())
                    .compose(mine -> mine ? start(client, found, fromTheTop) : taken()))
        .compose(done -> database.withConnection(client -> store.find(client, found.id())))
        .map(now -> now.orElseThrow())
        .compose(
            now ->
                database
                    .withConnection(client -> files.bytes(client, now.fileId()))
                    .map(bytes -> begin(now, by, bytes, true)));
  }

  private Future<Void> start(SqlClient client, Import found, boolean fromTheTop) {
    return fromTheTop ? store.fromTheTop(client, found.id()) : Future.succeededFuture();
  }

  private static Future<Void> taken() {
    return Future.failedFuture(Refusal.conflict("wrong-state", "刚刚已经开始导入了，请刷新后再看。"));
  }

  /** Tries the file again, as after a crash or once more areas are there. */
  public Future<JsonObject> check(Caller caller, String id) {
    return database
        .withConnection(client -> own(client, caller, id))
        .compose(found -> importer(caller, found.kind()).compose(by -> check(found, by)))
        .compose(begun -> find(caller, id));
  }

  private Future<Import> check(Import found, Importer by) {
    boolean busy = found.status().running() && !found.stalledAt(clock.instant());
    if (busy || found.loaded() > 0 || found.status() == ImportStatus.LOADED) {
      throw Refusal.conflict("wrong-state", "正在处理，或者已经导入，不能再检查。");
    }
    return database
        .inTransaction(
            client ->
                store
                    .takeOver(client, found, ImportStatus.CHECKING, Ids.fresh(), clock.instant())
                    .compose(mine -> mine ? store.clear(client, found.id()) : taken()))
        .compose(done -> database.withConnection(client -> store.find(client, found.id())))
        .map(now -> now.orElseThrow())
        .compose(
            now ->
                database
                    .withConnection(client -> files.bytes(client, now.fileId()))
                    .map(bytes -> begin(now, by, bytes, false)));
  }
}
