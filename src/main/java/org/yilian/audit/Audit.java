package org.yilian.audit;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Facts, appended in the transaction of the change that they tell of. A scope is where a fact was
 * born: a lane, an agreement, a room's staff. Each fact is bound to a nonce, so that the hash of a
 * short one cannot be guessed.
 */
public final class Audit {
  private static final int NONCE_BYTES = 16;

  private final FactStore store = new FactStore();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  public Audit(Clock clock) {
    this.clock = clock;
  }

  /**
   * Appends one fact.
   *
   * @param scope such as {@code agreement:<id>}
   * @param actor the id of whoever did it, or {@code system}
   * @param kind a kebab-case word, such as {@code room-opened}
   */
  public Future<Void> append(
      SqlClient client, String scope, String actor, String kind, JsonObject data) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    // PostgreSQL keeps microseconds, and the leaf must come out the same when read back.
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return store
        .nextNumber(client, scope)
        .map(seq -> new Fact(scope, seq, at, actor, kind, data, nonce))
        .compose(fact -> store.insert(client, fact));
  }

  /** The facts of a scope, oldest first. */
  public Future<List<Fact>> of(SqlClient client, String scope) {
    return store.ofScope(client, scope);
  }

  /** The bytes that a fact's leaf is made of: what was said to have happened, and when. */
  static byte[] bytes(Fact fact) {
    return new JsonObject()
        .put("scope", fact.scope())
        .put("seq", fact.seq())
        .put("at", fact.at().toString())
        .put("actor", fact.actor())
        .put("kind", fact.kind())
        .put("data", fact.data())
        .encode()
        .getBytes(StandardCharsets.UTF_8);
  }
}
