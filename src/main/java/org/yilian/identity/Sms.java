package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.kernel.Ids;

/**
 * Text messages, written in the transaction of what they tell of and sent after it. A message that
 * could not be sent stays in the outbox and goes with the next flush.
 */
public final class Sms {
  private static final Logger LOG = LoggerFactory.getLogger(Sms.class);
  private static final int BATCH = 50;

  private final SmsStore store = new SmsStore();
  private final Database database;
  private final SmsSender sender;
  private final Clock clock;

  public Sms(Database database, SmsSender sender, Clock clock) {
    this.database = database;
    this.sender = sender;
    this.clock = clock;
  }

  /** One message of the outbox. */
  public record Message(String id, String phone, String text, String code, java.time.Instant at) {}

  /** Queues a message; {@code code} is the one it carries, or null. */
  public Future<Void> queue(SqlClient client, String phone, String text, String code) {
    Message message = new Message(Ids.fresh(), phone, text, code, clock.instant());
    return store.insert(client, message);
  }

  /** Sends what is queued. Call it after the commit; nobody need wait for it. */
  public Future<Void> flush() {
    return store
        .unsent(database.pool(), BATCH)
        .compose(this::sendAll)
        .onFailure(failure -> LOG.warn("sms not sent reason={}", failure.toString()));
  }

  private Future<Void> sendAll(List<Message> messages) {
    return Future.join(messages.stream().map(this::sendOne).toList()).mapEmpty();
  }

  private Future<Void> sendOne(Message message) {
    return sender
        .send(message.id(), message.phone(), message.text())
        .compose(
            sent ->
                store.markSent(
                    database.pool(), message.id(), clock.instant().atOffset(ZoneOffset.UTC)));
  }

  /** The latest messages, newest first; of one phone, or of all where it is null. */
  public Future<List<Message>> outbox(String phone) {
    return store.latest(database.pool(), phone);
  }
}
