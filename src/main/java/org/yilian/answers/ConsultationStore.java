package org.yilian.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of threads and their turns. The token itself is nowhere kept. */
final class ConsultationStore {

  /** One question with its answer, both sealed. */
  record Turn(int n, String kind, Buffer question, Buffer answer, Instant at, Boolean helpful) {}

  Future<Void> insert(SqlClient client, String id, String tokenHash, Instant at) {
    return client
        .preparedQuery(
            """
            insert into consultations (id, token_hash, started_at, last_at)
            values ($1, $2, $3, $3)
            """)
        .execute(Tuple.of(id, tokenHash, Times.utc(at)))
        .mapEmpty();
  }

  Future<Optional<String>> find(SqlClient client, String tokenHash) {
    return client
        .preparedQuery("select id from consultations where token_hash = $1")
        .execute(Tuple.of(tokenHash))
        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(id(rows.iterator().next())));
  }

  private static String id(Row row) {
    return row.getString("id");
  }

  /** Adds a turn at the end; whoever asks twice at once waits for himself. */
  Future<Integer> append(
      SqlClient client, String id, String kind, Buffer question, Buffer answer, Instant at) {
    return client
        .preparedQuery("update consultations set last_at = $2 where id = $1")
        .execute(Tuple.of(id, Times.utc(at)))
        .compose(locked -> insertTurn(client, id, kind, question, answer, at));
  }

  private static Future<Integer> insertTurn(
      SqlClient client, String id, String kind, Buffer question, Buffer answer, Instant at) {
    String sql =
        """
        insert into consultation_turns (consultation_id, n, kind, question, answer, asked_at)
        select $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5
        from consultation_turns where consultation_id = $1
        returning n
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, kind, question, answer, Times.utc(at)))
        .map(rows -> rows.iterator().next().getInteger("n"));
  }

  /** The latest turns, the earliest of them first. */
  Future<List<Turn>> turns(SqlClient client, String id, int most) {
    String sql =
        """
        select n, kind, question, answer, asked_at, helpful from (
          select n, kind, question, answer, asked_at, helpful from consultation_turns
          where consultation_id = $1 order by n desc limit $2) latest
        order by n
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, most))
        .map(rows -> rows.stream().map(ConsultationStore::turn).toList());
  }

  private static Turn turn(Row row) {
    return new Turn(
        row.getInteger("n"),
        row.getString("kind"),
        row.getBuffer("question"),
        row.getBuffer("answer"),
        Times.of(row, "asked_at"),
        row.getBoolean("helpful"));
  }

  /** What a thread is about, as far as it is known: the last type that was, and any danger. */
  Future<Void> about(SqlClient client, String id, String type, String alarm) {
    String sql =
        """
        update consultations
        set type = case when $2 = 'OTHER' then type else $2 end, alarm = coalesce($3, alarm)
        where id = $1
        """;
    return client.preparedQuery(sql).execute(Tuple.of(id, type, alarm)).mapEmpty();
  }

  /** Says once whether a turn helped. */
  Future<Boolean> judge(SqlClient client, String id, int n, boolean helpful) {
    String sql =
        """
        update consultation_turns set helpful = $3
        where consultation_id = $1 and n = $2 and helpful is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, n, helpful))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Integer> forget(SqlClient client, Instant before) {
    return client
        .preparedQuery(
            "delete from consultations where last_at < $1 and status in ('OPEN', 'CLOSED')")
        .execute(Tuple.of(Times.utc(before)))
        .map(rows -> rows.rowCount());
  }
}
