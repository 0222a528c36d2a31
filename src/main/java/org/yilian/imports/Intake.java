package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yilian.kernel.Field;
import org.yilian.kernel.Form;

/** How rows of one kind are read, judged and entered. */
interface Intake<T> {
  List<Column> columns();

  /** How many rows are entered in one transaction. */
  default int batch() {
    return 500;
  }

  /** Whether this one may hand in such a spreadsheet at all. */
  boolean open(Importer by);

  /** Adds to what the cells say what follows from their columns. */
  default void complete(JsonObject row) {}

  /**
   * Reads a row. May block.
   *
   * @throws org.yilian.kernel.Refusal that names every faulty field
   */
  T read(Importer by, Form row);

  /** What two rows of one file may not have in common. */
  String keyOf(T row);

  /**
   * What the database has against some of the rows, by the place of the row.
   *
   * @param above whether a good row of an earlier piece of the file has this key
   */
  Future<Map<Integer, Field>> against(
      SqlClient client, Importer by, List<T> rows, Predicate<String> above);

  /** The faults of the rows that have one, by the place of the row. */
  static <T> Map<Integer, Field> faults(List<T> rows, Function<T, Optional<Field>> judge) {
    Map<Integer, Field> faults = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      int place = i;
      judge.apply(rows.get(i)).ifPresent(fault -> faults.put(place, fault));
    }
    return faults;
  }

  /** Enters them all, in the transaction of the caller. */
  Future<Void> enter(SqlClient client, Importer by, List<T> rows);
}
