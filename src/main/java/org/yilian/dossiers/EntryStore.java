package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import org.yilian.db.Times;

/** Papers that clerks put into files. */
final class EntryStore {

  /** Whose file of which dispute. */
  record Place(String disputeId, String hostId) {}

  Future<List<Entry>> of(SqlClient client, Place place) {
    return client
        .preparedQuery(
            """
            select id, kind, title, dated, file_id from dossier_entries
            where dispute_id = $1 and organisation_id = $2 and taken_out_at is null
            order by dated nulls last, at, id
            """)
        .execute(Tuple.of(place.disputeId(), place.hostId()))
        .map(rows -> rows.stream().map(EntryStore::entry).toList());
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getString("id"),
        ItemKind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getLocalDate("dated"),
        row.getString("file_id"));
  }

  Future<Void> add(SqlClient client, Place place, Entry entry, String person, Instant at) {
    return client
        .preparedQuery(
            """
            insert into dossier_entries
              (id, dispute_id, organisation_id, kind, title, dated, file_id, by_person, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """)
        .execute(
            Tuple.from(
                new Object[] {
                  entry.id(),
                  place.disputeId(),
                  place.hostId(),
                  entry.kind().name(),
                  entry.title(),
                  entry.dated(),
                  entry.fileId(),
                  person,
                  Times.utc(at)
                }))
        .mapEmpty();
  }

  /** Whether there was such an entry in this file. */
  Future<Boolean> takeOut(SqlClient client, Place place, String id, String person, Instant at) {
    return client
        .preparedQuery(
            """
            update dossier_entries set taken_out_at = $5, taken_out_by = $4
            where id = $1 and dispute_id = $2 and organisation_id = $3 and taken_out_at is null
            """)
        .execute(Tuple.of(id, place.disputeId(), place.hostId(), person, Times.utc(at)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Whose entry it is; empty where there is none. */
  Future<List<String>> holders(SqlClient client, String id) {
    return client
        .preparedQuery("select organisation_id from dossier_entries where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(row -> row.getString("organisation_id")).toList());
  }
}
