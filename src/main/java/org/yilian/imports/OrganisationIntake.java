package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yilian.identity.Areas;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.kernel.Field;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;

/** Streets, posts, departments, committees and police stations, each in its area. */
final class OrganisationIntake implements Intake<Organisation> {
  private static final int BEHIND_ALL = 1000;

  private final Organisations organisations;
  private final Areas areas;
  private final List<Column> columns;

  OrganisationIntake(Organisations organisations, Areas areas) {
    this.organisations = organisations;
    this.areas = areas;
    Map<String, String> kinds = Words.of("imports", "kind.", Organisation.Kind.values());
    columns =
        List.of(
            Column.text("名称", "name").always(),
            Column.word("类别", "kind", kinds).always(),
            Column.text("区域代码", "areaCode").always(),
            Column.text("职责", "duty"),
            Column.text("电话", "phone"),
            Column.text("地址", "address"),
            new Column(
                "依法设立的调解组织",
                "lawfulMediation",
                Column.Kind.FLAG,
                false,
                Map.of("是", "true", "否", "false")));
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public boolean open(Importer by) {
    return by.keepsArea();
  }

  @Override
  public Organisation read(Importer by, Form row) {
    String name = row.text("name", 100);
    Organisation.Kind kind = row.word("kind", Organisation.Kind.class);
    String area = row.text("areaCode", 15);
    Boolean lawful = row.optionalFlag("lawfulMediation");
    if (kind == Organisation.Kind.COURT) {
      row.fault("kind", "法院连同管辖由系统管理员单独登记。");
    }
    String duty = row.optionalText("duty", 40);
    String phone = row.optionalText("phone", 20);
    String address = row.optionalText("address", 200);
    row.check();
    return new Organisation(
        Ids.fresh(),
        name,
        kind,
        phone,
        null,
        address,
        Boolean.TRUE.equals(lawful),
        null,
        area,
        duty);
  }

  @Override
  public String keyOf(Organisation row) {
    return row.areaCode() + " " + row.name();
  }

  @Override
  public Future<Map<Integer, Field>> against(
      SqlClient client, Importer by, List<Organisation> rows, Predicate<String> above) {
    Future<Set<String>> places =
        areas.known(client, rows.stream().map(Organisation::areaCode).distinct().toList());
    Future<List<Organisation>> named =
        organisations.named(client, rows.stream().map(Organisation::name).distinct().toList());
    return Future.all(places, named)
        .map(all -> Intake.faults(rows, row -> fault(by, row, places.result(), named.result())));
  }

  private static Optional<Field> fault(
      Importer by, Organisation row, Set<String> places, List<Organisation> named) {
    if (!places.contains(row.areaCode())) {
      return Optional.of(new Field("areaCode", "没有这个区域代码。"));
    }
    if (!by.look().oversees(row.areaCode())) {
      return Optional.of(new Field("areaCode", "不在您的辖区内。"));
    }
    boolean there =
        named.stream()
            .anyMatch(
                one -> one.name().equals(row.name()) && row.areaCode().equals(one.areaCode()));
    return there ? Optional.of(new Field("name", "这个区域已有同名的单位。")) : Optional.empty();
  }

  @Override
  public Future<Void> enter(SqlClient client, Importer by, List<Organisation> rows) {
    Future<Void> done = Future.succeededFuture();
    for (Organisation one : rows) {
      done = done.compose(before -> organisations.add(client, one, BEHIND_ALL));
    }
    return done;
  }
}
