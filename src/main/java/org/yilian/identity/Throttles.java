package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.yilian.kernel.Refusal;

/** Counts failures of a subject within a window. Successes are never counted. */
public final class Throttles {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final ThrottleStore store = new ThrottleStore();
  private final Clock clock;

  public Throttles(Clock clock) {
    this.clock = clock;
  }

  /** 429 {@code too-many-tries} once the subject has failed so often within fifteen minutes. */
  public Future<Void> check(SqlClient client, String subject, int allowed) {
    return store
        .failures(client, subject, now())
        .compose(
            failures ->
                failures < allowed ? Future.succeededFuture() : Future.failedFuture(tooMany()));
  }

  public Future<Void> failed(SqlClient client, String subject) {
    return store.count(client, subject, now(), now().plus(WINDOW));
  }

  public Future<Void> clear(SqlClient client, String subject) {
    return store.clear(client, subject);
  }

  public static Refusal tooMany() {
    return Refusal.of(429, "too-many-tries", "尝试次数过多，请十五分钟后再试，或打电话给调解员。");
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
