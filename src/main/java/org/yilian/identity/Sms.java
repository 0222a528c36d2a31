package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Periodic;

/**
 * Text messages, written in the transaction of what they tell of and sent after it. One that could
 * not be sent, or that a crash left behind, is sent later, under the same id; of several servers
 * one sends it.
 */
public final class Sms {
  private static final Logger LOG = LoggerFactory.getLogger(Sms.class);
  private static final int BATCH = 50;
  private static final long SWEEP_MILLIS = 10_000;

  private final SmsStore store = new SmsStore();
  private final Periodic rounds;
  private final Database database;
  private final SmsSender sender;
  private final Clock clock;

  public Sms(Vertx vertx, Database database, SmsSender sender, Clock clock) {
    this.rounds = new Periodic(vertx, SWEEP_MILLIS, this::flush);
    this.database = database;
    this.sender = sender;
    this.clock = clock;
  }

  /** One message of the outbox. */
  public record Message(String id, String phone, String text, String code, Instant at) {}

  /** Queues a message; {@code code} is the one it carries, or null. */
  public Future<Void> queue(SqlClient client, String phone, String text, String code) {
    Message message = new Message(Ids.fresh(), phone, text, code, clock.instant());
    return store.insert(client, message);
  }

  /** Sends what an earlier run left behind, and looks for more from time to time. */
  public void start() {
    flush();
    rounds.start();
  }

  /** Looks no more. What is left waits for the next start. */
  public void stop() {
    rounds.stop();
  }

  /** Sends what is queued. Call it after the commit; nobody need wait for it. */
  public Future<Void> flush() {
    Instant now = clock.instant();
    return store
        .take(database.pool(), now, now.minus(Codes.LIFE), BATCH)
        .compose(taken -> sendAll(taken).compose(sent -> more(taken)))
        .onFailure(failure -> LOG.warn("sms not taken reason={}", failure.toString()));
  }

  /** A message that fails stays queued, and keeps no other from being sent. */
  private Future<Void> sendAll(List<Message> messages) {
    return Future.join(messages.stream().map(this::sendOne).toList())
        .onFailure(failure -> LOG.warn("sms not sent reason={}", failure.toString()))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private Future<Void> more(List<Message> taken) {
    return taken.size() < BATCH ? Future.succeededFuture() : flush();
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
