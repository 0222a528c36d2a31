package org.yilian.evidence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
        .map(rows -> all(rows, row -> row.getBuffer("leaf").getBytes()));
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
        .map(rows -> all(rows, LeafStore::leaf));
  }

  private static Leaf leaf(Row row) {
    return new Leaf(
        row.getLong("n"),
        row.getBuffer("nonce").getBytes(),
        row.getBuffer("leaf").getBytes(),
        row.getString("data"));
  }

  private static <T> List<T> all(Iterable<Row> rows, Function<Row, T> reader) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(reader.apply(row)));
    return all;
  }
}
