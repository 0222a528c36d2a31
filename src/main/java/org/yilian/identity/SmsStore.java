package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

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

  Future<List<Sms.Message>> unsent(SqlClient client, int limit) {
    return client
        .preparedQuery(
            """
            select id, phone, text, code, created_at from sms_messages
            where sent_at is null order by created_at limit $1
            """)
        .execute(Tuple.of(limit))
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

  private static List<Sms.Message> messages(Iterable<Row> rows) {
    List<Sms.Message> messages = new ArrayList<>();
    rows.forEach(row -> messages.add(message(row)));
    return messages;
  }

  private static Sms.Message message(Row row) {
    return new Sms.Message(
        row.getString("id"),
        row.getString("phone"),
        row.getString("text"),
        row.getString("code"),
        row.getOffsetDateTime("created_at").toInstant());
  }
}
