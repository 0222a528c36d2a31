package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of applications. Each change names the state that it expects, so that no two can cross. */
final class ConfirmationStore {
  private static final String COLUMNS =
      """
      select id, agreement_id, court_id, ground, status, findings, alternatives, form,
        application, application_hash, created_by, created_at, received_at, late_reason, ruling_number,
        ruling_file_id, ruling_from_paper
      from confirmations
      """;

  /**
   * Keeps the application unless one of the agreement stands already; tells whether it was kept.
   */
  Future<Boolean> insert(SqlClient client, Confirmation confirmation) {
    String sql =
        """
        insert into confirmations (id, agreement_id, court_id, ground, status, findings,
          alternatives, form, application, application_hash, created_by, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        on conflict (agreement_id) where status not in ('WITHDRAWN', 'NOT_ACCEPTED')
          do nothing
        """;
    Tuple values =
        Tuple.of(confirmation.id(), confirmation.agreementId(), confirmation.courtId())
            .addString(confirmation.ground())
            .addString(confirmation.status().name())
            .addJsonArray(confirmation.findings())
            .addJsonArray(confirmation.alternatives())
            .addJsonObject(confirmation.form())
            .addString(confirmation.application())
            .addString(confirmation.applicationHash())
            .addString(confirmation.createdBy())
            .addOffsetDateTime(Times.utc(confirmation.createdAt()));
    return client.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() == 1);
  }

  /** An application that was ineligible is judged anew, with another court perhaps. */
  Future<Void> judgeAnew(SqlClient client, String id, Confirmation judged) {
    String sql =
        """
        update confirmations set court_id = $2, ground = $3, status = $4, findings = $5,
          alternatives = $6, form = $7, application = $8, application_hash = $9
        where id = $1 and status = 'INELIGIBLE'
        """;
    Tuple values =
        Tuple.of(id, judged.courtId(), judged.ground(), judged.status().name())
            .addJsonArray(judged.findings())
            .addJsonArray(judged.alternatives())
            .addJsonObject(judged.form())
            .addString(judged.application())
            .addString(judged.applicationHash());
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Optional<Confirmation>> find(SqlClient client, String id) {
    return client
        .preparedQuery(COLUMNS + " where id = $1")
        .execute(Tuple.of(id))
        .map(ConfirmationStore::first);
  }

  /** The application, held until the transaction ends. */
  Future<Optional<Confirmation>> lock(SqlClient client, String id) {
    return client
        .preparedQuery(COLUMNS + " where id = $1 for update")
        .execute(Tuple.of(id))
        .map(ConfirmationStore::first);
  }

  /** The latest application of the agreement: the one that stands, if one does. */
  Future<Optional<Confirmation>> ofAgreement(SqlClient client, String agreementId) {
    return client
        .preparedQuery(COLUMNS + " where agreement_id = $1 order by created_at desc, id limit 1")
        .execute(Tuple.of(agreementId))
        .map(ConfirmationStore::first);
  }

  /**
   * Those of a host, and those that have reached a court, newest first.
   *
   * @param hostId the organisation whose clerk asks, or null
   * @param courtId the court whose staff ask, or null
   * @param status null for every one
   * @param after the last one of the page before, by id, or null
   */
  Future<List<Confirmation>> listed(
      SqlClient client,
      String hostId,
      String courtId,
      ConfirmationStatus status,
      String after,
      int limit) {
    String which =
        """
        where ($1::text is null or confirmations.status = $1)
          and (exists (select 1 from agreements a
              where a.id = agreement_id and a.host_organisation_id = $2)
            or court_id = $3 and received_at is not null)
          and ($5::text is null or (coalesce(received_at, created_at), confirmations.id) <
            (select coalesce(l.received_at, l.created_at), l.id from confirmations l
              where l.id = $5))
        order by coalesce(received_at, created_at) desc, confirmations.id desc limit $4
        """;
    return client
        .preparedQuery(COLUMNS + which)
        .execute(
            Tuple.of(status == null ? null : status.name(), hostId, courtId, limit)
                .addString(after))
        .map(ConfirmationStore::all);
  }

  /** Moves the application from the state that it is in to another. */
  Future<Void> move(SqlClient client, Confirmation confirmation, ConfirmationStatus to) {
    return changed(
        client,
        "update confirmations set status = $3 where id = $1 and status = $2",
        Tuple.of(confirmation.id(), confirmation.status().name(), to.name()));
  }

  /** The court has it. */
  Future<Void> submit(
      SqlClient client, Confirmation confirmation, String by, Instant at, String lateReason) {
    String sql =
        """
        update confirmations set status = 'SUBMITTED', submitted_by = $2, received_at = $3,
          late_reason = $4
        where id = $1 and status = 'READY'
        """;
    Tuple values = Tuple.of(confirmation.id(), by, Times.utc(at)).addString(lateReason);
    return changed(client, sql, values);
  }

  /** Keeps what the court ruled, beside the state that it led to. */
  Future<Void> rule(SqlClient client, String id, Confirmation.Ruling ruling) {
    String sql =
        """
        update confirmations set ruling_number = coalesce($2, ruling_number),
          ruling_file_id = coalesce($3, ruling_file_id), ruling_from_paper = $4
        where id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, ruling.number(), ruling.fileId(), ruling.fromPaper()))
        .mapEmpty();
  }

  private static Future<Void> changed(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .compose(
            rows ->
                rows.rowCount() == 0
                    ? Future.failedFuture(ConfirmationSteps.wrong())
                    : Future.succeededFuture());
  }

  private static Optional<Confirmation> first(RowSet<Row> rows) {
    return all(rows).stream().findFirst();
  }

  private static List<Confirmation> all(RowSet<Row> rows) {
    return rows.stream().map(ConfirmationStore::confirmation).toList();
  }

  private static Confirmation confirmation(Row row) {
    return new Confirmation(
        row.getString("id"),
        row.getString("agreement_id"),
        row.getString("court_id"),
        row.getString("ground"),
        ConfirmationStatus.valueOf(row.getString("status")),
        (JsonArray) row.getJson("findings"),
        (JsonArray) row.getJson("alternatives"),
        (JsonObject) row.getJson("form"),
        row.getString("application"),
        row.getString("application_hash"),
        row.getString("created_by"),
        Times.of(row, "created_at"),
        Times.of(row, "received_at"),
        row.getString("late_reason"),
        ruling(row));
  }

  private static Confirmation.Ruling ruling(Row row) {
    String number = row.getString("ruling_number");
    String fileId = row.getString("ruling_file_id");
    return number == null && fileId == null
        ? null
        : new Confirmation.Ruling(number, fileId, row.getBoolean("ruling_from_paper"));
  }
}
