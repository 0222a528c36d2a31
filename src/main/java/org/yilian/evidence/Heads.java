package org.yilian.evidence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Signs how trees stand: in the transaction of a pause, an end or a seal, and whenever somebody
 * asks for a receipt. A head needs only the leaves that came since the one before.
 */
public final class Heads {
  private final HeadStore heads = new HeadStore();
  private final LeafStore leaves = new LeafStore();
  private final SigningKeys keys;
  private final Clock clock;

  public Heads(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The head of a tree as it stands now; empty while nothing is in it. */
  public Future<Optional<Head>> sign(SqlClient client, Tree tree) {
    return heads
        .last(client, tree)
        .compose(
            last ->
                leaves
                    .hashes(client, tree, sizeOf(last))
                    .compose(
                        fresh ->
                            fresh.isEmpty()
                                ? Future.succeededFuture(last)
                                : grown(client, tree, last, fresh)));
  }

  /** The heads of several trees, one after the other in the order of their names. */
  public Future<Void> sign(SqlClient client, Collection<Tree> trees) {
    Future<?> done = Future.succeededFuture();
    for (Tree tree : trees.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList()) {
      done = done.compose(before -> sign(client, tree));
    }
    return done.mapEmpty();
  }

  /** All heads that were ever signed of a tree, smallest first. */
  public Future<List<Head>> of(SqlClient client, Tree tree) {
    return heads.ofTree(client, tree);
  }

  private static long sizeOf(Optional<Head> head) {
    return head.map(Head::size).orElse(0L);
  }

  private Future<Optional<Head>> grown(
      SqlClient client, Tree tree, Optional<Head> last, List<byte[]> fresh) {
    Frontier frontier = last.map(Head::frontier).orElseGet(Frontier::empty);
    fresh.forEach(frontier::add);
    return keys.sign(key -> Head.sign(tree, frontier, after(last), key))
        .compose(head -> heads.keep(client, head))
        .compose(kept -> heads.last(client, tree));
  }

  /** Now, to the precision of the database; a clock that was set back does not disorder heads. */
  private Instant after(Optional<Head> last) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return last.map(Head::at).filter(now::isBefore).orElse(now);
  }
}
