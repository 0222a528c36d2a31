package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.sheets.SheetWriter;

/**
 * 以案定补: what each mediator brought about in a term, by which a place pays its subsidy. What a case
 * is worth is for the place to say; here stand the counts alone.
 */
public final class Subsidies {
  private static final Texts TEXTS = Texts.of("records");

  private final SubsidyStore store = new SubsidyStore();
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  public Subsidies(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * The mediators of a clerk's own committee, or of the area of a centre: {@code {from?, to?}},
   * this month if nothing is said.
   */
  public Future<List<JsonObject>> list(Caller caller, JsonObject query) {
    Caller.Staff staff = caller.staff();
    Form form = Form.of(query);
    LocalDate today = Deadlines.dateOf(clock.instant());
    LocalDate from = form.optionalDate("from");
    LocalDate to = form.optionalDate("to");
    LocalDate first = from == null ? today.withDayOfMonth(1) : from;
    LocalDate last = to == null ? today : to;
    if (last.isBefore(first)) {
      form.fault("to", "结束日期不能早于开始日期。");
    }
    form.check();
    return database.withConnection(
        client ->
            ledger
                .look(client, staff)
                .compose(
                    look -> store.of(client, first, last, committee(staff, look), areas(look))));
  }

  private static String committee(Caller.Staff staff, Look look) {
    boolean clerk = staff.is(Role.COMMITTEE_CLERK);
    if (!clerk && areas(look).isEmpty()) {
      throw Refusal.notFound();
    }
    return clerk ? staff.organisationId() : null;
  }

  private static List<String> areas(Look look) {
    return look.centre().isPresent() ? look.areas() : List.of();
  }

  /** The same as a workbook. */
  public Future<Buffer> xlsx(Caller caller, JsonObject query) {
    return list(caller, query).map(Subsidies::sheet);
  }

  private static Buffer sheet(List<JsonObject> lines) {
    String[] heading = TEXTS.get("subsidies.heading").split(",");
    try (SheetWriter sheet = new SheetWriter(TEXTS.get("subsidies.sheet"), heading)) {
      lines.forEach(
          one ->
              sheet.row(
                  one.getString("organisation"),
                  one.getString("name"),
                  one.getLong("written"),
                  one.getLong("spoken"),
                  one.getLong("written") + one.getLong("spoken"),
                  one.getLong("others")));
      sheet.row(TEXTS.get("subsidies.note"));
      return sheet.finish();
    }
  }
}
