package org.yilian.performance;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of schedules and their obligations. */
final class ObligationStore {
  private static final String COLUMNS =
      """
      select o.id, o.agreement_id, o.dispute_id, o.room_id, o.clause, o.part, o.debtor_id,
        o.creditor_id, o.words, o.amount_fen, o.due_on, o.status
      from obligations o
      """;

  /** Agreements in effect that have no schedule yet. */
  Future<List<String>> unplanned(SqlClient client, int limit) {
    String sql =
        """
        select a.id from agreements a
        where a.status = 'EFFECTIVE'
          and not exists (select 1 from schedules s where s.agreement_id = a.id)
        limit $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(limit))
        .map(rows -> rows.stream().map(row -> row.getString("id")).toList());
  }

  Future<Boolean> planned(SqlClient client, String agreementId) {
    return client
        .preparedQuery("select 1 from schedules where agreement_id = $1")
        .execute(Tuple.of(agreementId))
        .map(rows -> rows.size() > 0);
  }

  /** Begins a schedule; false where another one was quicker. */
  Future<Boolean> plan(SqlClient client, String agreementId, Instant at) {
    String sql =
        """
        insert into schedules (agreement_id, planned_at) values ($1, $2)
        on conflict (agreement_id) do nothing
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(agreementId, Times.utc(at)))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> insert(SqlClient client, Obligation one) {
    String sql =
        """
        insert into obligations (id, agreement_id, dispute_id, room_id, clause, part, debtor_id,
          creditor_id, words, amount_fen, due_on, status)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;
    Tuple values =
        Tuple.of(one.id(), one.agreementId(), one.disputeId(), one.roomId())
            .addInteger(one.clause())
            .addInteger(one.part())
            .addString(one.debtorId())
            .addString(one.creditorId())
            .addString(one.words())
            .addLong(one.amountFen())
            .addLocalDate(one.dueOn())
            .addString(one.status().name());
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Optional<Obligation>> find(SqlClient client, String id) {
    return first(client, COLUMNS + "where o.id = $1", Tuple.of(id));
  }

  Future<Optional<Obligation>> lock(SqlClient client, String id) {
    return first(client, COLUMNS + "where o.id = $1 for update", Tuple.of(id));
  }

  Future<List<Obligation>> ofAgreement(SqlClient client, String agreementId) {
    return client
        .preparedQuery(COLUMNS + "where o.agreement_id = $1 order by o.clause, o.part")
        .execute(Tuple.of(agreementId))
        .map(ObligationStore::all);
  }

  /** What is not settled in the rooms of a clerk's host and of a mediator, the earliest first. */
  Future<List<Obligation>> open(SqlClient client, String hostId, String personId, int limit) {
    String sql =
        COLUMNS
            + """
            join rooms r on r.id = o.room_id
            where o.status not in ('CONFIRMED', 'REPLACED')
              and (r.host_organisation_id = $1 or exists (
                select 1 from members m where m.room_id = o.room_id and m.principal_id = $2
                  and m.role = 'MEDIATOR' and m.ended_at is null))
            order by o.due_on nulls last, o.agreement_id, o.clause, o.part limit $3
            """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(hostId, personId, limit))
        .map(ObligationStore::all);
  }

  Future<Boolean> move(SqlClient client, Obligation before, ObligationStatus to) {
    return client
        .preparedQuery("update obligations set status = $3 where id = $1 and status = $2")
        .execute(Tuple.of(before.id(), before.status().name(), to.name()))
        .map(rows -> rows.rowCount() == 1);
  }

  /**
   * The next whose day is near and of which nobody was reminded; others are left to other nodes.
   */
  Future<Optional<Obligation>> takeSoon(SqlClient client, LocalDate by, Instant now) {
    String sql =
        """
        update obligations set reminded_soon_at = $2 where id = (
          select id from obligations
          where status in ('DUE', 'DENIED') and reminded_late_at is null
            and reminded_soon_at is null and due_on <= $1
          order by due_on limit 1 for update skip locked)
        returning id
        """;
    return taken(client, sql, by, now);
  }

  /** The next whose day has passed. */
  Future<Optional<Obligation>> takeLate(SqlClient client, LocalDate today, Instant now) {
    String sql =
        """
        update obligations set reminded_late_at = $2 where id = (
          select id from obligations
          where status in ('DUE', 'DENIED') and reminded_late_at is null and due_on < $1
          order by due_on limit 1 for update skip locked)
        returning id
        """;
    return taken(client, sql, today, now);
  }

  private Future<Optional<Obligation>> taken(
      SqlClient client, String sql, LocalDate day, Instant now) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(day, Times.utc(now)))
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : find(client, rows.iterator().next().getString("id")));
  }

  private static Future<Optional<Obligation>> first(SqlClient client, String sql, Tuple values) {
    return client.preparedQuery(sql).execute(values).map(rows -> all(rows).stream().findFirst());
  }

  private static List<Obligation> all(RowSet<Row> rows) {
    return rows.stream().map(ObligationStore::fromRow).toList();
  }

  private static Obligation fromRow(Row row) {
    return new Obligation(
        row.getString("id"),
        row.getString("agreement_id"),
        row.getString("dispute_id"),
        row.getString("room_id"),
        row.getInteger("clause"),
        row.getInteger("part"),
        row.getString("debtor_id"),
        row.getString("creditor_id"),
        row.getString("words"),
        row.getLong("amount_fen"),
        row.getLocalDate("due_on"),
        ObligationStatus.valueOf(row.getString("status")));
  }
}
