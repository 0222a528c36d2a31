package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yilian.calendar.Deadline;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * The books of a host organisation, for its clerk: numbers, seals, services, prints, and archives
 * that were renewed. Seals, numbers and archives write themselves; of a print and of a service the
 * clerk says how many and to whom.
 */
public final class Books {
  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2999;
  private static final int LONGEST_PURPOSE = 200;

  private final BookStore store = new BookStore();
  private final ArchiveBookStore archives = new ArchiveBookStore();
  private final Database database;
  private final UnaryOperator<String> titles;
  private final Deadlines deadlines;
  private final Clock clock;

  /**
   * @param titles the title of a template by its name
   */
  public Books(Database database, UnaryOperator<String> titles, Deadlines deadlines, Clock clock) {
    this.database = database;
    this.titles = titles;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /**
   * One book of one year, in its order; this year's where none is named.
   *
   * @param name {@code numbers}, {@code seals}, {@code services}, {@code prints} or {@code
   *     archives}; others are 404
   */
  public Future<List<JsonObject>> read(Caller caller, String name, String yearText) {
    String host = host(caller);
    Book book = Book.named(name).orElseThrow(Refusal::notFound);
    int year = year(yearText);
    return database.withConnection(client -> read(client, book, host, year));
  }

  private Future<List<JsonObject>> read(SqlClient client, Book book, String host, int year) {
    return switch (book) {
      case NUMBERS -> store.numbers(client, host, year);
      case SEALS ->
          store.seals(client, host, year).map(rows -> rows.stream().map(this::withClock).toList());
      case SERVICES -> store.services(client, host, year);
      case PRINTS -> store.prints(client, host, year);
      case ARCHIVES ->
          archives
              .renewals(client, host, year)
              .map(rows -> rows.stream().map(this::titled).toList());
    };
  }

  /** The seal of an agreement starts the parties' thirty days, so it may not wait. */
  private JsonObject withClock(BookStore.SealRow row) {
    titled(row.shown());
    if (row.signedAt() == null) {
      return row.shown();
    }
    Deadline due = deadlines.after(Term.SEALING, Deadlines.dateOf(row.signedAt()));
    return row.shown()
        .put("signedAt", row.signedAt().toString())
        .put("dueOn", due.safeDate().toString())
        .put("late", due.isOverOn(Deadlines.dateOf(row.sealedAt())));
  }

  private JsonObject titled(JsonObject row) {
    return row.put("title", titles.apply(row.getString("template")));
  }

  private int year(String text) {
    if (text == null) {
      return Deadlines.dateOf(clock.instant()).getYear();
    }
    int year = text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Refusal.field("year", "年份应写作 2026 这样。");
    }
    return year;
  }

  /** Enters that copies of a sealed agreement were printed. */
  public Future<JsonObject> print(Caller caller, String agreementId, Form form) {
    Long copies = form.number("copies", 1, 100);
    String purpose = form.text("purpose", LONGEST_PURPOSE);
    form.check();
    BookStore.Entry entry = entry(caller, agreementId);
    return database.inTransaction(
        client ->
            sealed(client, caller, agreementId)
                .compose(checked -> store.print(client, entry, copies.intValue(), purpose))
                .map(kept -> JsonObject.of("id", entry.id(), "at", entry.at().toString())));
  }

  /** Enters that a sealed agreement was given to a party. */
  public Future<JsonObject> serve(Caller caller, String agreementId, Form form) {
    ServiceForm service = ServiceForm.of(form, Deadlines.dateOf(clock.instant()));
    BookStore.Entry entry = entry(caller, agreementId);
    return database.inTransaction(
        client ->
            sealed(client, caller, agreementId)
                .compose(checked -> store.concerns(client, agreementId, service.partyId()))
                .compose(
                    concerns ->
                        concerns
                            ? store.service(client, entry, service)
                            : Future.failedFuture(Refusal.field("partyId", "这份协议没有这位当事人。")))
                .map(kept -> JsonObject.of("id", entry.id(), "at", entry.at().toString())));
  }

  private BookStore.Entry entry(Caller caller, String agreementId) {
    return new BookStore.Entry(
        Ids.fresh(),
        agreementId,
        caller.principalId(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Future<Void> sealed(SqlClient client, Caller caller, String agreementId) {
    return store
        .sealed(client, agreementId, host(caller))
        .compose(
            found ->
                found.orElseThrow(Refusal::notFound)
                    ? Future.succeededFuture()
                    : Future.failedFuture(Refusal.conflict("not-sealed", "协议还没有盖章，盖章后才登记打印和送达。")));
  }

  private static String host(Caller caller) {
    if (!caller.is(Role.COMMITTEE_CLERK)) {
      throw Refusal.notFound();
    }
    return caller.staff().organisationId();
  }
}
