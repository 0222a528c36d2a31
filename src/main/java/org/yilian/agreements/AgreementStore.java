package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yilian.db.Times;

/** Rows of agreements. Each change names the state that it expects, so that no two can cross. */
final class AgreementStore {
  private static final String COLUMNS =
      """
      select id, room_id, dispute_id, host_organisation_id, number, version, status, template, form,
        scope, supplements, content, text, text_hash, ink_needed, ink_reason, created_by,
        created_at, proposed_at, sealed_at, effective_on, document_file_id, document_sha256,
        document_pages
      from agreements
      """;

  Future<Void> insert(SqlClient client, Agreement agreement) {
    String sql =
        """
        insert into agreements (id, room_id, dispute_id, host_organisation_id, number, version,
          status, template, form, scope, supplements, content, text, text_hash, ink_needed,
          ink_reason, created_by, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
        """;
    Tuple values =
        Tuple.of(
                agreement.id(),
                agreement.roomId(),
                agreement.disputeId(),
                agreement.hostId(),
                agreement.number(),
                agreement.version())
            .addString(agreement.status().name())
            .addString(agreement.template())
            .addString(agreement.form().name())
            .addString(agreement.scope().name())
            .addString(agreement.supplements())
            .addJsonObject(agreement.values().toJson())
            .addString(agreement.text())
            .addString(agreement.textHash())
            .addBoolean(agreement.inkNeeded())
            .addString(agreement.inkReason())
            .addString(agreement.createdBy())
            .addOffsetDateTime(Times.utc(agreement.createdAt()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** The agreement, or 404. */
  Future<Agreement> find(SqlClient client, String id) {
    return client
        .preparedQuery(COLUMNS + " where id = $1")
        .execute(Tuple.of(id))
        .map(AgreementRows::one);
  }

  /** The agreement, held until the transaction ends, or 404. */
  Future<Agreement> lock(SqlClient client, String id) {
    return client
        .preparedQuery(COLUMNS + " where id = $1 for update")
        .execute(Tuple.of(id))
        .map(AgreementRows::one);
  }

  Future<List<Agreement>> ofRoom(SqlClient client, String roomId) {
    return client
        .preparedQuery(COLUMNS + " where room_id = $1 order by created_at, id")
        .execute(Tuple.of(roomId))
        .map(AgreementRows::all);
  }

  /**
   * Those that a host's clerk or a member of the staff of their rooms may see, newest first.
   *
   * @param hostId the organisation whose clerk asks, or null
   * @param principalId the member of staff who asks
   * @param status null for every one
   * @param after the last one of the page before, by id, or null
   */
  Future<List<Agreement>> listed(
      SqlClient client,
      String hostId,
      String principalId,
      AgreementStatus status,
      String after,
      int limit) {
    String which =
        """
        where ($1::text is null or agreements.status = $1)
          and (host_organisation_id = $2 and agreements.status <> 'DRAFT' or exists (
            select 1 from members m
            where m.room_id = agreements.room_id and m.principal_id = $3 and m.ended_at is null
              and (m.role in ('MEDIATOR', 'NEUTRAL_LAWYER') or agreements.status <> 'DRAFT')))
          and ($5::text is null
            or (created_at, id) < (select l.created_at, l.id from agreements l where l.id = $5))
        order by created_at desc, id desc limit $4
        """;
    Tuple values =
        Tuple.of(status == null ? null : status.name(), hostId, principalId, limit)
            .addString(after);
    return client.preparedQuery(COLUMNS + which).execute(values).map(AgreementRows::all);
  }

  /** How many agreements of at least this sum two of the same people made in other disputes. */
  Future<Integer> similar(SqlClient client, Agreement agreement, long fen) {
    String sql =
        """
        select count(*)::int as similar from agreements a
        where a.dispute_id <> $1 and a.status = 'EFFECTIVE'
          and (select sum((t ->> 'amountFen')::bigint)
            from jsonb_array_elements(a.content -> 'terms') t) >= $2
          and (select count(distinct p.id_index) from parties p
            join parties own on own.id_index = p.id_index and own.dispute_id = $1
            where p.dispute_id = a.dispute_id) >= 2
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(agreement.disputeId(), fen))
        .map(rows -> rows.iterator().next().getInteger("similar"));
  }

  /** When the last signature under the present version was given, or null. */
  Future<Instant> signedAt(SqlClient client, Agreement agreement) {
    String sql =
        """
        select max(at) as at from agreement_signatures where agreement_id = $1 and version = $2
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(agreement.id(), agreement.version()))
        .map(rows -> Times.of(rows.iterator().next(), "at"));
  }

  /** Stores new values; the version goes up and older signatures are void with it. */
  Future<Void> edit(SqlClient client, Agreement edited) {
    String sql =
        """
        update agreements set content = $3, text = $4, text_hash = $5, ink_needed = $6,
          ink_reason = $7, version = version + 1, status = 'DRAFT', proposed_at = null
        where id = $1 and version = $2
        """;
    Tuple values =
        Tuple.of(edited.id(), edited.version())
            .addJsonObject(edited.values().toJson())
            .addString(edited.text())
            .addString(edited.textHash())
            .addBoolean(edited.inkNeeded())
            .addString(edited.inkReason());
    return changed(client, sql, values);
  }

  /** Puts the text before the parties, and keeps it. */
  Future<Void> propose(SqlClient client, Agreement agreement, String by, Instant at) {
    String sql =
        """
        update agreements set status = 'SIGNING', proposed_at = $3, text = $4, text_hash = $5,
          ink_needed = $6, ink_reason = $7
        where id = $1 and version = $2 and status = 'DRAFT'
        """;
    Tuple values =
        Tuple.of(agreement.id(), agreement.version(), Times.utc(at))
            .addString(agreement.text())
            .addString(agreement.textHash())
            .addBoolean(agreement.inkNeeded())
            .addString(agreement.inkReason());
    return changed(client, sql, values).compose(done -> keepText(client, agreement, by, at));
  }

  /** An oral agreement takes effect as it is recorded. */
  Future<Void> record(
      SqlClient client, Agreement agreement, String by, Instant at, LocalDate effectiveOn) {
    String sql =
        """
        update agreements set status = 'EFFECTIVE', proposed_at = $3, effective_on = $4, text = $5,
          text_hash = $6
        where id = $1 and version = $2 and status = 'DRAFT'
        """;
    Tuple values =
        Tuple.of(agreement.id(), agreement.version(), Times.utc(at), effectiveOn)
            .addString(agreement.text())
            .addString(agreement.textHash());
    return changed(client, sql, values).compose(done -> keepText(client, agreement, by, at));
  }

  private Future<Void> keepText(SqlClient client, Agreement agreement, String by, Instant at) {
    String sql =
        """
        insert into agreement_proposals (agreement_id, version, text, text_hash, proposed_by,
          proposed_at)
        values ($1, $2, $3, $4, $5, $6)
        """;
    Tuple values =
        Tuple.of(agreement.id(), agreement.version())
            .addString(agreement.text())
            .addString(agreement.textHash())
            .addString(by)
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** Moves the agreement from the state that it is in to another. */
  Future<Void> move(SqlClient client, Agreement agreement, AgreementStatus to) {
    return changed(
        client,
        "update agreements set status = $4 where id = $1 and version = $2 and status = $3",
        Tuple.of(agreement.id(), agreement.version(), agreement.status().name(), to.name()));
  }

  /** The seal: from here on the agreement is effective. */
  Future<Void> seal(
      SqlClient client,
      Agreement agreement,
      String by,
      Instant at,
      LocalDate effectiveOn,
      Agreement.SealedFile document) {
    String sql =
        """
        update agreements set status = 'EFFECTIVE', sealed_at = $3, sealed_by = $4,
          effective_on = $5, document_file_id = $6, document_sha256 = $7, document_pages = $8
        where id = $1 and version = $2 and status = 'SIGNED'
        """;
    Tuple values =
        Tuple.of(agreement.id(), agreement.version(), Times.utc(at), by, effectiveOn)
            .addString(document.fileId())
            .addString(document.sha256())
            .addInteger(document.pages());
    return changed(client, sql, values);
  }

  private static Future<Void> changed(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .compose(
            rows ->
                rows.rowCount() == 0
                    ? Future.failedFuture(Steps.wrong())
                    : Future.succeededFuture());
  }
}
