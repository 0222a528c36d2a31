package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Rows of representatives. */
final class RepresentativeStore {
  private static final String COLUMNS =
      """
      select r.id, r.party_id, r.kind, r.name, r.phone_sealed, r.phone_tail, r.phone_index,
        r.id_type, r.id_sealed, r.id_tail, r.id_index, r.authority, r.document_id,
        r.conflict_of_interest
      from representatives r
      """;

  Future<Void> insert(SqlClient client, Representative one, Instant at) {
    String sql =
        """
        insert into representatives (id, party_id, kind, name, phone_sealed, phone_tail, phone_index,
          id_type, id_sealed, id_tail, id_index, authority, document_id, created_at,
          conflict_of_interest)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """;
    Tuple values = Tuple.of(one.id(), one.partyId(), one.kind().name(), one.name());
    PartyStore.addSealed(values, one.phone()).addString(one.idType().name());
    PartyStore.addSealed(values, one.idNumber())
        .addString(one.authority() == null ? null : one.authority().name())
        .addString(one.documentId())
        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
        .addBoolean(one.conflictOfInterest());
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Void> conflict(SqlClient client, String id, boolean conflict) {
    return client
        .preparedQuery("update representatives set conflict_of_interest = $2 where id = $1")
        .execute(Tuple.of(id, conflict))
        .mapEmpty();
  }

  Future<Optional<Representative>> find(SqlClient client, String id) {
    return select(client, COLUMNS + " where r.id = $1", id).map(all -> all.stream().findFirst());
  }

  Future<List<Representative>> ofDispute(SqlClient client, String disputeId) {
    String sql =
        COLUMNS
            + """
             join parties p on p.id = r.party_id
             where p.dispute_id = $1 order by r.created_at, r.id
            """;
    return select(client, sql, disputeId);
  }

  private static Future<List<Representative>> select(SqlClient client, String sql, String value) {
    return client.preparedQuery(sql).execute(Tuple.of(value)).map(RepresentativeStore::all);
  }

  private static List<Representative> all(RowSet<Row> rows) {
    return rows.stream().map(RepresentativeStore::fromRow).toList();
  }

  private static Representative fromRow(Row row) {
    String authority = row.getString("authority");
    return new Representative(
        row.getString("id"),
        row.getString("party_id"),
        RepresentativeKind.valueOf(row.getString("kind")),
        row.getString("name"),
        PartyStore.sealed(row, "phone"),
        IdType.valueOf(row.getString("id_type")),
        PartyStore.sealed(row, "id"),
        authority == null ? null : Authority.valueOf(authority),
        row.getString("document_id"),
        row.getBoolean("conflict_of_interest"));
  }
}
