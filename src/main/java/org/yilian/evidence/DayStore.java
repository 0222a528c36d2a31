package org.yilian.evidence;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Rows of days. */
final class DayStore {
  private static final int HASH_BYTES = 32;

  Future<Optional<Day>> on(SqlClient client, LocalDate date) {
    return client
        .preparedQuery(
            """
            select day, root, before, leaves, key_id, signature from evidence_days where day = $1
            """)
        .execute(Tuple.of(date))
        .map(rows -> days(rows).stream().findFirst());
  }

  /** The newest first. */
  Future<List<Day>> until(SqlClient client, LocalDate last, int limit) {
    return client
        .preparedQuery(
            """
            select day, root, before, ''::bytea as leaves, key_id, signature from evidence_days
            where day <= $1 order by day desc limit $2
            """)
        .execute(Tuple.of(last, limit))
        .map(DayStore::days);
  }

  /** Keeps it unless another node was first. */
  Future<Void> keep(SqlClient client, Day day) {
    Buffer leaves = Buffer.buffer();
    day.leaves().forEach(leaves::appendBytes);
    return client
        .preparedQuery(
            """
            insert into evidence_days (day, root, before, leaves, key_id, signature)
            values ($1, $2, $3, $4, $5, $6) on conflict (day) do nothing
            """)
        .execute(
            Tuple.of(
                day.date(),
                Buffer.buffer(day.root()),
                Buffer.buffer(day.before()),
                leaves,
                day.keyId(),
                Buffer.buffer(day.signature())))
        .mapEmpty();
  }

  private static List<Day> days(RowSet<Row> rows) {
    return rows.stream().map(DayStore::day).toList();
  }

  private static Day day(Row row) {
    byte[] all = row.getBuffer("leaves").getBytes();
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < all.length; i += HASH_BYTES) {
      leaves.add(Arrays.copyOfRange(all, i, i + HASH_BYTES));
    }
    return new Day(
        row.getLocalDate("day"),
        row.getBuffer("root").getBytes(),
        row.getBuffer("before").getBytes(),
        leaves,
        row.getString("key_id"),
        row.getBuffer("signature").getBytes());
  }
}
