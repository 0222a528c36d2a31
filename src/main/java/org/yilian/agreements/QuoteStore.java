package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import org.yilian.db.Times;
import org.yilian.kernel.Refusal;

/** Messages that become clauses. A quoted message may not be recalled any more. */
final class QuoteStore {
  /**
   * A message that may be quoted or not.
   *
   * @param ofSide whether a party or somebody beside it wrote it in a side's lane
   * @param allow what its author allowed: VERBATIM, REWORDED, NONE, or null while unasked
   * @param approved the wording that the author approved, or null
   */
  record Source(
      JsonObject body,
      boolean recalled,
      boolean ofSide,
      String allow,
      String approved,
      boolean anyWording) {}

  /** The message, if this member reads it, else 404. */
  Future<Source> source(SqlClient client, String roomId, String memberId, String lane, long seq) {
    String sql =
        """
        select m.body, m.recalled_at is not null as recalled,
          l.kind = 'SIDE' and coalesce(a.side is not null, false) as of_side,
          c.allow, c.text, coalesce(c.any_wording, false) as any_wording
        from messages m
        join lanes l on l.id = m.lane_id and l.room_id = $1
        join grants g on g.lane_id = m.lane_id and g.member_id = $2 and m.seq > g.from_seq
        left join members a on a.id = m.member_id
        left join relay_consents c on c.lane_id = m.lane_id and c.seq = m.seq
        where m.lane_id = $3 and m.seq = $4
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, memberId, lane, seq))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw Refusal.notFound();
              }
              return source(rows.iterator().next());
            });
  }

  private static Source source(Row row) {
    return new Source(
        (JsonObject) row.getJson("body"),
        row.getBoolean("recalled"),
        row.getBoolean("of_side"),
        row.getString("allow"),
        row.getString("text"),
        row.getBoolean("any_wording"));
  }

  Future<Void> keep(SqlClient client, String agreementId, String lane, long seq, Instant at) {
    String sql =
        """
        insert into quotes (lane_id, seq, agreement_id, at) values ($1, $2, $3, $4)
        on conflict (lane_id, seq, agreement_id) do nothing
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(lane, seq, agreementId, Times.utc(at)))
        .mapEmpty();
  }
}
