package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Rows of parties. */
final class PartyStore {
  private static final String COLUMNS =
      """
      select id, dispute_id, position, side, kind, name, description,
        phone_sealed, phone_tail, phone_index, id_type, id_sealed, id_tail, id_index, birth_date,
        capacity, legal_representative, domicile, habitual_residence, address
      from parties
      """;

  private static final String INSERT =
      """
      insert into parties (id, dispute_id, position, side, kind, name, description,
        phone_sealed, phone_tail, phone_index, id_type, id_sealed, id_tail, id_index, birth_date,
        legal_representative, domicile, habitual_residence, address, capacity)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
      """;

  Future<Void> insertAll(SqlClient client, List<Party> parties) {
    return parties.isEmpty()
        ? Future.succeededFuture()
        : client
            .preparedQuery(INSERT)
            .executeBatch(parties.stream().map(PartyStore::values).toList())
            .mapEmpty();
  }

  Future<Void> update(SqlClient client, Party party) {
    String sql =
        """
        update parties set dispute_id = $2, position = $3, side = $4, kind = $5, name = $6,
          description = $7, phone_sealed = $8, phone_tail = $9, phone_index = $10, id_type = $11,
          id_sealed = $12, id_tail = $13, id_index = $14, birth_date = $15,
          legal_representative = $16, domicile = $17, habitual_residence = $18, address = $19,
          capacity = $20
        where id = $1
        """;
    return client.preparedQuery(sql).execute(values(party)).mapEmpty();
  }

  Future<Optional<Party>> find(SqlClient client, String id) {
    return select(client, COLUMNS + " where id = $1", id).map(found -> found.stream().findFirst());
  }

  Future<Optional<Party>> lock(SqlClient client, String id) {
    return select(client, COLUMNS + " where id = $1 for update", id)
        .map(found -> found.stream().findFirst());
  }

  Future<List<Party>> ofDispute(SqlClient client, String disputeId) {
    return select(client, COLUMNS + " where dispute_id = $1 order by position", disputeId);
  }

  private static Future<List<Party>> select(SqlClient client, String sql, String value) {
    return client.preparedQuery(sql).execute(Tuple.of(value)).map(PartyStore::all);
  }

  static List<Party> all(RowSet<Row> rows) {
    return rows.stream().map(PartyStore::fromRow).toList();
  }

  private static Party fromRow(Row row) {
    String idType = row.getString("id_type");
    String capacity = row.getString("capacity");
    return new Party(
        row.getString("id"),
        row.getString("dispute_id"),
        row.getInteger("position"),
        row.getString("side"),
        PartyKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("description"),
        sealed(row, "phone"),
        idType == null ? null : IdType.valueOf(idType),
        sealed(row, "id"),
        row.getLocalDate("birth_date"),
        capacity == null ? null : Capacity.valueOf(capacity),
        row.getString("legal_representative"),
        row.getString("domicile"),
        row.getString("habitual_residence"),
        row.getString("address"));
  }

  static Sealed sealed(Row row, String what) {
    Buffer bytes = row.getBuffer(what + "_sealed");
    return bytes == null
        ? null
        : new Sealed(
            bytes.getBytes(), row.getString(what + "_tail"), row.getString(what + "_index"));
  }

  private static Tuple values(Party party) {
    Tuple values =
        Tuple.of(party.id(), party.disputeId(), party.position(), party.side())
            .addString(party.kind().name())
            .addString(party.name())
            .addString(party.description());
    addSealed(values, party.phone());
    values.addString(party.idType() == null ? null : party.idType().name());
    addSealed(values, party.idNumber());
    return values
        .addLocalDate(party.birthDate())
        .addString(party.legalRepresentative())
        .addString(party.domicile())
        .addString(party.habitualResidence())
        .addString(party.address())
        .addString(party.capacity() == null ? null : party.capacity().name());
  }

  static Tuple addSealed(Tuple values, Sealed sealed) {
    return sealed == null
        ? values.addBuffer(null).addString(null).addString(null)
        : values
            .addBuffer(Buffer.buffer(sealed.bytes()))
            .addString(sealed.tail())
            .addString(sealed.index());
  }
}
