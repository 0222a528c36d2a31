package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.yilian.db.Times;

/** Rows of text messages. */
final class SmsStore {

  Future<Void> insert(SqlClient client, Sms.Message message) {
    return client
        .preparedQuery(
            """
            insert into sms_messages (id, phone, text, code, created_at)
            values ($1, $2, $3, $4, $5)
            """)
        .execute(
            Tuple.of(
                message.id(),
                message.phone(),
                message.text(),
                message.code(),
                message.at().atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /**
   * Takes messages that are due, for the caller to send; nobody else takes them for half a minute,
   * and with each failure for longer, up to an hour.
   *
   * @param codesSince a code that was made earlier is of no use to anybody
   */
  Future<List<Sms.Message>> take(SqlClient client, Instant now, Instant codesSince, int limit) {
    return client
        .preparedQuery(
            """
            with due as (
              select id from sms_messages
              where sent_at is null and (due_at is null or due_at <= $1)
                and (code is null or created_at > $2)
              order by created_at limit $3 for update skip locked
            )
            update sms_messages m
            set tries = m.tries + 1,
              due_at = $1 + least(interval '1 hour', interval '30 s' * power(2, least(m.tries, 9)))
            from due d where d.id = m.id
            returning m.id, m.phone, m.text, m.code, m.created_at
            """)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), codesSince.atOffset(ZoneOffset.UTC), limit))
        .map(SmsStore::messages);
  }

  Future<Void> markSent(SqlClient client, String id, OffsetDateTime at) {
    return client
        .preparedQuery("update sms_messages set sent_at = $2 where id = $1")
        .execute(Tuple.of(id, at))
        .mapEmpty();
  }

  Future<List<Sms.Message>> latest(SqlClient client, String phone) {
    return client
        .preparedQuery(
            """
            select id, phone, text, code, created_at from sms_messages
            where $1::text is null or phone = $1
            order by created_at desc, id limit 100
            """)
        .execute(Tuple.of(phone))
        .map(SmsStore::messages);
  }

  private static List<Sms.Message> messages(RowSet<Row> rows) {
    return rows.stream().map(SmsStore::message).toList();
  }

  private static Sms.Message message(Row row) {
    return new Sms.Message(
        row.getString("id"),
        row.getString("phone"),
        row.getString("text"),
        row.getString("code"),
        Times.of(row, "created_at"));
  }
}
