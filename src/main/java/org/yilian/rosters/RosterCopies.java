package org.yilian.rosters;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.db.Constraints;
import org.yilian.db.Database;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisations;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/** One week of a roster entered again for another one. */
public final class RosterCopies {
  private static final int WEEK = 7;

  private final ShiftStore shifts = new ShiftStore();
  private final Database database;
  private final Keepers keepers;
  private final WorkingDays days;
  private final Audit audit;
  private final Clock clock;

  public RosterCopies(
      Database database,
      Areas areas,
      Organisations organisations,
      WorkingDays days,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.keepers = new Keepers(organisations, areas);
    this.days = days;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which week onto which, and whether days off are kept as well. */
  private record Asked(String organisationId, LocalDate from, LocalDate to, boolean daysOff) {}

  /** What became of the shifts of the week. */
  private static final class Tally {
    private final JsonArray skipped = new JsonArray();
    private int made;
    private int clashes;
    private int unknownDays;

    JsonObject toJson() {
      return new JsonObject()
          .put("made", made)
          .put("clashes", clashes)
          .put("skipped", skipped)
          .put("unknownDays", unknownDays);
    }
  }

  /**
   * {@code {organisationId, from, to, daysOff?}}: the seven days from the first day, entered again
   * from the other. A day off is left out unless told otherwise; of a day beyond the calendar
   * nobody knows, so it is entered and counted. {@code {made, clashes, skipped: [{date, off}],
   * unknownDays}}.
   */
  public Future<JsonObject> copy(Caller caller, Form form) {
    LocalDate from = form.optionalDate("from");
    LocalDate to = form.optionalDate("to");
    Boolean daysOff = form.optionalFlag("daysOff");
    if (from == null || to == null || to.isBefore(from.plusDays(WEEK))) {
      form.fault("to", "请选择一周，以及至少一周以后的另一周。");
    }
    String organisationId = form.text("organisationId", 64);
    form.check();
    Asked asked = new Asked(organisationId, from, to, Boolean.TRUE.equals(daysOff));
    return database
        .inTransaction(client -> copy(client, caller, asked))
        .recover(
            Constraints.refusing(
                "shifts_alone", () -> Refusal.conflict("changed-meanwhile", "刚刚有人也在排班，请刷新后再试。")));
  }

  private Future<JsonObject> copy(SqlClient client, Caller caller, Asked asked) {
    Instant start = asked.from().atStartOfDay(WorkingDays.ZONE).toInstant();
    Instant end = asked.from().plusDays(WEEK).atStartOfDay(WorkingDays.ZONE).toInstant();
    return keepers
        .kept(client, caller, asked.organisationId())
        .compose(one -> shifts.ofOrganisation(client, one.id(), start, end))
        .compose(week -> enterAll(client, caller, asked, week))
        .compose(tally -> note(client, caller, asked, tally));
  }

  private Future<Tally> enterAll(SqlClient client, Caller caller, Asked asked, List<Shift> week) {
    Tally tally = new Tally();
    Duration further = Duration.ofDays(ChronoUnit.DAYS.between(asked.from(), asked.to()));
    Future<Void> done = Future.succeededFuture();
    for (Shift shift : week) {
      Shift copy =
          shift.moved(Ids.fresh(), shift.startsAt().plus(further), shift.endsAt().plus(further));
      done = done.compose(before -> enter(client, caller, asked, copy, tally));
    }
    return done.map(tally);
  }

  private Future<Void> enter(
      SqlClient client, Caller caller, Asked asked, Shift copy, Tally tally) {
    LocalDate day = Deadlines.dateOf(copy.startsAt());
    if (!days.knows(day)) {
      tally.unknownDays++;
    } else if (days.isDayOff(day) && !asked.daysOff()) {
      String off = days.nameOfDayOff(day).orElseThrow();
      tally.skipped.add(JsonObject.of("date", day.toString(), "off", off));
      return Future.succeededFuture();
    }
    return shifts
        .busy(client, copy)
        .compose(
            busy -> {
              if (busy) {
                tally.clashes++;
                return Future.succeededFuture();
              }
              tally.made++;
              Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
              return shifts.insert(client, copy, caller.principalId(), now);
            });
  }

  private Future<JsonObject> note(SqlClient client, Caller caller, Asked asked, Tally tally) {
    JsonObject made = tally.toJson();
    JsonObject data =
        made.copy().put("from", asked.from().toString()).put("to", asked.to().toString());
    return audit
        .append(
            client,
            Scopes.roster(asked.organisationId()),
            caller.principalId(),
            "week-copied",
            data)
        .map(made);
  }
}
