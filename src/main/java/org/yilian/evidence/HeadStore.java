package org.yilian.evidence;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of signed heads. */
final class HeadStore {

  Future<Optional<Head>> last(SqlClient client, Tree tree) {
    return client
        .preparedQuery(
            """
            select tree, size, root, peaks, at, key_id, signature from evidence_heads
            where tree = $1 order by size desc limit 1
            """)
        .execute(Tuple.of(tree.name()))
        .map(rows -> heads(rows).stream().findFirst());
  }

  /** Smallest first. */
  Future<List<Head>> ofTree(SqlClient client, Tree tree) {
    return client
        .preparedQuery(
            """
            select tree, size, root, peaks, at, key_id, signature from evidence_heads
            where tree = $1 order by size
            """)
        .execute(Tuple.of(tree.name()))
        .map(HeadStore::heads);
  }

  /** The newest first. */
  Future<List<Head>> lastBefore(SqlClient client, Tree tree, Instant until, int limit) {
    return client
        .preparedQuery(
            """
            select tree, size, root, peaks, at, key_id, signature from evidence_heads
            where tree = $1 and at <= $2 order by size desc limit $3
            """)
        .execute(Tuple.of(tree.name(), until.atOffset(ZoneOffset.UTC), limit))
        .map(HeadStore::heads);
  }

  /** The last head of each tree that has one from this time. */
  Future<List<Head>> lastBetween(SqlClient client, Instant from, Instant to) {
    return client
        .preparedQuery(
            """
            select distinct on (tree) tree, size, root, peaks, at, key_id, signature
            from evidence_heads where at >= $1 and at < $2
            order by tree, size desc
            """)
        .execute(Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)))
        .map(HeadStore::heads);
  }

  /** Keeps it unless a head of that size is there already. */
  Future<Void> keep(SqlClient client, Head head) {
    return client
        .preparedQuery(
            """
            insert into evidence_heads (tree, size, root, peaks, at, key_id, signature)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (tree, size) do nothing
            """)
        .execute(
            Tuple.of(
                head.tree().name(),
                head.size(),
                Buffer.buffer(head.root()),
                Buffer.buffer(head.peaks()),
                head.at().atOffset(ZoneOffset.UTC),
                head.keyId(),
                Buffer.buffer(head.signature())))
        .mapEmpty();
  }

  private static List<Head> heads(RowSet<Row> rows) {
    return rows.stream().map(HeadStore::head).toList();
  }

  private static Head head(Row row) {
    return new Head(
        Tree.named(row.getString("tree")),
        row.getLong("size"),
        row.getBuffer("root").getBytes(),
        row.getBuffer("peaks").getBytes(),
        Times.of(row, "at"),
        row.getString("key_id"),
        row.getBuffer("signature").getBytes());
  }
}
