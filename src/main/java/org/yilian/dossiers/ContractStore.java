package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.yilian.db.Times;

/** Reads what was agreed in a mediation, to whom it was given, and what went to the court. */
final class ContractStore {

  /** Those that all have signed; an oral one counts from its recording. */
  Future<List<Matter.Contract>> agreements(SqlClient client, String roomId) {
    String sql =
        """
        select a.id, a.number, a.form, a.sealed_at, a.effective_on, (
            select max(s.at) from agreement_signatures s
            where s.agreement_id = a.id and s.version = a.version) as signed_at, (
            select max(due #>> '{}') from jsonb_path_query(a.content, '$.**.dueOn') due)
            as performed_by
        from agreements a where a.room_id = $1 and a.status in ('SIGNED', 'EFFECTIVE')
        order by a.effective_on nulls last, a.number
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(ContractStore::contract).toList());
  }

  private static Matter.Contract contract(Row row) {
    return new Matter.Contract(
        row.getString("id"),
        row.getString("number"),
        row.getString("form").equals("ORAL"),
        Times.of(row, "signed_at"),
        Times.of(row, "sealed_at"),
        row.getLocalDate("effective_on"),
        row.getString("performed_by") == null
            ? null
            : LocalDate.parse(row.getString("performed_by")));
  }

  /** What the clerk entered, and what a party fetched by a link of its own. */
  Future<List<Matter.Delivery>> deliveries(SqlClient client, String roomId) {
    String sql =
        """
        select a.id, y.id as party_id, y.name as party, e.manner, e.note, e.served_on, p.name
        from services e join agreements a on a.id = e.agreement_id
        join parties y on y.id = e.party_id left join people p on p.id = e.by_person
        where a.room_id = $1
        union all
        select a.id, coalesce(y.id, v.party_id), coalesce(y.name, v.name), 'FETCHED', null,
          (l.spent_at at time zone 'Asia/Shanghai')::date, null
        from document_links l join agreements a on a.id = l.agreement_id
        left join parties y on y.id = l.principal_id
        left join representatives v on v.id = l.principal_id
        where a.room_id = $1 and l.spent_at is not null and l.paper = 'agreement-' || a.id
        order by served_on, party, manner
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(ContractStore::delivery).toList());
  }

  private static Matter.Delivery delivery(Row row) {
    return new Matter.Delivery(
        row.getString("id"),
        row.getString("party_id"),
        row.getString("party"),
        row.getString("manner"),
        row.getString("note"),
        row.getLocalDate("served_on"),
        row.getString("name"));
  }

  /** What was handed to the court, then and later, and the ruling. */
  Future<List<Matter.CourtFile>> court(SqlClient client, String roomId) {
    String sql =
        """
        select a.number, d.name, d.file_id, c.late_reason,
          (c.received_at at time zone 'Asia/Shanghai')::date as dated, c.created_at,
          coalesce(array_position(array['application.pdf', 'certificate.pdf'], d.name), 3) as place
        from confirmations c join agreements a on a.id = c.agreement_id
        join confirmation_documents d on d.confirmation_id = c.id
        where a.room_id = $1
        union all
        select a.number, 'ruling', c.ruling_file_id, c.late_reason, (
            select (max(s.at) at time zone 'Asia/Shanghai')::date from confirmation_steps s
            where s.confirmation_id = c.id), c.created_at, 5
        from confirmations c join agreements a on a.id = c.agreement_id
        where a.room_id = $1 and c.ruling_file_id is not null
        union all
        select a.number, 'supplement', f.id, c.late_reason,
          (s.at at time zone 'Asia/Shanghai')::date, c.created_at, 4
        from confirmations c join agreements a on a.id = c.agreement_id
        join confirmation_steps s on s.confirmation_id = c.id and s.action = 'SUPPLY'
        cross join jsonb_array_elements_text(s.file_ids) f(id)
        where a.room_id = $1
        order by created_at, place, name
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(ContractStore::courtFile).toList());
  }

  private static Matter.CourtFile courtFile(Row row) {
    return new Matter.CourtFile(
        row.getString("number"),
        row.getString("name"),
        row.getString("file_id"),
        row.getLocalDate("dated"),
        row.getString("late_reason"));
  }
}
