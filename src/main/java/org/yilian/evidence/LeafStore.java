package org.yilian.evidence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Reads the leaves of trees, in their order; they are written with what they attest. */
final class LeafStore {

  /** The hashes alone, from the leaf after that number. */
  Future<List<byte[]>> hashes(SqlClient client, Tree tree, long after) {
    return client
        .preparedQuery(
            """
            select leaf from evidence_leaves where kind = $1 and id = $2 and n > $3 order by n
            """)
        .execute(Tuple.of(tree.kind(), tree.id(), after))
        .map(rows -> rows.stream().map(row -> row.getBuffer("leaf").getBytes()).toList());
  }

  /** Whole. */
  Future<List<Leaf>> leaves(SqlClient client, Tree tree) {
    return client
        .preparedQuery(
            """
            select n, nonce, leaf, data from evidence_leaves
            where kind = $1 and id = $2 order by n
            """)
        .execute(Tuple.of(tree.kind(), tree.id()))
        .map(rows -> rows.stream().map(LeafStore::leaf).toList());
  }

  private static Leaf leaf(Row row) {
    return new Leaf(
        row.getLong("n"),
        row.getBuffer("nonce").getBytes(),
        row.getBuffer("leaf").getBytes(),
        row.getString("data"));
  }
}
