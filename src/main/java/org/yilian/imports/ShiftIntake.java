package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.yilian.calendar.WorkingDays;
import org.yilian.identity.Organisation;
import org.yilian.identity.People;
import org.yilian.identity.Role;
import org.yilian.kernel.Field;
import org.yilian.kernel.Form;
import org.yilian.rosters.Rosters;
import org.yilian.rosters.ShiftForm;
import org.yilian.rosters.ShiftKind;

/** Shifts of a roster, each of somebody by his account and of an organisation by its name. */
final class ShiftIntake implements Intake<NamedShift> {
  private static final int SECONDS_A_DAY = 24 * 60 * 60;
  private static final String NO_UNIT = "归您排班的单位里没有这个单位。";

  private final Rosters rosters;
  private final People people;

  ShiftIntake(Rosters rosters, People people) {
    this.rosters = rosters;
    this.people = people;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("值班单位", "organisationId").always(),
        Column.text("值班单位区域代码", "unitArea"),
        Column.text("账号", "personId").always(),
        Column.word("种类", "kind", Words.of("imports", "shift.", ShiftKind.values())).always(),
        Column.of("日期", "day", Column.Kind.DAY).always(),
        Column.text("开始", "startsAt").always(),
        Column.text("结束", "endsAt").always(),
        Column.of("同时接待数", "capacity", Column.Kind.NUMBER),
        Column.text("语言", "languages"),
        Column.text("备注", "note"));
  }

  @Override
  public int batch() {
    return 50;
  }

  @Override
  public boolean open(Importer by) {
    return by.look().centre().isPresent() || by.keepsArea() || by.staff().is(Role.COMMITTEE_CLERK);
  }

  /** An end that is not behind the beginning is on the next day. */
  @Override
  public void complete(JsonObject row) {
    Optional<LocalTime> from = time(row.getString("startsAt"));
    Optional<LocalTime> to = time(row.getString("endsAt"));
    String day = row.getString("day");
    // What cannot be read is told as missing.
    row.remove("startsAt");
    row.remove("endsAt");
    if (day != null && from.isPresent() && to.isPresent()) {
      LocalDate first = LocalDate.parse(day);
      LocalDate last = to.get().isAfter(from.get()) ? first : first.plusDays(1);
      row.put("startsAt", moment(first, from.get())).put("endsAt", moment(last, to.get()));
    }
    String languages = row.getString("languages");
    if (languages != null) {
      row.put("languages", new JsonArray(List.of(languages.split("[、,，;；\\s]+"))));
    }
  }

  private static String moment(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(WorkingDays.ZONE).toInstant().toString();
  }

  /** As people write it, or as a spreadsheet counts parts of a day. */
  private static Optional<LocalTime> time(String cell) {
    if (cell == null) {
      return Optional.empty();
    }
    try {
      if (cell.matches("0?\\.\\d+|0")) {
        double seconds = new BigDecimal(cell).doubleValue() * SECONDS_A_DAY;
        return Optional.of(LocalTime.ofSecondOfDay(Math.round(seconds / 60) * 60 % SECONDS_A_DAY));
      }
      String plain = cell.replace('：', ':');
      return Optional.of(LocalTime.parse(plain.indexOf(':') == 1 ? "0" + plain : plain));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public NamedShift read(Importer by, Form row) {
    ShiftForm.Said said = ShiftForm.read(row);
    String area = row.optionalText("unitArea", 15);
    row.check();
    return new NamedShift(new UnitName("organisationId", said.organisationId(), area), said);
  }

  @Override
  public String keyOf(NamedShift row) {
    ShiftForm.Said said = row.said();
    return said.personId() + " " + said.kind() + " " + said.startsAt();
  }

  /** What the rows name, as it is there. */
  private record Known(List<Organisation> units, Map<String, String> people) {}

  private Future<Known> known(SqlClient client, Importer by, List<NamedShift> rows) {
    Future<List<Organisation>> units =
        rosters.keptNamed(
            client, by.staff(), rows.stream().map(row -> row.unit().name()).distinct().toList());
    Future<Map<String, String>> staff =
        people.idsOf(client, rows.stream().map(row -> row.said().personId()).distinct().toList());
    return Future.all(units, staff).map(all -> new Known(units.result(), staff.result()));
  }

  @Override
  public Future<Map<Integer, Field>> against(
      SqlClient client, Importer by, List<NamedShift> rows, Predicate<String> above) {
    return known(client, by, rows)
        .compose(
            known -> {
              Map<Integer, Field> faults = new HashMap<>();
              List<ShiftForm.Said> before = new ArrayList<>();
              Future<Void> done = Future.succeededFuture();
              for (int i = 0; i < rows.size(); i++) {
                int place = i;
                done =
                    done.compose(next -> fault(client, by, known, rows.get(place), before))
                        .onSuccess(fault -> fault.ifPresent(one -> faults.put(place, one)))
                        .mapEmpty();
              }
              return done.map(faults);
            });
  }

  /**
   * @param before the rows above it, to which it is added
   */
  private Future<Optional<Field>> fault(
      SqlClient client, Importer by, Known known, NamedShift row, List<ShiftForm.Said> before) {
    Optional<Field> unit = row.unit().fault(known.units(), NO_UNIT);
    if (unit.isPresent()) {
      return Future.succeededFuture(unit);
    }
    ShiftForm.Said said = row.of(known.units(), known.people());
    if (said.personId() == null) {
      return fault("personId", "没有这个账号。");
    }
    boolean twice = before.stream().anyMatch(said::clashes);
    before.add(said);
    return twice ? fault("startsAt", "与表中前面的一行时间重叠。") : rosters.against(client, by.staff(), said);
  }

  private static Future<Optional<Field>> fault(String field, String reason) {
    return Future.succeededFuture(Optional.of(new Field(field, reason)));
  }

  @Override
  public Future<Void> enter(SqlClient client, Importer by, List<NamedShift> rows) {
    return known(client, by, rows)
        .compose(
            known -> {
              Future<Void> done = Future.succeededFuture();
              for (NamedShift row : rows) {
                ShiftForm.Said said = row.of(known.units(), known.people());
                done = done.compose(before -> rosters.enter(client, by.staff(), said)).mapEmpty();
              }
              return done;
            });
  }
}
