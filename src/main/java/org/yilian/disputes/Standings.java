package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yilian.kernel.Refusal;

/** Where disputes stand, as the features that move them on read and change it. */
public final class Standings {
  private final StandingStore store = new StandingStore();

  public Future<Standing> of(SqlClient client, String disputeId) {
    return store
        .of(client, List.of(disputeId))
        .map(
            found -> {
              if (found.isEmpty()) {
                throw Refusal.notFound();
              }
              return found.get(disputeId);
            });
  }

  public Future<Map<String, Standing>> of(SqlClient client, List<String> disputeIds) {
    return store.of(client, disputeIds);
  }

  /** Keeps the change of a dispute that the caller's transaction has locked. */
  public Future<Void> save(SqlClient client, String disputeId, Standing standing) {
    return store.save(client, disputeId, standing);
  }

  /** Adds what somebody got back, as it was confirmed to him. */
  public Future<Void> recovered(SqlClient client, String disputeId, long fen) {
    return store.recovered(client, disputeId, fen);
  }

  /** When a unit first took it over. */
  public Future<Void> signedFor(SqlClient client, String disputeId, Instant at) {
    return store.signedFor(client, disputeId, at);
  }

  public Future<Void> mergedInto(
      SqlClient client, String disputeId, String into, DisputeStatus before) {
    return store.merge(client, disputeId, into, before);
  }

  /** Takes a merger back and tells where the dispute was before. */
  public Future<DisputeStatus> unmerged(SqlClient client, String disputeId) {
    return store
        .beforeMerger(client, disputeId)
        .compose(before -> store.merge(client, disputeId, null, null).map(before));
  }
}
