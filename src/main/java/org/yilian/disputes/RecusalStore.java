package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.db.Times;

/** Rows of recusals, and what the disputes themselves say of whom somebody acted for. */
final class RecusalStore {
  /**
   * Those of these people who may not be neutral in the dispute. A party is known again in another
   * dispute by its phone or its identity number. Whoever interpreted for it there acted for nobody.
   *
   * @param phones the index of each one's phone, or null
   */
  Future<Set<String>> of(SqlClient client, String disputeId, Map<String, String> phones) {
    String sql =
        """
        with asked as (
            select * from unnest($2::text[], $3::text[]) a (person_id, phone_index)),
          own as (
            select id, name, phone_index, id_index from parties where dispute_id = $1),
          kin as (
            select p.id, p.dispute_id from parties p
            where p.dispute_id = $1 or exists (select 1 from own o
              where p.phone_index = o.phone_index or p.id_index = o.id_index))
        select a.person_id from asked a
        where exists (select 1 from own o where o.phone_index = a.phone_index)
          or exists (select 1 from representatives r join kin k on k.id = r.party_id
            where r.phone_index = a.phone_index
              and (r.kind <> 'INTERPRETER' or k.dispute_id = $1))
          or exists (select 1 from disclosures c
              join members m on m.id = c.member_id
              join rooms r on r.id = m.room_id
            where m.principal_id = a.person_id and c.relation <> 'NONE'
              and r.dispute_id in (select dispute_id from kin))
          or exists (select 1 from recusals x join own o
              on x.id_index = o.id_index or x.phone_index = o.phone_index or x.name = o.name
            where x.person_id = a.person_id and x.withdrawn_at is null)
        """;
    List<String> ids = new ArrayList<>(phones.keySet());
    String[] indexes = ids.stream().map(phones::get).toArray(String[]::new);
    Tuple values =
        Tuple.of(disputeId).addArrayOfString(ids.toArray(String[]::new)).addArrayOfString(indexes);
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(
            rows ->
                rows.stream().map(row -> row.getString("person_id")).collect(Collectors.toSet()));
  }

  Future<List<JsonObject>> ofPerson(SqlClient client, String personId) {
    String sql =
        """
        select id, name, relation, phone_index is not null as by_phone,
          id_index is not null as by_id, noted_at
        from recusals where person_id = $1 and withdrawn_at is null order by noted_at desc, id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().map(RecusalStore::view).toList());
  }

  private static JsonObject view(Row row) {
    return new JsonObject()
        .put("id", row.getString("id"))
        .put("name", row.getString("name"))
        .put("relation", row.getString("relation"))
        .put("byPhone", row.getBoolean("by_phone"))
        .put("byIdNumber", row.getBoolean("by_id"))
        .put("notedAt", Times.text(row, "noted_at"));
  }

  Future<Void> insert(SqlClient client, Recusals.Recusal one, Instant at) {
    String sql =
        """
        insert into recusals (id, person_id, name, relation, phone_index, id_index, noted_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;
    Tuple values =
        Tuple.of(one.id(), one.personId(), one.name(), one.relation().name())
            .addString(one.phoneIndex())
            .addString(one.idIndex())
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Boolean> withdraw(SqlClient client, String id, String personId, Instant at) {
    String sql =
        """
        update recusals set withdrawn_at = $3
        where id = $1 and person_id = $2 and withdrawn_at is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, personId, Times.utc(at)))
        .map(rows -> rows.rowCount() == 1);
  }
}
