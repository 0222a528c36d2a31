package org.yilian.rosters;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.db.Constraints;
import org.yilian.db.Database;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.Role;
import org.yilian.kernel.Field;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/** The rosters: who is on duty when, entered by those who keep them, seen by those who ask. */
public final class Rosters {
  private static final int MOST_DAYS = 42;
  private static final String ALREADY = "这位人员在这段时间已经有班次。";

  /** Those who ask for somebody on duty see whoever is on duty for their own place. */
  private static final Set<Role> ASKERS =
      Set.of(
          Role.MEDIATOR,
          Role.INVITED_MEDIATOR,
          Role.COMMUNITY_POLICE,
          Role.COMMAND_ROOM,
          Role.COMMITTEE_CLERK);

  private final ShiftStore shifts = new ShiftStore();
  private final DutyStore duties = new DutyStore();
  private final Database database;
  private final Areas areas;
  private final Keepers keepers;
  private final WorkingDays days;
  private final Audit audit;
  private final Clock clock;

  public Rosters(
      Database database,
      Areas areas,
      Organisations organisations,
      WorkingDays days,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.areas = areas;
    this.keepers = new Keepers(organisations, areas);
    this.days = days;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The shifts of some days that the caller may see: {@code {from?, to?}}, this week if nothing is
   * said. {@code {items, days: [{date, known, off?}]}}.
   */
  public Future<JsonObject> list(Caller caller, JsonObject query) {
    Caller.Staff staff = caller.staff();
    Form form = Form.of(query);
    LocalDate today = Deadlines.dateOf(clock.instant());
    LocalDate asked = form.optionalDate("from");
    LocalDate from = asked == null ? today.minusDays(today.getDayOfWeek().getValue() - 1L) : asked;
    LocalDate until = form.optionalDate("to");
    LocalDate to = until == null ? from.plusDays(6) : until;
    if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
      form.fault("to", "请选择不超过六周的一段时间。");
    }
    form.check();
    boolean asks = ASKERS.stream().anyMatch(staff::is);
    return database
        .withConnection(
            client ->
                areas
                    .look(client, staff)
                    .compose(
                        look ->
                            duties.seen(
                                client, look, asks, startOf(from), startOf(to.plusDays(1)))))
        .map(
            found ->
                new JsonObject().put("items", new JsonArray(found)).put("days", daysOf(from, to)));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(WorkingDays.ZONE).toInstant();
  }

