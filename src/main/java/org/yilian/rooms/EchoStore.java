package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** What was said in a room, with what its authors let pass, in the database. */
final class EchoStore {
  /** Everything said where a side could read or write it, in the order in which it was said. */
  Future<List<EchoSearch.Heard>> said(SqlClient client, String roomId, String agreementId) {
    String sql =
        """
        select l.side as lane_side, a.side as author_side,
          coalesce(m.body ->> 'text', v.text) as text,
          c.allow, c.text as approved, q.agreement_id is not null as quoted
        from lanes l
        join messages m on m.lane_id = l.id
        left join members a on a.id = m.member_id
        left join relay_consents c on c.lane_id = m.lane_id and c.seq = m.seq
        left join quotes q on q.lane_id = m.lane_id and q.seq = m.seq and q.agreement_id = $2
        left join lateral (
          select string_agg(t.text, ' ' order by t.n) as text from transcript_lines t
          where m.body ->> 'kind' = 'voice' and t.recording_id = m.body ->> 'recordingId') v
          on true
        where l.room_id = $1 and l.kind <> 'STAFF'
          and (m.body ->> 'kind' = 'text' or v.text is not null)
        order by m.sent_at, m.lane_id, m.seq
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, agreementId))
        .map(rows -> rows.stream().map(EchoStore::heard).toList());
  }

  private static EchoSearch.Heard heard(Row row) {
    String allow = row.getString("allow");
    boolean quoted = row.getBoolean("quoted") && !"REWORDED".equals(allow);
    return new EchoSearch.Heard(
        row.getString("lane_side"),
        row.getString("author_side"),
        row.getString("text"),
        quoted || "VERBATIM".equals(allow),
        "REWORDED".equals(allow) ? row.getString("approved") : null);
  }
}
