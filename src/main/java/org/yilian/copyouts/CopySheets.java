package org.yilian.copyouts;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Constraints;
import org.yilian.db.Database;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.sheets.SheetWriter;

/**
 * 抄录单: what a place has to type into another platform, dispute by dispute and in that platform's
 * order, with who copied what. What changed after it was copied shows again.
 */
public final class CopySheets {
  private static final Texts TEXTS = Texts.of("copyouts");
  private static final int MOST = 2_000;
  private static final int MOST_MARKED = 200;
  private static final int MOST_DAYS = 92;

  private final CopySheetStore store = new CopySheetStore();
  private final CopyForms forms;
  private final Vertx vertx;
  private final Database database;
  private final Areas areas;
  private final Clock clock;

  public CopySheets(Vertx vertx, Database database, Areas areas, CopyForms forms, Clock clock) {
    this.vertx = vertx;
    this.database = database;
    this.areas = areas;
    this.forms = forms;
    this.clock = clock;
  }

  /** Which disputes are asked for. */
  private record Asked(String area, LocalDate from, LocalDate to, Optional<CopyLine.State> state) {}

  /** A form with its lines. */
  private record Sheet(CopyForm form, List<CopyLine> lines, boolean more) {
    List<CopyLine> of(Optional<CopyLine.State> state) {
      return lines.stream().filter(line -> state.map(line.state()::equals).orElse(true)).toList();
    }

    long count(CopyLine.State state) {
      return lines.stream().filter(line -> line.state() == state).count();
    }
  }

  /**
   * {@code {area?, from?, to?, state?}}, the caller's area and this month if nothing is said; the
   * first 2,000 of the term. {@code {form, items, counts, more}}; the counts are of all states.
   */
  public Future<JsonObject> of(Caller caller, String formId, JsonObject query) {
    Asked asked = asked(query);
    return sheet(caller, formId, asked)
        .map(
            sheet -> {
              JsonObject counts = new JsonObject();
              for (CopyLine.State state : CopyLine.State.values()) {
                counts.put(state.name(), sheet.count(state));
              }
              return new JsonObject()
                  .put("form", sheet.form().toJson())
                  .put(
                      "items",
                      new JsonArray(
                          sheet.of(asked.state()).stream().map(CopyLine::toJson).toList()))
                  .put("counts", counts)
                  .put("more", sheet.more());
            });
  }

