package org.yilian.evidence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;

/**
 * Reads the log. Nothing writes it but what is attested itself: each message and each fact becomes
 * a leaf by a trigger, in its own statement.
 */
public final class EvidenceLog {
  private final LeafStore leaves = new LeafStore();

  /** The entries of a tree in their order, whole: what is shown of them is the caller's affair. */
  public Future<List<Leaf>> leaves(SqlClient client, Tree tree) {
    return leaves.leaves(client, tree);
  }

  /** Their hashes alone. */
  public Future<List<byte[]>> hashes(SqlClient client, Tree tree) {
    return leaves.hashes(client, tree, 0);
  }
}
