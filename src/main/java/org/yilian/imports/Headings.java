package org.yilian.imports;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.yilian.kernel.Field;
import org.yilian.sheets.SheetRow;

/** Which column of a sheet is which, by its first row. */
final class Headings {
  private final List<Column> columns;
  private final List<Column> bySheet = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();

  Headings(List<Column> columns, SheetRow first) {
    this.columns = columns;
    for (String cell : first.cells()) {
      Column known = cell == null ? null : named(cell);
      bySheet.add(known);
      if (known == null && cell != null) {
        ignored.add(cell);
      }
    }
  }

  private Column named(String heading) {
    String plain = heading.replaceAll("[\\s*＊]", "");
    return columns.stream()
        .filter(column -> column.heading().equals(plain))
        .findFirst()
        .orElse(null);
  }

  /** Headings that are needed and not there. */
  List<String> missing() {
    return columns.stream()
        .filter(column -> column.needed() && !bySheet.contains(column))
        .map(Column::heading)
        .toList();
  }

  /** Headings that nobody knows. */
  List<String> ignored() {
    return List.copyOf(ignored);
  }

  /** What a row says; what is wrong with its cells is added to the faults. */
  JsonObject row(SheetRow row, List<Field> faults) {
    JsonObject said = new JsonObject();
    for (int i = 0; i < bySheet.size(); i++) {
      String cell = row.cell(i);
      if (bySheet.get(i) != null && cell != null) {
        bySheet.get(i).put(said, cell).ifPresent(faults::add);
      }
    }
    return said;
  }

  /** The heading above the column of a field; the field itself where none has it. */
  String of(String field) {
    return columns.stream()
        .filter(column -> column.field().equals(field))
        .map(Column::heading)
        .findFirst()
        .orElse(field);
  }
}
