package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yilian.disputes.Phone;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.identity.Role;
import org.yilian.kernel.Field;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;

/** Members of staff, each of a home organisation and perhaps serving in another one. */
final class PersonIntake implements Intake<Newcomer> {
  private static final int SHORTEST_PASSWORD = 10;
  private static final String NO_UNIT = "您的辖区内没有这个单位，请先导入单位。";

  private final People people;
  private final Organisations organisations;
  private final Map<String, String> roles = Words.of("imports", "role.", Role.values());

  PersonIntake(People people, Organisations organisations) {
    this.people = people;
    this.organisations = organisations;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("账号", "username").always(),
        Column.text("姓名", "name").always(),
        Column.text("职务", "roles").always(),
        Column.text("所属单位", "organisation").always(),
        Column.text("所属单位区域代码", "organisationArea"),
        Column.text("派驻单位", "serving"),
        Column.text("派驻单位区域代码", "servingArea"),
        Column.text("责任区域代码", "areaCode"),
        Column.text("电话", "phone"),
        Column.text("初始密码", "password").always());
  }

  /** Passwords are slow to hash on purpose. */
  @Override
  public int batch() {
    return 20;
  }

  @Override
  public boolean open(Importer by) {
    return by.keepsArea();
  }

  @Override
  public Newcomer read(Importer by, Form row) {
    String username = row.text("username", 40);
    String name = row.text("name", 50);
    Set<Role> engaged = roles(row, row.text("roles", 200));
    String organisation = row.text("organisation", 100);
    String password = row.text("password", 100);
    if (password != null && password.length() < SHORTEST_PASSWORD) {
      row.fault("password", "至少 " + SHORTEST_PASSWORD + " 个字符。");
    }
    String phone = row.optionalText("phone", 20);
    if (phone != null && Phone.normal(phone).isEmpty()) {
      row.fault("phone", "应为 11 位手机号。");
    }
    String area = row.optionalText("areaCode", 15);
    if (area != null && !by.look().oversees(area)) {
      row.fault("areaCode", "不在您的辖区内。");
    }
    String serving = row.optionalText("serving", 100);
    String home = row.optionalText("organisationArea", 15);
    String servingArea = row.optionalText("servingArea", 15);
    row.check();
    return new Newcomer(
        new Person(Ids.fresh(), username, name, engaged, organisation),
        new UnitName("organisation", organisation, home),
        serving == null ? null : new UnitName("serving", serving, servingArea),
        area,
        phone == null ? null : Phone.normal(phone).orElseThrow(),
        password);
  }

  private Set<Role> roles(Form row, String said) {
    Set<Role> engaged = EnumSet.noneOf(Role.class);
    for (String word : said == null ? new String[0] : said.split("[、,，;；\\s]+")) {
      String role = roles.get(word);
      if (role == null) {
        row.fault("roles", "没有“" + word + "”这个职务，应为：" + String.join("、", roles.keySet()) + "。");
      } else {
        engaged.add(Role.valueOf(role));
      }
    }
    return engaged;
  }

  @Override
  public String keyOf(Newcomer row) {
    return row.person().username();
  }

  @Override
  public Future<Map<Integer, Field>> against(
      SqlClient client, Importer by, List<Newcomer> rows, Predicate<String> above) {
    Future<Set<String>> known =
        people.known(client, rows.stream().map(row -> row.person().username()).toList());
    Future<List<Organisation>> named = named(client, by, rows);
    return Future.all(known, named)
        .map(all -> Intake.faults(rows, row -> fault(row, known.result(), named.result())));
  }

  /** The organisations that are named, of those in the importer's own area. */
  private Future<List<Organisation>> named(SqlClient client, Importer by, List<Newcomer> rows) {
    Set<String> names = new HashSet<>();
    for (Newcomer row : rows) {
      names.add(row.organisation().name());
      if (row.serving() != null) {
        names.add(row.serving().name());
      }
    }
    return organisations.namedWithin(client, List.copyOf(names), by.look().areas());
  }

  private static Optional<Field> fault(Newcomer row, Set<String> known, List<Organisation> named) {
    if (known.contains(row.person().username())) {
      return Optional.of(new Field("username", "这个账号已有人使用。"));
    }
    return row.organisation()
        .fault(named, NO_UNIT)
        .or(() -> Optional.ofNullable(row.serving()).flatMap(unit -> unit.fault(named, NO_UNIT)));
  }

  @Override
  public Future<Void> enter(SqlClient client, Importer by, List<Newcomer> rows) {
    return named(client, by, rows)
        .compose(
            named -> {
              Future<Void> done = Future.succeededFuture();
              for (Newcomer row : rows) {
                done = done.compose(before -> enter(client, row, named));
              }
              return done;
            });
  }

  private Future<Void> enter(SqlClient client, Newcomer row, List<Organisation> named) {
    Person said = row.person();
    Person person =
        new Person(
            said.id(), said.username(), said.name(), said.roles(), row.organisation().idOf(named));
    String serving = row.serving() == null ? null : row.serving().idOf(named);
    return people
        .hashed(row.password())
        .compose(hash -> people.add(client, person, hash, row.phone()))
        .compose(done -> people.station(client, person.id(), serving, row.areaCode()));
  }
}
