package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** What authors allow to be passed on, and what was passed on. */
final class RelayStore {

  Future<Optional<RelayConsent>> consent(SqlClient client, String laneId, long seq) {
    String sql =
        """
        select seq, allow, text, any_wording, at from relay_consents
        where lane_id = $1 and seq = $2
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(laneId, seq))
        .map(rows -> rows.stream().map(RelayStore::consent).findFirst());
  }

  Future<List<RelayConsent>> consents(SqlClient client, String laneId, long after, int limit) {
    String sql =
        """
        select seq, allow, text, any_wording, at from relay_consents
        where lane_id = $1 and seq > $2 order by seq limit $3
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(laneId, after, limit))
        .map(rows -> rows.stream().map(RelayStore::consent).toList());
  }

  Future<Void> put(SqlClient client, String laneId, RelayConsent consent) {
    String sql =
        """
        insert into relay_consents (lane_id, seq, allow, text, any_wording, at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (lane_id, seq) do update set allow = excluded.allow, text = excluded.text,
          any_wording = excluded.any_wording, at = excluded.at
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(laneId, consent.seq(), consent.allow().name())
                .addString(consent.text())
                .addBoolean(consent.anyWording())
                .addOffsetDateTime(consent.at().atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** What was passed on between lanes that the member reads both, oldest first. */
  Future<List<JsonObject>> relays(SqlClient client, String roomId, String memberId) {
    String sql =
        """
        select m.lane_id, m.seq, m.member_id, m.sent_at, m.body ->> 'text' as text,
          m.relay_of ->> 'lane' as from_lane, (m.relay_of ->> 'seq')::bigint as from_seq,
          m.relay_of ->> 'mode' as mode
        from messages m
        join lanes l on l.id = m.lane_id and l.room_id = $1
        join grants there on there.lane_id = m.lane_id and there.member_id = $2
          and m.seq > there.from_seq
        join grants here on here.lane_id = m.relay_of ->> 'lane' and here.member_id = $2
          and (m.relay_of ->> 'seq')::bigint > here.from_seq
        where m.relay_of is not null
        order by m.sent_at, m.lane_id, m.seq
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, memberId))
        .map(rows -> rows.stream().map(RelayStore::relay).toList());
  }

  private static JsonObject relay(Row row) {
    return new JsonObject()
        .put("id", row.getString("lane_id") + "-" + row.getLong("seq"))
        .put("fromLane", row.getString("from_lane"))
        .put("seq", row.getLong("from_seq"))
        .put("toLane", row.getString("lane_id"))
        .put("toSeq", row.getLong("seq"))
        .put("mode", row.getString("mode"))
        .put("text", row.getString("text"))
        .put("byMemberId", row.getString("member_id"))
        .put("at", Times.of(row, "sent_at").toString());
  }

  private static RelayConsent consent(Row row) {
    return new RelayConsent(
        row.getLong("seq"),
        RelayConsent.Allow.valueOf(row.getString("allow")),
        row.getString("text"),
        row.getBoolean("any_wording"),
        Times.of(row, "at"));
  }
}