  private Asked asked(JsonObject query) {
    Form form = Form.of(query);
    LocalDate today = Deadlines.dateOf(clock.instant());
    LocalDate from = form.optionalDate("from");
    LocalDate to = form.optionalDate("to");
    LocalDate first = from == null ? today.withDayOfMonth(1) : from;
    LocalDate last = to == null ? today : to;
    if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
      form.fault("to", "请选择不超过三个月的一段时间，结束不早于开始。");
    }
    String area = form.optionalText("area", 15);
    CopyLine.State state = form.optionalWord("state", CopyLine.State.class);
    form.check();
    return new Asked(area, first, last, Optional.ofNullable(state));
  }

  private Future<Sheet> sheet(Caller caller, String formId, Asked asked) {
    return database.withConnection(
        client -> copier(client, caller, formId).compose(copier -> read(client, copier, asked)));
  }

  /** Who copies out, and the form that he fills in. */
  private record Copier(Look look, CopyForm form) {}

  private Future<Copier> copier(SqlClient client, Caller caller, String formId) {
    Caller.Staff staff = caller.staff();
    return areas
        .look(client, staff)
        .map(look -> CopyForms.copier(staff, look))
        .compose(look -> forms.inForce(client, look, formId).map(form -> new Copier(look, form)));
  }

  private Future<Sheet> read(SqlClient client, Copier copier, Asked asked) {
    CopyForm form = copier.form();
    String area = asked.area() == null ? copier.look().areas().get(0) : asked.area();
    if (!copier.look().oversees(area)) {
      return Future.failedFuture(Refusal.notFound());
    }
    return store
        .within(client, form, area, asked.from(), asked.to(), MOST + 1)
        .map(
            lines ->
                lines.size() > MOST
                    ? new Sheet(form, lines.subList(0, MOST), true)
                    : new Sheet(form, lines, false));
  }

  /** The same as a workbook: the form's own columns, then what became of each line. */
  public Future<Buffer> xlsx(Caller caller, String formId, JsonObject query) {
    Asked asked = asked(query);
    return sheet(caller, formId, asked)
        .compose(sheet -> vertx.executeBlocking(() -> workbook(sheet, asked)));
  }

  private static Buffer workbook(Sheet sheet, Asked asked) {
    List<String> heading = new ArrayList<>();
    sheet.form().fields().forEach(field -> heading.add(field.label()));
    heading.addAll(List.of(TEXTS.get("heading.marks").split(",")));
    try (SheetWriter out = new SheetWriter(TEXTS.get("sheet"), heading.toArray(String[]::new))) {
      for (CopyLine line : sheet.of(asked.state())) {
        List<Object> cells = new ArrayList<>(line.values());
        cells.add(line.number());
        cells.add(TEXTS.get("state." + line.state()));
        boolean marked = line.state() != CopyLine.State.UNCOPIED;
        cells.add(marked ? line.mark().by() : null);
        cells.add(marked ? line.mark().at() : null);
        out.row(cells.toArray());
      }
      if (sheet.more()) {
        out.row(TEXTS.get("more", String.valueOf(MOST)));
      }
      return out.finish();
    }
  }

  /**
   * Says that these were copied: {@code {items: [{disputeId, token}]}}, the token as the sheet had
   * it. {@code {items: [{disputeId, done, code?, by?}], done}}: one that changed since the look is
   * {@code changed-meanwhile}, one that somebody else copied first {@code copied-already} with his
   * name.
   */
  public Future<JsonObject> mark(Caller caller, String formId, Form form) {
    Map<String, String> tokens = new LinkedHashMap<>();
    form.objects(
        "items", MOST_MARKED, one -> tokens.put(one.text("disputeId", 64), one.text("token", 64)));
    if (tokens.isEmpty()) {
      form.fault("items", "请选择已经抄好的纠纷。");
    }
    form.check();
    return change(
        caller,
        formId,
        List.copyOf(tokens.keySet()),
        (client, lines) -> markAll(client, caller, tokens, lines));
  }

  /** What is done with lines that are held. */
  private interface Act<T> {
    Future<T> on(SqlClient client, List<CopyLine> lines);
  }

  private <T> Future<T> change(Caller caller, String formId, List<String> disputeIds, Act<T> act) {
    return database
        .inTransaction(
            client ->
                copier(client, caller, formId)
                    .compose(by -> store.held(client, by.form(), by.look().areas(), disputeIds))
                    .compose(lines -> act.on(client, lines)))
        .recover(
            Constraints.refusing(
                "copy_marks_pkey",
                () -> Refusal.conflict("changed-meanwhile", "刚刚有人也在登记抄录，请刷新后再看。")));
  }

  private Future<JsonObject> markAll(
      SqlClient client, Caller caller, Map<String, String> tokens, List<CopyLine> lines) {
    Map<String, CopyLine> byId = new HashMap<>();
    lines.forEach(line -> byId.put(line.disputeId(), line));
    if (!byId.keySet().containsAll(tokens.keySet())) {
      return Future.failedFuture(Refusal.notFound());
    }
    JsonArray items = new JsonArray();
    int done = 0;
    Future<Void> marked = Future.succeededFuture();
    for (Map.Entry<String, String> one : tokens.entrySet()) {
      CopyLine line = byId.get(one.getKey());
      JsonObject item = judged(line, one.getValue());
      items.add(item);
      if (item.getBoolean("done")) {
        done++;
        marked =
            marked.compose(
                before -> store.mark(client, line, line.digests(), caller.principalId(), now()));
      }
    }
    JsonObject answer = new JsonObject().put("items", items).put("done", done);
    return marked.map(answer);
  }

  private static JsonObject judged(CopyLine line, String token) {
    JsonObject item = new JsonObject().put("disputeId", line.disputeId());
    if (!line.token().equals(token)) {
      return item.put("done", false).put("code", "changed-meanwhile");
    }
    return line.state() == CopyLine.State.COPIED
        ? item.put("done", false).put("code", "copied-already").put("by", line.mark().by())
        : item.put("done", true);
  }

  /** Takes the mark of a dispute back, as after a slip. */
  public Future<Void> unmark(Caller caller, String formId, String disputeId) {
    return change(
        caller,
        formId,
        List.of(disputeId),
        (client, lines) -> {
          CopyLine line = lines.stream().findFirst().orElseThrow(Refusal::notFound);
          return line.state() == CopyLine.State.UNCOPIED
              ? Future.succeededFuture()
              : store.mark(client, line, null, caller.principalId(), now());
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
