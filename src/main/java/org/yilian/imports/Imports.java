package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
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
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;
import org.yilian.kernel.Periodic;
import org.yilian.kernel.Refusal;
import org.yilian.rosters.Rosters;
import org.yilian.sheets.SheetWriter;

/**
 * Taking spreadsheets in: each is tried first, with every fault told by its row, and entered when
 * its owner says so. Nobody but its owner knows of one.
 */
public final class Imports {
  private static final int MOST_BYTES = 20 << 20;
  private static final int LISTED = 50;
  private static final int MOST_FAULTS = 20_000;
  private static final Duration SILENCE = Duration.ofDays(7);
  private static final long SWEEP_MILLIS = 60 * 60_000;
  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

  private final ImportStore store = new ImportStore();
  private final Database database;
  private final Areas areas;
  private final Vertx vertx;
  private final Clock clock;
  private final Runs runs;
  private final Periodic rounds;
  private final Map<ImportKind, Intake<?>> intakes;

  /** What imports are built upon. */
  public record Ground(
      Vertx vertx,
      Database database,
      OldDisputes disputes,
      Areas areas,
      Organisations organisations,
      People people,
      Rosters rosters,
      StoredFiles files,
      Vault vault,
      Clock clock) {}

  public Imports(Ground on) {
    database = on.database();
    areas = on.areas();
    vertx = on.vertx();
    clock = on.clock();
    runs = new Runs(on);
    rounds = new Periodic(vertx, SWEEP_MILLIS, this::sweep);
    intakes =
        Map.of(
            ImportKind.DISPUTES, new DisputeIntake(on.disputes(), on.areas()),
            ImportKind.AREAS, new AreaIntake(on.areas()),
            ImportKind.ORGANISATIONS, new OrganisationIntake(on.organisations(), on.areas()),
            ImportKind.PEOPLE, new PersonIntake(on.people(), on.organisations()),
            ImportKind.SHIFTS, new ShiftIntake(on.rosters(), on.people()));
  }

  /** Throws files away from now on that nobody came back for. */
  public void start() {
    rounds.start();
  }

  public void stop() {
    rounds.stop();
  }

  /** A file holds numbers, and perhaps passwords: one that nobody enters is kept for a week. */
  public Future<Integer> sweep() {
    return runs.forget(SILENCE)
        .onFailure(failure -> LOG.warn("files forgotten later reason={}", failure.toString()));
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
    return importer(caller, known)
        .compose(by -> runs.keep(known, name, by, bytes).map(kept -> begin(kept, by, bytes)))
        .map(kept -> kept.toJson(clock.instant()));
  }

  private Import begin(Import what, Importer by, Buffer bytes) {
    runs.begin(what, by, intakes.get(what.kind()), bytes.getBytes());
    return what;
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
        .compose(found -> vertx.executeBlocking(() -> sheet(found)));
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

  private Future<Void> load(Import found, Importer by, boolean goodOnly) {
    boolean again = found.status() == ImportStatus.LOADING && found.stalledAt(clock.instant());
    boolean failedBefore = found.status() == ImportStatus.FAILED && found.loaded() > 0;
    if (found.status() != ImportStatus.CHECKED && !again && !failedBefore) {
      throw Refusal.conflict("wrong-state", "还没有检查完，或者正在导入、已经导入，请刷新后再看。");
    }
    if (found.bad() > 0 && !goodOnly) {
      throw Refusal.conflict("has-faults", "有 " + found.bad() + " 行有问题。改好再传，或者选择只导入没有问题的行。");
    }
    return runs.restart(found, by, intakes.get(found.kind()), ImportStatus.LOADING);
  }

  /** Tries the file again, as after a crash or once more areas are there. */
  public Future<JsonObject> check(Caller caller, String id) {
    return database
        .withConnection(client -> own(client, caller, id))
        .compose(found -> importer(caller, found.kind()).compose(by -> check(found, by)))
        .compose(begun -> find(caller, id));
  }

  private Future<Void> check(Import found, Importer by) {
    boolean busy = found.status().running() && !found.stalledAt(clock.instant());
    if (busy || found.loaded() > 0 || found.status() == ImportStatus.LOADED) {
      throw Refusal.conflict("wrong-state", "正在处理，或者已经导入，不能再检查。");
    }
    return runs.restart(found, by, intakes.get(found.kind()), ImportStatus.CHECKING);
  }
}
