package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.yilian.db.Times;

/** Undisputed facts and who confirmed them. */
final class UndisputedFactStore {

  /** One confirmation of one fact. */
  record Confirmation(String factId, String side, Instant at) {}

  Future<Void> insert(SqlClient client, String roomId, UndisputedFact fact, String byMemberId) {
    String sql =
        """
        insert into undisputed_facts (id, room_id, text, by_member_id, created_at)
        values ($1, $2, $3, $4, $5)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                fact.id(),
                roomId,
                fact.text(),
                byMemberId,
                fact.createdAt().atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  Future<List<UndisputedFact>> ofRoom(SqlClient client, String roomId) {
    String sql =
        """
        select id, text, created_at from undisputed_facts where room_id = $1
        order by created_at, id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(UndisputedFactStore::fact).toList());
  }

  Future<List<Confirmation>> confirmations(SqlClient client, String roomId) {
    String sql =
        """
        select c.fact_id, c.side, c.at from fact_confirmations c
        join undisputed_facts f on f.id = c.fact_id where f.room_id = $1 order by c.at, c.side
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Confirmation(
                                row.getString("fact_id"),
                                row.getString("side"),
                                Times.of(row, "at")))
                    .toList());
  }

  Future<Void> confirm(SqlClient client, String factId, String side, String memberId, Instant at) {
    String sql =
        """
        insert into fact_confirmations (fact_id, side, member_id, at) values ($1, $2, $3, $4)
        on conflict (fact_id, side) do nothing
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(factId, side, memberId, at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  private static UndisputedFact fact(Row row) {
    return new UndisputedFact(
        row.getString("id"), row.getString("text"), Times.of(row, "created_at"));
  }
}
