package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Counts disputes of the same people. */
final class RepeatStore {
  /** How far back a dispute between the same people counts. */
  static final Duration SEASON = Duration.ofDays(90);

  /**
   * Other disputes that share an identity number or a phone with one.
   *
   * @param violent those among them in which there was violence in the family
   */
  record Repeats(int disputes, int violent) {}

  /** Other disputes since then of the same people. */
  Future<Repeats> samePeople(SqlClient client, String disputeId, Instant since) {
    String sql =
        """
        select count(distinct d.id)::int as n,
          count(distinct d.id) filter (where starts_with(d.alarm, '家暴'))::int as violent
        from parties mine
          join parties other on other.dispute_id <> mine.dispute_id
            and (other.id_index = mine.id_index or other.phone_index = mine.phone_index)
          join disputes d on d.id = other.dispute_id
        where mine.dispute_id = $1 and d.created_at >= $2 and d.status <> 'MERGED'
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId, since.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next())
        .map(row -> new Repeats(row.getInteger("n"), row.getInteger("violent")));
  }
}
