package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Disputes that wait to be handed on. Whoever takes one and fails gives it back by rolling back.
 */
public final class DispatchQueue {
  private final QueueStore store = new QueueStore();

  /** Puts a dispute into the queue, unless it is there. */
  public Future<Void> put(SqlClient client, String disputeId, Instant at) {
    return store.put(client, disputeId, at.atOffset(ZoneOffset.UTC));
  }

  /** Takes a dispute out; false where somebody else has it. */
  public Future<Boolean> take(SqlClient client, String disputeId) {
    return store.take(client, disputeId);
  }

  /** Those that wait, the longest first. */
  public Future<List<String>> oldest(SqlClient client, int limit) {
    return store.oldest(client, limit);
  }
}
