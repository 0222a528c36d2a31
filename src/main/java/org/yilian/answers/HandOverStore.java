package org.yilian.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of consultations that go on with a person. */
final class HandOverStore {

  /** One of them as it stands; name and phone are sealed. */
  record Standing(
      String id,
      String status,
      Buffer name,
      Buffer phone,
      Instant askedForAt,
      String takenBy,
      String staff) {}

  /** What one of both said; {@code staff} is the name of the person, null for the asker. */
  record Message(int seq, String staff, Buffer text, Instant at) {}

  private static final String STANDING =
      """
      select c.id, c.status, c.asker_name, c.asker_phone, c.asked_for_at, c.taken_by, p.name as staff
      from consultations c left join people p on p.id = c.taken_by
      """;

  Future<Optional<Standing>> byToken(SqlClient client, String tokenHash) {
    return one(client, STANDING + "where c.token_hash = $1", Tuple.of(tokenHash));
  }

  Future<Optional<Standing>> byId(SqlClient client, String id) {
    return one(client, STANDING + "where c.id = $1", Tuple.of(id));
  }

  private static Future<Optional<Standing>> one(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(HandOverStore::standing).findFirst());
  }

  private static Standing standing(Row row) {
    return new Standing(
        row.getString("id"),
        row.getString("status"),
        row.getBuffer("asker_name"),
        row.getBuffer("asker_phone"),
        Times.of(row, "asked_for_at"),
        row.getString("taken_by"),
        row.getString("staff"));
  }

  Future<Boolean> wait(SqlClient client, String id, Buffer name, Buffer phone, Instant at) {
    String sql =
        """
        update consultations
        set status = 'WAITING', asker_name = $2, asker_phone = $3, asked_for_at = $4, last_at = $4
        where id = $1 and status = 'OPEN'
        """;
    return changed(client, sql, Tuple.of(id, name, phone, Times.utc(at)));
  }

  Future<Boolean> take(SqlClient client, String id, String personId, Instant at) {
    String sql =
        """
        update consultations set status = 'TAKEN', taken_by = $2, taken_at = $3
        where id = $1 and status = 'WAITING'
        """;
    return changed(client, sql, Tuple.of(id, personId, Times.utc(at)));
  }

  Future<Boolean> close(SqlClient client, String id, String personId, Instant at) {
    String sql =
        """
        update consultations set status = 'CLOSED', closed_at = $3, last_at = $3
        where id = $1 and taken_by = $2 and status = 'TAKEN'
        """;
    return changed(client, sql, Tuple.of(id, personId, Times.utc(at)));
  }

  /** Gives back to their askers those that nobody took since then. */
  Future<Integer> lapse(SqlClient client, Instant before, Instant at) {
    String sql =
        """
        update consultations set status = 'OPEN', last_at = $2
        where status = 'WAITING' and last_at < $1
        """;
    return count(client, sql, before, at);
  }

  /**
   * Has those wait again whose asker spoke last, or was never answered, and heard nothing since.
   */
  Future<Integer> waitAgain(SqlClient client, Instant before, Instant at) {
    String sql =
        """
        update consultations c
        set status = 'WAITING', taken_by = null, taken_at = null, last_at = $2
        where c.status = 'TAKEN' and greatest(c.last_at, c.taken_at) < $1 and not coalesce(
          (select m.person_id is not null from consultation_messages m
           where m.consultation_id = c.id order by m.seq desc limit 1), false)
        """;
    return count(client, sql, before, at);
  }

  /** Ends those that were answered and in which nobody has said anything since. */
  Future<Integer> closeSilent(SqlClient client, Instant before, Instant at) {
    String sql =
        """
        update consultations set status = 'CLOSED', closed_at = $2, last_at = $2
        where status = 'TAKEN' and greatest(last_at, taken_at) < $1
        """;
    return count(client, sql, before, at);
  }

  private static Future<Integer> count(SqlClient client, String sql, Instant before, Instant at) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(Times.utc(before), Times.utc(at)))
        .map(rows -> rows.rowCount());
  }

  private static Future<Boolean> changed(SqlClient client, String sql, Tuple values) {
    return client.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() == 1);
  }

  /** Says something while the consultation goes on. */
  Future<Boolean> say(SqlClient client, String id, String personId, Buffer text, Instant at) {
    String going =
        "update consultations set last_at = $2 where id = $1 and status in ('WAITING', 'TAKEN')";
    String sql =
        """
        insert into consultation_messages (consultation_id, seq, person_id, text, sent_at)
        select $1, coalesce(max(seq), 0) + 1, $2, $3, $4
        from consultation_messages where consultation_id = $1
        """;
    return changed(client, going, Tuple.of(id, Times.utc(at)))
        .compose(
            goes ->
                goes
                    ? changed(client, sql, Tuple.of(id, personId, text, Times.utc(at)))
                    : Future.succeededFuture(false));
  }

  Future<List<Message>> messages(SqlClient client, String id) {
    String sql =
        """
        select m.seq, p.name as staff, m.text, m.sent_at
        from consultation_messages m left join people p on p.id = m.person_id
        where m.consultation_id = $1 order by m.seq
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Message(
                                row.getInteger("seq"),
                                row.getString("staff"),
                                row.getBuffer("text"),
                                Times.of(row, "sent_at")))
                    .toList());
  }

  /** Those that wait, and those that this person has taken; dangers first, then the longest. */
  Future<List<JsonObject>> queue(SqlClient client, String personId) {
    String sql =
        """
        select id, status, type, alarm, asked_for_at, last_at from consultations
        where status = 'WAITING' or status = 'TAKEN' and taken_by = $1
        order by status desc, alarm is null, asked_for_at limit 200
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().map(HandOverStore::line).toList());
  }

  private static JsonObject line(Row row) {
    JsonObject line =
        JsonObject.of(
            "id", row.getString("id"),
            "status", row.getString("status"),
            "type", row.getString("type"),
            "askedForAt", Times.text(row, "asked_for_at"));
    if (row.getString("status").equals("WAITING")) {
      line.put("lapsesAt", Times.of(row, "last_at").plus(HandOvers.WAITS).toString());
    }
    String alarm = row.getString("alarm");
    return alarm == null ? line : line.put("alarm", alarm);
  }
}
