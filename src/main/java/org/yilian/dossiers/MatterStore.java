package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yilian.db.Times;

/** Reads what a file is made of. Of side lanes it reads what was passed on, and nothing else. */
final class MatterStore {

  /** The rooms of a dispute that the organisation hosts. */
  Future<List<Matter.RoomRow>> hosted(SqlClient client, String disputeId, String hostId) {
    String sql =
        """
        select id, number, track, created_at, opened_at, ended_at, end_cause from rooms
        where dispute_id = $1 and host_organisation_id = $2 order by created_at, id
        """;
    return list(
        client,
        sql,
        Tuple.of(disputeId, hostId),
        row ->
            new Matter.RoomRow(
                row.getString("id"),
                row.getString("number"),
                row.getString("track"),
                Times.of(row, "created_at"),
                Times.of(row, "opened_at"),
                Times.of(row, "ended_at"),
                row.getString("end_cause")));
  }

  /** Who reported the dispute, by name; empty where nobody of the staff did. */
  Future<List<String>> reporter(SqlClient client, String disputeId) {
    String sql =
        "select p.name from disputes d join people p on p.id = d.created_by where d.id = $1";
    return list(client, sql, Tuple.of(disputeId), row -> row.getString("name"));
  }

  Future<List<Matter.Attendee>> attendees(SqlClient client, String roomId) {
    String sql =
        """
        select m.side, m.name, m.role, m.party_id, m.representative_id, c.method, c.at,
          k.name as checked_by
        from members m left join identity_checks c on c.member_id = m.id
        left join members k on k.id = c.checked_by
        where m.room_id = $1 and m.side is not null order by m.side, m.joined_at, m.id
        """;
    return list(
        client,
        sql,
        Tuple.of(roomId),
        row ->
            new Matter.Attendee(
                row.getString("side"),
                row.getString("name"),
                row.getString("role"),
                row.getString("party_id"),
                row.getString("representative_id"),
                row.getString("method"),
                row.getString("checked_by"),
                Times.of(row, "at")));
  }

  Future<List<Matter.Decision>> decisions(SqlClient client, String roomId) {
    String sql =
        """
        select m.name, m.role, c.kind, a.name as about, c.given, c.at
        from consents c join members m on m.id = c.member_id
        left join members a on a.id = c.about_member_id
        where m.room_id = $1 and m.side is not null order by m.side, m.name, m.id, c.at, c.kind
        """;
    return list(
        client,
        sql,
        Tuple.of(roomId),
        row ->
            new Matter.Decision(
                row.getString("name"),
                row.getString("role"),
                row.getString("kind"),
                row.getString("about"),
                row.getBoolean("given"),
                Times.of(row, "at")));
  }

  /** The joint lane, and in the lanes of the sides what the mediator passed on. */
  Future<List<Matter.Utterance>> common(SqlClient client, String roomId, int most) {
    String sql =
        """
        select m.sent_at, a.name, l.side, m.body
        from messages m join lanes l on l.id = m.lane_id join members a on a.id = m.member_id
        where l.room_id = $1 and m.recalled_at is null
          and (l.kind = 'JOINT' or l.kind = 'SIDE' and m.relay_of is not null)
        order by m.sent_at, m.lane_id, m.seq limit $2
        """;
    return list(client, sql, Tuple.of(roomId, most), MatterStore::utterance);
  }

  /** A whole lane, for the mediator's sealed part. */
  Future<List<Matter.Utterance>> lane(SqlClient client, String laneId) {
    String sql =
        """
        select m.sent_at, a.name, null as side, m.body
        from messages m join members a on a.id = m.member_id
        where m.lane_id = $1 and m.recalled_at is null order by m.seq
        """;
    return list(client, sql, Tuple.of(laneId), MatterStore::utterance);
  }

  private static Matter.Utterance utterance(Row row) {
    return new Matter.Utterance(
        Times.of(row, "sent_at"),
        row.getString("name"),
        row.getString("side"),
        said(row.getJsonObject("body")));
  }

  private static String said(JsonObject body) {
    String text = body.getString("text", "");
    return switch (body.getString("kind")) {
      case "law" ->
          DossierTexts.get("said.law", body.getString("law"), body.getString("article"), text);
      case "picture" -> DossierTexts.get("said.picture");
      default -> text.isEmpty() ? DossierTexts.get("said.card") : text;
    };
  }

  Future<List<Matter.SharedFact>> facts(SqlClient client, String roomId) {
    String sql =
        """
        select f.id, f.text, c.side, c.at, m.name
        from undisputed_facts f join fact_confirmations c on c.fact_id = f.id
        join members m on m.id = c.member_id
        where f.room_id = $1 order by f.created_at, f.id, c.side
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(
            rows -> {
              List<Matter.SharedFact> facts = new ArrayList<>();
              String last = null;
              for (Row row : rows) {
                if (!row.getString("id").equals(last)) {
                  last = row.getString("id");
                  facts.add(new Matter.SharedFact(row.getString("text"), new ArrayList<>()));
                }
                facts.get(facts.size() - 1).confirmed().add(confirmed(row));
              }
              return facts;
            });
  }

  private static Matter.Confirmed confirmed(Row row) {
    return new Matter.Confirmed(row.getString("side"), row.getString("name"), Times.of(row, "at"));
  }

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
    return list(
        client,
        sql,
        Tuple.of(roomId),
        row ->
            new Matter.Contract(
                row.getString("id"),
                row.getString("number"),
                row.getString("form").equals("ORAL"),
                Times.of(row, "signed_at"),
                Times.of(row, "sealed_at"),
                row.getLocalDate("effective_on"),
                row.getString("performed_by") == null
                    ? null
                    : LocalDate.parse(row.getString("performed_by"))));
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
        where a.room_id = $1 and l.spent_at is not null
        order by served_on, party, manner
        """;
    return list(
        client,
        sql,
        Tuple.of(roomId),
        row ->
            new Matter.Delivery(
                row.getString("id"),
                row.getString("party_id"),
                row.getString("party"),
                row.getString("manner"),
                row.getString("note"),
                row.getLocalDate("served_on"),
                row.getString("name")));
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
    return list(
        client,
        sql,
        Tuple.of(roomId),
        row ->
            new Matter.CourtFile(
                row.getString("number"),
                row.getString("name"),
                row.getString("file_id"),
                row.getLocalDate("dated"),
                row.getString("late_reason")));
  }

  /** The lanes of the sides. */
  Future<List<Matter.Talk>> talks(SqlClient client, String roomId) {
    String sql = "select id, side from lanes where room_id = $1 and kind = 'SIDE' order by side";
    return list(
        client,
        sql,
        Tuple.of(roomId),
        row -> new Matter.Talk(row.getString("id"), row.getString("side"), null));
  }

  /** Whether somebody sits in the room as its mediator now. */
  Future<Boolean> mediates(SqlClient client, String roomId, String principalId) {
    String sql =
        """
        select 1 from members
        where room_id = $1 and principal_id = $2 and role = 'MEDIATOR' and ended_at is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, principalId))
        .map(rows -> rows.size() > 0);
  }

  private static <T> Future<List<T>> list(
      SqlClient client, String sql, Tuple values, Function<Row, T> reader) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(
            rows -> {
              List<T> all = new ArrayList<>();
              rows.forEach(row -> all.add(reader.apply(row)));
              return all;
            });
  }
}
