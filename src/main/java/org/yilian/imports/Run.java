package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilian.db.Database;
import org.yilian.kernel.Field;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.sheets.SheetReader;
import org.yilian.sheets.SheetRow;
import org.yilian.sheets.Unreadable;

/**
 * One way through a spreadsheet, a few hundred rows at a time, so that its length costs no memory
 * but the key of each row. A check keeps the faults; a load enters the good rows of each piece and
 * how far it came in one transaction, so that one that was cut off goes on where it stopped.
 */
final class Run<T> {
  private final ImportStore store = new ImportStore();
  private final Map<String, Integer> rowOfKey = new HashMap<>();
  private final Set<String> refused = new HashSet<>();
  private final Ground on;
  private final Import what;
  private final Importer by;
  private final Intake<T> intake;
  private final boolean loads;
  private SheetReader reader;
  private Headings headings;
  private int faults;

  /** What every run stands on. */
  record Ground(Vertx vertx, Database database, Clock clock) {}

  Run(Ground on, Import what, Importer by, Intake<T> intake) {
    this.on = on;
    this.what = what;
    this.by = by;
    this.intake = intake;
    this.loads = what.status() == ImportStatus.LOADING;
  }

  /** A piece of the sheet: the rows that can be read, and what is wrong with the others. */
  private static final class Piece<T> {
    final List<T> rows = new ArrayList<>();
    final List<Integer> numbers = new ArrayList<>();
    final List<ImportStore.Fault> faults = new ArrayList<>();
    int bad;
    int lastRow;
    boolean last;
  }

  /** Another run has taken over: this one stops without a word. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
      super("overtaken", null, false, false);
    }
  }

  /** Goes through all of it. Fails with {@link Unreadable} where the file is no such sheet. */
  Future<Void> go(byte[] bytes) {
    return on.vertx()
        .executeBlocking(() -> open(bytes))
        .compose(ignored -> on.database().withConnection(c -> store.ignored(c, what.id(), ignored)))
        .compose(done -> piece())
        .eventually(() -> on.vertx().executeBlocking(this::close))
        .recover(
            failure ->
                failure instanceof Overtaken
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  private List<String> open(byte[] bytes) throws IOException, Unreadable {
    reader = SheetReader.open(bytes);
    List<SheetRow> first = reader.next(1);
    if (first.isEmpty()) {
      throw new Refused("表格是空的。");
    }
    headings = new Headings(intake.columns(), first.get(0));
    if (!headings.missing().isEmpty()) {
      throw new Refused("第一行缺少这些列：" + String.join("、", headings.missing()) + "。");
    }
    return headings.ignored();
  }

  /** The sheet is not what it should be; the message is for whoever handed it in. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why, null, false, false);
    }
  }

  private Void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    return null;
  }

  private Future<Void> piece() {
    return on.vertx()
        .executeBlocking(this::next)
        .compose(piece -> settle(piece).map(piece))
        .compose(piece -> piece.last ? Future.succeededFuture() : piece());
  }

  private Piece<T> next() throws Unreadable {
    Piece<T> piece = new Piece<>();
    List<SheetRow> rows = reader.next(intake.batch());
    piece.last = rows.size() < intake.batch();
    for (SheetRow row : rows) {
      piece.lastRow = row.number();
      read(piece, row);
    }
    return piece;
  }

  private void read(Piece<T> piece, SheetRow row) {
    List<Field> wrong = new ArrayList<>();
    JsonObject said = headings.row(row, wrong);
    intake.complete(said);
    Form form = Form.of(said);
    wrong.forEach(field -> form.fault(field.name(), field.reason()));
    try {
      T read = intake.read(by, form);
      form.check();
      Integer twin = rowOfKey.putIfAbsent(intake.keyOf(read), row.number());
      if (twin != null) {
        add(piece, row.number(), List.of(new Field("", "与第 " + twin + " 行重复。")));
        return;
      }
      piece.rows.add(read);
      piece.numbers.add(row.number());
    } catch (Refusal refusal) {
      add(piece, row.number(), refusal.fields());
    }
  }

  /** Of a cell that cannot be read its own fault is told, not that it is missing. */
  private void add(Piece<T> piece, int row, List<Field> fields) {
    piece.bad++;
    Set<String> told = new HashSet<>();
    for (Field field : fields) {
      if (told.add(field.name())) {
        piece.faults.add(new ImportStore.Fault(row, headings.of(field.name()), field.reason()));
      }
    }
  }

  private Future<Void> settle(Piece<T> piece) {
    return on.database()
        .inTransaction(
            client ->
                intake
                    .against(client, by, piece.rows, key -> stands(key, piece))
                    .map(against -> refuse(piece, against))
                    .compose(
                        against ->
                            loads ? load(client, piece, against) : check(client, piece, against)));
  }

  /** Whether a good row above this piece has the key. */
  private boolean stands(String key, Piece<T> piece) {
    Integer row = rowOfKey.get(key);
    return row != null && row < piece.numbers.get(0) && !refused.contains(key);
  }

  private Map<Integer, Field> refuse(Piece<T> piece, Map<Integer, Field> against) {
    against.keySet().forEach(at -> refused.add(intake.keyOf(piece.rows.get(at))));
    return against;
  }

  private Future<Void> check(SqlClient client, Piece<T> piece, Map<Integer, Field> against) {
    against.forEach((at, field) -> add(piece, piece.numbers.get(at), List.of(field)));
    int from = faults + 1;
    faults += piece.faults.size();
    piece.faults.sort((a, b) -> Integer.compare(a.row(), b.row()));
    return store
        .checked(
            client,
            what.id(),
            what.runId(),
            piece.rows.size() - against.size(),
            piece.bad,
            Math.max(piece.lastRow, what.lastRow()),
            on.clock().instant())
        .map(Run::orOvertaken)
        .compose(done -> store.addFaults(client, what.id(), from, piece.faults));
  }

  private Future<Void> load(SqlClient client, Piece<T> piece, Map<Integer, Field> against) {
    if (piece.lastRow <= what.lastRow()) {
      return Future.succeededFuture();
    }
    List<T> good = new ArrayList<>();
    for (int i = 0; i < piece.rows.size(); i++) {
      if (!against.containsKey(i) && piece.numbers.get(i) > what.lastRow()) {
        good.add(piece.rows.get(i));
      }
    }
    return store
        .loaded(client, what.id(), what.runId(), good.size(), piece.lastRow, on.clock().instant())
        .map(Run::orOvertaken)
        .compose(done -> intake.enter(client, by, good));
  }

  private static Void orOvertaken(boolean mine) {
    if (!mine) {
      throw new Overtaken();
    }
    return null;
  }
}
