package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.yilian.identity.Area;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Areas;
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
    return by.keepsArea();
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

  /** What holds an area is good too: in this piece, in one before it, or there already. */
  @Override
  public Future<Map<Integer, Field>> against(
      SqlClient client, Importer by, List<Area> rows, Predicate<String> above) {
    List<String> parents = rows.stream().map(AreaIntake::parent).distinct().toList();
    return areas
        .known(client, parents)
        .map(
            known -> {
              Set<String> there = new HashSet<>(known);
              Map<Integer, Field> faults = new HashMap<>();
              for (int i : widestFirst(rows)) {
                Area row = rows.get(i);
                if (!by.look().oversees(row.code())) {
                  faults.put(i, new Field("code", "不在您的辖区内。"));
                } else if (!held(row, there, above)) {
                  faults.put(i, new Field("code", "上一级区域不存在，请把上一级排在前面。"));
                } else {
                  there.add(row.code());
                }
              }
              return faults;
            });
  }

  /** A city is held by nothing. */
  private static boolean held(Area row, Set<String> there, Predicate<String> above) {
    String parent = parent(row);
    return parent.isEmpty() || there.contains(parent) || above.test(parent);
  }

  /** The places of the rows in the list. */
  private static List<Integer> widestFirst(List<Area> rows) {
    return IntStream.range(0, rows.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> rows.get(i).code().length()))
        .toList();
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
    for (int i : widestFirst(rows)) {
      done = done.compose(before -> areas.put(client, rows.get(i)));
    }
    return done;
  }
}
