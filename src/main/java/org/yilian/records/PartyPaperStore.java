package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** The papers that everybody of a side may have, as the view of that name gathers them. */
final class PartyPaperStore {

  /** The papers of a room, as they came about. */
  Future<List<PartyPaper>> of(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select p.id, p.kind, p.agreement_id, p.number, p.day, p.file_id, f.media_type
            from party_papers p join files f on f.id = p.file_id
            where p.room_id = $1 order by f.created_at, p.id
            """)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(PartyPaperStore::fromRow).toList());
  }

  /** One paper of an agreement. */
  Future<Optional<PartyPaper>> find(SqlClient client, String agreementId, String id) {
    return client
        .preparedQuery(
            """
            select p.id, p.kind, p.agreement_id, p.number, p.day, p.file_id, f.media_type
            from party_papers p join files f on f.id = p.file_id
            where p.agreement_id = $1 and p.id = $2
            """)
        .execute(Tuple.of(agreementId, id))
        .map(rows -> rows.stream().map(PartyPaperStore::fromRow).findFirst());
  }

  /** The room of an agreement, whose papers are asked for by it. */
  Future<Optional<String>> roomOf(SqlClient client, String agreementId) {
    return client
        .preparedQuery("select room_id from agreements where id = $1")
        .execute(Tuple.of(agreementId))
        .map(rows -> rows.stream().map(row -> row.getString("room_id")).findFirst());
  }

  private static PartyPaper fromRow(Row row) {
    return new PartyPaper(
        row.getString("id"),
        PartyPaper.Kind.valueOf(row.getString("kind")),
        row.getString("agreement_id"),
        row.getString("number"),
        row.getLocalDate("day"),
        row.getString("file_id"),
        row.getString("media_type"));
  }
}
