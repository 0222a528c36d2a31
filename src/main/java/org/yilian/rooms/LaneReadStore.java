package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.yilian.db.Times;

/**
 * Messages of several lanes in one statement, for the hub, which hands them on to those entitled.
 */
final class LaneReadStore {

  /** A page for each place, in the order given; an unknown lane has an empty one. */
  Future<List<LanePage>> read(SqlClient client, List<LaneReads.Place> places, int limit) {
    return client
        .preparedQuery(
            """
            select w.n, r.revision, m.lane_id, m.seq, m.member_id, m.client_id, m.sent_at, m.body,
              m.relay_of, m.recalled_at
            from unnest($1::text[], $2::bigint[]) with ordinality as w (lane_id, after, n)
            join lanes l on l.id = w.lane_id
            join rooms r on r.id = l.room_id
            left join lateral (
              select s.lane_id, s.seq, s.member_id, s.client_id, s.sent_at, s.body, s.relay_of,
                s.recalled_at
              from messages s where s.lane_id = w.lane_id and s.seq > w.after
              order by s.seq limit $3
            ) m on true
            order by w.n, m.seq
            """)
        .execute(
            Tuple.of(
                places.stream().map(LaneReads.Place::laneId).toArray(String[]::new),
                places.stream().map(LaneReads.Place::after).toArray(Long[]::new),
                limit))
        .map(rows -> pages(rows, places.size(), limit));
  }

  /** What was recalled in a lane after the n-th time, in order. */
  Future<List<Recall>> recalls(SqlClient client, String laneId, long after) {
    return client
        .preparedQuery(
            "select lane_id, n, seq from recalls where lane_id = $1 and n > $2 order by n")
        .execute(Tuple.of(laneId, after))
        .map(rows -> rows.stream().map(LaneReadStore::recall).toList());
  }

  private static Recall recall(Row row) {
    return new Recall(row.getString("lane_id"), row.getLong("n"), row.getLong("seq"));
  }

  private static List<LanePage> pages(RowSet<Row> rows, int count, int limit) {
    List<List<StoredMessage>> messages = new ArrayList<>();
    long[] revisions = new long[count];
    for (int i = 0; i < count; i++) {
      messages.add(new ArrayList<>());
    }
    for (Row row : rows) {
      int n = (int) (row.getLong("n") - 1);
      revisions[n] = row.getLong("revision");
      if (row.getString("lane_id") != null) {
        messages.get(n).add(message(row));
      }
    }
    List<LanePage> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<StoredMessage> read = messages.get(i);
      pages.add(new LanePage(read, revisions[i], read.size() < limit));
    }
    return pages;
  }

  private static StoredMessage message(Row row) {
    return new StoredMessage(
        row.getString("lane_id"),
        row.getLong("seq"),
        row.getString("member_id"),
        null,
        row.getString("client_id"),
        Times.of(row, "sent_at"),
        (JsonObject) row.getJson("body"),
        (JsonObject) row.getJson("relay_of"),
        row.getValue("recalled_at") != null);
  }
}
