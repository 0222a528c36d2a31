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
import java.util.stream.Collectors;
import org.yilian.calendar.WorkingDays;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.kernel.Field;
import org.yilian.kernel.Form;
import org.yilian.rosters.Rosters;
import org.yilian.rosters.ShiftForm;
import org.yilian.rosters.ShiftKind;

/** Shifts of a roster, each of somebody by his account and of an organisation by its name. */
final class ShiftIntake implements Intake<ShiftForm.Said> {
  private static final int SECONDS_A_DAY = 24 * 60 * 60;

  private final Rosters rosters;
  private final Organisations organisations;
  private final People people;

  ShiftIntake(Rosters rosters, Organisations organisations, People people) {
    this.rosters = rosters;
    this.organisations = organisations;
    this.people = people;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("值班单位", "organisationId").always(),
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
    return by.look().centre().isPresent() || by.keepsArea();
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
  public ShiftForm.Said read(Importer by, Form row) {
    ShiftForm.Said said = ShiftForm.read(row);
    row.check();
    return said;
  }

  @Override
  public String keyOf(ShiftForm.Said row) {
    return row.personId() + " " + row.kind() + " " + row.startsAt();
  }

  @Override
  public Future<Map<Integer, Field>> against(
      SqlClient client, Importer by, List<ShiftForm.Said> rows, Predicate<String> above) {
    return resolved(client, by, rows)
        .compose(
            found -> {
              Map<Integer, Field> faults = new HashMap<>();
              Future<Void> done = Future.succeededFuture();
              for (int i = 0; i < rows.size(); i++) {
                int place = i;
                done =
                    done.compose(before -> fault(client, by, found, place))
                        .map(
                            fault -> {
                              fault.ifPresent(one -> faults.put(place, one));
                              return null;
                            });
              }
              return done.map(faults);
            });
  }

  private Future<Optional<Field>> fault(
      SqlClient client, Importer by, List<ShiftForm.Said> found, int place) {
    ShiftForm.Said said = found.get(place);
    if (said.organisationId() == null) {
      return fault("organisationId", "您的辖区内没有这个单位，或者有几个单位同名。");
    }
    if (said.personId() == null) {
      return fault("personId", "没有这个账号。");
    }
    boolean twice = found.subList(0, place).stream().anyMatch(said::clashes);
    return twice ? fault("startsAt", "与表中前面的一行时间重叠。") : rosters.against(client, by.staff(), said);
  }

  private static Future<Optional<Field>> fault(String field, String reason) {
    return Future.succeededFuture(Optional.of(new Field(field, reason)));
  }

  /** The rows with ids in place of names; null where nothing has the name. */
  private Future<List<ShiftForm.Said>> resolved(
      SqlClient client, Importer by, List<ShiftForm.Said> rows) {
    Future<Map<String, String>> units =
        organisations
            .namedWithin(
                client,
                rows.stream().map(ShiftForm.Said::organisationId).distinct().toList(),
                by.look().areas())
            .map(ShiftIntake::unambiguous);
    Future<Map<String, String>> staff =
        people.idsOf(client, rows.stream().map(ShiftForm.Said::personId).distinct().toList());
    return Future.all(units, staff)
        .map(
            all ->
                rows.stream()
                    .map(
                        row ->
                            row.of(
                                units.result().get(row.organisationId()),
                                staff.result().get(row.personId())))
                    .toList());
  }

  /** A name that two units bear names neither. */
  private static Map<String, String> unambiguous(List<Organisation> found) {
    Map<String, List<Organisation>> byName =
        found.stream().collect(Collectors.groupingBy(Organisation::name));
    return byName.values().stream()
        .filter(units -> units.size() == 1)
        .collect(Collectors.toMap(units -> units.get(0).name(), units -> units.get(0).id()));
  }

  @Override
  public Future<Void> enter(SqlClient client, Importer by, List<ShiftForm.Said> rows) {
    return resolved(client, by, rows)
        .compose(
            found -> {
              Future<Void> done = Future.succeededFuture();
              for (ShiftForm.Said said : new ArrayList<>(found)) {
                done = done.compose(before -> rosters.enter(client, by.staff(), said)).mapEmpty();
              }
              return done;
            });
  }
}
