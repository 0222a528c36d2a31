package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Finds disputes of the same people. */
final class RepeatStore {
  /** How far back a dispute between the same people counts. */
  static final Duration SEASON = Duration.ofDays(90);

  /**
   * Another dispute that shares an identity number or a phone with one.
   *
   * @param violent whether there was violence in the family
   */
  record Repeat(String disputeId, boolean violent) {}

  /** Other disputes since then of the same people, wherever they are: not for everybody's eyes. */
  Future<List<Repeat>> samePeople(SqlClient client, String disputeId, Instant since) {
    String sql =
        """
        select distinct d.id, coalesce(starts_with(d.alarm, '家暴'), false) as violent
        from parties mine
          join parties other on other.dispute_id <> mine.dispute_id
            and (other.id_index = mine.id_index or other.phone_index = mine.phone_index)
          join disputes d on d.id = other.dispute_id
        where mine.dispute_id = $1 and d.created_at >= $2 and d.status <> 'MERGED'
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId, since.atOffset(ZoneOffset.UTC)))
        .map(RepeatStore::all);
  }

  private static List<Repeat> all(RowSet<Row> rows) {
    return rows.stream()
        .map(row -> new Repeat(row.getString("id"), row.getBoolean("violent")))
        .toList();
  }
}
