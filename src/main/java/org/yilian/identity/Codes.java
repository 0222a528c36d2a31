package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.yilian.db.Database;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * Six-digit codes that confirm an intent, such as entering a room or signing a text. A code belongs
 * to one subject, lives five minutes and is used up by its first right use; five wrong tries end
 * it.
 */
public final class Codes {
  static final Duration LIFE = Duration.ofMinutes(5);
  private static final int TRIES = 5;

  private final CodeStore store = new CodeStore();
  private final Database database;
  private final Sms sms;
  private final Clock clock;

  public Codes(Database database, Sms sms, Clock clock) {
    this.database = database;
    this.sms = sms;
    this.clock = clock;
  }

  /**
   * Makes a new code for the subject, replacing an older one, and queues it to the phone.
   *
   * @param subject what is confirmed and by whom, such as {@code sign:<agreement>:<party>}
   * @param text makes the message from the code
   */
  public Future<Void> issue(
      SqlClient client, String subject, String phone, UnaryOperator<String> text) {
    String code = Ids.sixDigits();
    Instant now = clock.instant();
    return store
        .put(client, subject, hash(subject, code), now, now.plus(LIFE))
        .compose(done -> sms.queue(client, phone, text.apply(code), code));
  }

  /**
   * Uses the code up. A wrong try is counted on a connection of its own, so that it stays counted
   * when the caller's transaction rolls back.
   *
   * @return fails with 400 {@code code-wrong} or {@code code-expired}, or 429 {@code
   *     too-many-tries}
   */
  public Future<Void> redeem(SqlClient client, String subject, String code) {
    return store
        .find(client, subject)
        .compose(found -> found.isEmpty() ? expired() : redeem(client, subject, code, found.get()));
  }

  private Future<Void> redeem(
      SqlClient client, String subject, String code, CodeStore.Code issued) {
    if (issued.tries() >= TRIES) {
      return Future.failedFuture(Throttles.tooMany());
    }
    if (!issued.expiresAt().isAfter(clock.instant())) {
      return expired();
    }
    if (code == null || !issued.hash().equals(hash(subject, code))) {
      return store.countTry(database.pool(), subject).compose(counted -> wrong());
    }
    return store
        .delete(client, subject, issued.hash())
        .compose(first -> first ? Future.succeededFuture() : expired());
  }

  private static String hash(String subject, String code) {
    return Secrets.hash(subject + ' ' + code);
  }

  private static Future<Void> wrong() {
    return Future.failedFuture(Refusal.bad("code-wrong", "code", "验证码不对，请核对短信后重新输入。"));
  }

  private static Future<Void> expired() {
    return Future.failedFuture(Refusal.bad("code-expired", "code", "验证码已过期，请重新获取。"));
  }
}
