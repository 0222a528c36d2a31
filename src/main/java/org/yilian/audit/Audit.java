package org.yilian.audit;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Facts, appended in the transaction of the change that they tell of. A scope is where a fact was
 * born: a lane, an agreement, a room's staff. Each fact becomes a leaf of its scope's evidence
 * tree, with a nonce, by a trigger of its table.
 */
public final class Audit {
  private final FactStore store = new FactStore();
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
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return store.append(client, scope, at, actor, kind, data);
  }

  /** Appends the first fact of each of many scopes, such as what a bulk load brings. */
  public Future<Void> begin(
      SqlClient client, Map<String, JsonObject> byScope, String actor, String kind) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return store.insertFirst(
        client,
        byScope.entrySet().stream()
            .map(one -> new Fact(one.getKey(), 1, at, actor, kind, one.getValue()))
            .toList());
  }

  /** The facts of a scope, oldest first. */
  public Future<List<Fact>> of(SqlClient client, String scope) {
    return store.ofScope(client, scope);
  }
}
