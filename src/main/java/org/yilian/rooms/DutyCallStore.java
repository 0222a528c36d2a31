package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.db.Times;
import org.yilian.rosters.ShiftKind;

/** Rows of calls for somebody on duty, and of those who were asked. */
final class DutyCallStore {
  private static final String SELECT =
      """
      select c.id, c.room_id, c.asked_by, c.kind, c.party_id, c.language, c.status, c.asked_at,
        c.next_at
      from duty_calls c
      """;

  Future<Void> insert(SqlClient client, DutyCall call) {
    String sql =
        """
        insert into duty_calls (id, room_id, asked_by, kind, party_id, language, status, asked_at,
          next_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;
    Tuple values =
        Tuple.of(call.id(), call.roomId(), call.askedBy(), call.kind().name())
            .addString(call.partyId())
            .addString(call.language())
            .addString(call.status().name())
            .addOffsetDateTime(Times.utc(call.askedAt()))
            .addOffsetDateTime(Times.utc(call.nextAt()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** The call, held until the transaction ends. */
  Future<Optional<DutyCall>> lock(SqlClient client, String id) {
    return one(client, SELECT + " where c.id = $1 for update", id);
  }

  /** The call that this person was asked for. */
  Future<Optional<DutyCall>> offeredTo(SqlClient client, String id, String personId) {
    String sql =
        SELECT
            + """
             where c.id = $1 and exists (
              select 1 from duty_offers o where o.call_id = c.id and o.person_id = $2)
            """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, personId))
        .map(rows -> rows.stream().map(DutyCallStore::fromRow).findFirst());
  }

  /** Whoever has or had a seat in a room of the dispute, on whatever side. */
  Future<Set<String>> everSeated(SqlClient client, String disputeId) {
    String sql =
        """
        select distinct m.principal_id from members m join rooms r on r.id = m.room_id
        where r.dispute_id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId))
        .map(
            rows ->
                rows.stream()
                    .map(row -> row.getString("principal_id"))
                    .collect(Collectors.toSet()));
  }

  private static Future<Optional<DutyCall>> one(SqlClient client, String sql, String value) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(value))
        .map(rows -> rows.stream().map(DutyCallStore::fromRow).findFirst());
  }

  /** Open calls whose last asked has had her time. */
  Future<List<DutyCall>> due(SqlClient client, Instant now) {
    String sql =
        SELECT + " where c.status = 'OPEN' and c.next_at <= $1 order by c.next_at limit 50";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(Times.utc(now)))
        .map(rows -> rows.stream().map(DutyCallStore::fromRow).toList());
  }

  /** Asks one more, and sets the clock anew. */
  Future<Void> offer(
      SqlClient client, String callId, String personId, String shiftId, Instant at, Instant next) {
    String sql =
        """
        with asked as (
          insert into duty_offers (call_id, person_id, shift_id, asked_at)
          values ($1, $2, $3, $4))
        update duty_calls set next_at = $5 where id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(callId, personId, shiftId, Times.utc(at), Times.utc(next)))
        .mapEmpty();
  }

  Future<List<DutyCall.Offer>> offers(SqlClient client, String callId) {
    String sql =
        """
        select o.person_id, p.name, o.shift_id, o.answer
        from duty_offers o join people p on p.id = o.person_id
        where o.call_id = $1 order by o.asked_at, o.person_id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(callId))
        .map(rows -> rows.stream().map(DutyCallStore::offer).toList());
  }

  Future<Void> answer(
      SqlClient client,
      String callId,
      String personId,
      DutyCall.Reply answer,
      String reason,
      Instant at) {
    String sql =
        """
        update duty_offers set answer = $3, reason = $4, answered_at = $5
        where call_id = $1 and person_id = $2
        """;
    Tuple values =
        Tuple.of(callId, personId, answer.name())
            .addString(reason)
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** Ends the call; only one that was accepted has somebody's name. */
  Future<Void> end(
      SqlClient client, String callId, DutyCall.Status status, String acceptedBy, Instant at) {
    String sql =
        """
        update duty_calls set status = $2, accepted_by = $3, ended_at = $4
        where id = $1 and status = 'OPEN'
        """;
    Tuple values =
        Tuple.of(callId, status.name()).addString(acceptedBy).addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** The last call of a room for one of a kind, with whom it asked, as those who may ask see it. */
  Future<Optional<JsonObject>> lastOf(SqlClient client, String roomId, ShiftKind kind) {
    String sql =
        """
        select c.id, c.status, c.party_id, c.language, c.asked_at, c.next_at, a.name as accepted_by,
          (select json_agg(json_build_object('name', p.name, 'answer', o.answer)
              order by o.asked_at, o.person_id)
            from duty_offers o join people p on p.id = o.person_id
            where o.call_id = c.id)::text as offers
        from duty_calls c left join people a on a.id = c.accepted_by
        where c.room_id = $1 and c.kind = $2
        order by c.status = 'OPEN' desc, c.asked_at desc, c.id limit 1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, kind.name()))
        .map(rows -> rows.stream().map(DutyCallStore::call).findFirst());
  }

  private static JsonObject call(Row row) {
    return new JsonObject()
        .put("id", row.getString("id"))
        .put("status", row.getString("status"))
        .put("partyId", row.getString("party_id"))
        .put("language", row.getString("language"))
        .put("askedAt", Times.text(row, "asked_at"))
        .put("nextAt", Times.text(row, "next_at"))
        .put("acceptedBy", row.getString("accepted_by"))
        .put("offers", new JsonArray(row.getString("offers")));
  }

  /**
   * What somebody was asked lately. Of the matter only what she needs to see whether she may be
   * neutral: its type, and who the parties are, and that only while she is asked or has it.
   */
  Future<List<JsonObject>> ofPerson(SqlClient client, String personId, Instant since) {
    String sql =
        """
        select c.id, c.room_id, c.status, c.kind, c.language, o.answer, o.asked_at, c.next_at, d.type,
          h.name as host, m.name as asked_by, c.accepted_by = $1 as mine,
          (select coalesce(json_agg(coalesce(p.name, p.description) order by p.position), '[]')
            from parties p where p.dispute_id = r.dispute_id
              and (c.accepted_by = $1 or (c.status = 'OPEN' and o.answer is null)))::text as parties
        from duty_offers o
          join duty_calls c on c.id = o.call_id
          join rooms r on r.id = c.room_id
          join disputes d on d.id = r.dispute_id
          join organisations h on h.id = r.host_organisation_id
          join members m on m.id = c.asked_by
        where o.person_id = $1 and o.asked_at >= $2
        order by (c.status = 'OPEN' and o.answer is null) desc, o.asked_at desc limit 50
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(personId, Times.utc(since)))
        .map(rows -> rows.stream().map(DutyCallStore::asked).toList());
  }

  private static JsonObject asked(Row row) {
    boolean mine = Boolean.TRUE.equals(row.getBoolean("mine"));
    JsonObject asked =
        new JsonObject()
            .put("id", row.getString("id"))
            .put("status", row.getString("status"))
            .put("kind", row.getString("kind"))
            .put("answer", row.getString("answer"))
            .put("language", row.getString("language"))
            .put("type", row.getString("type"))
            .put("host", row.getString("host"))
            .put("askedBy", row.getString("asked_by"))
            .put("parties", new JsonArray(row.getString("parties")))
            .put("askedAt", Times.text(row, "asked_at"))
            .put("nextAt", Times.text(row, "next_at"));
    // An interpreter comes in by her own link: for her the room has no desk.
    boolean desk = mine && row.getString("kind").equals(ShiftKind.LAWYER.name());
    return desk ? asked.put("roomId", row.getString("room_id")) : asked;
  }

  private static DutyCall.Offer offer(Row row) {
    String answer = row.getString("answer");
    return new DutyCall.Offer(
        row.getString("person_id"),
        row.getString("name"),
        row.getString("shift_id"),
        answer == null ? null : DutyCall.Reply.valueOf(answer));
  }

  private static DutyCall fromRow(Row row) {
    return new DutyCall(
        row.getString("id"),
        row.getString("room_id"),
        row.getString("asked_by"),
        ShiftKind.valueOf(row.getString("kind")),
        row.getString("party_id"),
        row.getString("language"),
        DutyCall.Status.valueOf(row.getString("status")),
        Times.of(row, "asked_at"),
        Times.of(row, "next_at"));
  }
}
