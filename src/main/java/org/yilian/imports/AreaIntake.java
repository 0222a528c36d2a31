package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilian.identity.Area;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Areas;
import org.yilian.identity.Role;
import org.yilian.kernel.Field;
import org.yilian.kernel.Form;

/** Districts, streets, communities and grids; one that is there gets its new name. */
final class AreaIntake implements Intake<Area> {
  private final Areas areas;

  AreaIntake(Areas areas) {
    this.areas = areas;
  }

  @Override
  public List<Column> columns() {
    return List.of(Column.text("代码", "code").always(), Column.text("名称", "name").always());
  }

  @Override
  public boolean open(Importer by) {
    return by.staff().is(Role.ADMIN) && !by.look().areas().isEmpty();
  }

  @Override
  public Area read(Importer by, Form row) {
    String code = row.text("code", 15);
    String name = row.text("name", 60);
    if (code != null && (!code.matches("\\d+") || AreaLevel.ofCode(code).isEmpty())) {
      row.fault("code", "应为 4、6、9、12 或 15 位数字。");
    }
    row.check();
    return new Area(code, name);
  }

  @Override
  public String keyOf(Area row) {
    return row.code();
  }

  /** What holds an area stands above it in the file, or is there already. */
  @Override
  public Future<Map<Integer, Field>> against(
      SqlClient client, Importer by, List<Area> rows, Set<String> before) {
    List<String> parents = rows.stream().map(AreaIntake::parent).distinct().toList();
    return areas
        .known(client, parents)
        .map(
            known -> {
              Set<String> there = new HashSet<>(known);
              there.addAll(before);
              Map<Integer, Field> faults = new HashMap<>();
              for (int i = 0; i < rows.size(); i++) {
                Area row = rows.get(i);
                if (!by.look().oversees(row.code())) {
                  faults.put(i, new Field("code", "不在您的辖区内。"));
                } else if (!parent(row).isEmpty() && !there.contains(parent(row))) {
                  faults.put(i, new Field("code", "上一级区域不存在，请把上一级排在前面。"));
                } else {
                  there.add(row.code());
                }
              }
              return faults;
            });
  }

  private static String parent(Area area) {
    return AreaLevel.ofCode(area.code())
        .flatMap(AreaLevel::above)
        .map(level -> area.code().substring(0, level.digits()))
        .orElse("");
  }

  @Override
  public Future<Void> enter(SqlClient client, Importer by, List<Area> rows) {
    Future<Void> done = Future.succeededFuture();
    List<Area> widestFirst =
        rows.stream().sorted(Comparator.comparingInt(area -> area.code().length())).toList();
    for (Area area : widestFirst) {
      done = done.compose(before -> areas.put(client, area));
    }
    return done;
  }
}
