package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Rows of the sealed pieces of recordings. */
final class PieceStore {

  Future<Void> insert(SqlClient client, String id, long start, int length, byte[] sealed) {
    return client
        .preparedQuery(
            """
            insert into recording_pieces (recording_id, start, length, sealed)
            values ($1, $2, $3, $4)
            """)
        .execute(Tuple.of(id, start, length, Buffer.buffer(sealed)))
        .mapEmpty();
  }

  /** Where the pieces begin that hold something of a range, in order. */
  Future<List<Long>> starts(SqlClient client, String id, long from, long to) {
    return client
        .preparedQuery(
            """
            select start from recording_pieces
            where recording_id = $1 and start < $3 and start + length > $2 order by start
            """)
        .execute(Tuple.of(id, from, to))
        .map(rows -> rows.stream().map(row -> row.getLong("start")).toList());
  }

  Future<byte[]> sealed(SqlClient client, String id, long start) {
    return client
        .preparedQuery("select sealed from recording_pieces where recording_id = $1 and start = $2")
        .execute(Tuple.of(id, start))
        .map(rows -> rows.iterator().next().getBuffer("sealed").getBytes());
  }

  Future<Void> delete(SqlClient client, String id) {
    return client
        .preparedQuery("delete from recording_pieces where recording_id = $1")
        .execute(Tuple.of(id))
        .mapEmpty();
  }
}