  private JsonArray daysOf(LocalDate from, LocalDate to) {
    JsonArray all = new JsonArray();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      boolean known = days.knows(day);
      JsonObject one = new JsonObject().put("date", day.toString()).put("known", known);
      if (known) {
        days.nameOfDayOff(day).ifPresent(name -> one.put("off", name));
      }
      all.add(one);
    }
    return all;
  }

  /** The organisations whose rosters the caller keeps. */
  public Future<List<JsonObject>> kept(Caller caller) {
    return database
        .withConnection(client -> keepers.all(client, caller))
        .map(all -> all.stream().map(Organisation::toJson).toList());
  }

  /** Those of them that are called so. */
  public Future<List<Organisation>> keptNamed(SqlClient client, Caller caller, List<String> names) {
    return keepers.named(client, caller, names);
  }

  /** Whom the caller may put on a roster as that: {@code {id, name, organisation}}. */
  public Future<List<JsonObject>> people(Caller caller, String organisationId, JsonObject query) {
    Form form = Form.of(query);
    ShiftKind kind = form.word("kind", ShiftKind.class);
    form.check();
    return database.withConnection(
        client ->
            keepers
                .kept(client, caller, organisationId)
                .compose(one -> shifts.people(client, kind.roleNames(), placeOf(one), null)));
  }

  private static String placeOf(Organisation one) {
    return one.areaCode() == null ? "" : one.areaCode();
  }

  /** Puts somebody on a roster. */
  public Future<JsonObject> add(Caller caller, Form form) {
    ShiftForm.Said said = ShiftForm.read(form);
    form.check();
    return database
        .inTransaction(client -> enter(client, caller, said))
        .recover(onDutyAlready())
        .map(Shift::toJson);
  }

  /** The same within a transaction of the caller's. */
  public Future<Shift> enter(SqlClient client, Caller caller, ShiftForm.Said said) {
    return keepers
        .kept(client, caller, said.organisationId())
        .compose(one -> fitting(client, said, one, Ids.fresh()))
        .compose(shift -> insert(client, caller, shift).map(shift));
  }

  /** What stands against entering this, as a fault of a field; nothing where nothing does. */
  public Future<Optional<Field>> against(SqlClient client, Caller caller, ShiftForm.Said said) {
    return keepers
        .kept(client, caller, said.organisationId())
        .compose(one -> fitting(client, said, one, Ids.fresh()))
        .compose(shift -> shifts.busy(client, shift))
        .map(busy -> busy ? Optional.of(new Field("startsAt", ALREADY)) : Optional.<Field>empty())
        .recover(Rosters::faultOf);
  }

  private static Future<Optional<Field>> faultOf(Throwable failure) {
    if (!(failure instanceof Refusal refusal)) {
      return Future.failedFuture(failure);
    }
    return Future.succeededFuture(
        refusal.fields().stream()
            .findFirst()
            .or(() -> Optional.of(new Field("organisationId", "这个单位的值班表不归您排。"))));
  }

  private Future<Void> insert(SqlClient client, Caller caller, Shift shift) {
    return shifts
        .insert(client, shift, caller.principalId(), now())
        .compose(done -> note(client, caller, "shift-entered", shift));
  }

  private Future<Shift> fitting(
      SqlClient client, ShiftForm.Said said, Organisation one, String id) {
    String place = placeOf(one);
    String area = said.areaCode() == null ? place : said.areaCode();
    if (!area.startsWith(place)) {
      return Future.failedFuture(Refusal.field("areaCode", "应是这个单位所在区域，或者其中的一部分。"));
    }
    return shifts
        .fits(client, said.personId(), said.kind().roleNames(), place)
        .map(
            fits -> {
              if (!fits) {
                throw Refusal.field("personId", "本区没有这样一位能担任此项值班的人员。");
              }
              return said.shift(id, area);
            });
  }

  /** Changes a shift that is not over. */
  public Future<JsonObject> change(Caller caller, String id, Form form) {
    ShiftForm.Said said = ShiftForm.read(form);
    form.check();
    return database
        .inTransaction(
            client ->
                standing(client, caller, id)
                    .compose(before -> keepers.kept(client, caller, said.organisationId()))
                    .compose(one -> fitting(client, said, one, id))
                    .compose(
                        shift ->
                            shifts
                                .update(client, shift)
                                .compose(done -> note(client, caller, "shift-changed", shift))
                                .map(shift)))
        .recover(onDutyAlready())
        .map(Shift::toJson);
  }

  private static <T> Function<Throwable, Future<T>> onDutyAlready() {
    return Constraints.refusing("shifts_alone", () -> Refusal.conflict("on-duty-already", ALREADY));
  }

  /** Takes a shift off the roster; what is over stays. */
  public Future<Void> cancel(Caller caller, String id) {
    return database.inTransaction(
        client ->
            standing(client, caller, id)
                .compose(
                    shift ->
                        shifts
                            .cancel(client, id, now())
                            .compose(done -> note(client, caller, "shift-cancelled", shift))));
  }

  private Future<Shift> standing(SqlClient client, Caller caller, String id) {
    return shifts
        .standing(client, id)
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(shift -> keepers.kept(client, caller, shift.organisationId()).map(shift))
        .map(
            shift -> {
              if (!shift.endsAt().isAfter(clock.instant())) {
                throw Refusal.conflict("wrong-state", "这个班次已经结束，不能再改。");
              }
              return shift;
            });
  }

  private Future<Void> note(SqlClient client, Caller caller, String kind, Shift shift) {
    return audit.append(
        client, Scopes.roster(shift.organisationId()), caller.principalId(), kind, shift.toJson());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
