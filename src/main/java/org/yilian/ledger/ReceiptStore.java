package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Times;
import org.yilian.disputes.DisputeStatus;

/** Rows of receipts. The token itself is nowhere kept. */
final class ReceiptStore {
  /** From the dispute of a receipt over all in which it was merged to the one that goes on. */
  private static final String WAY =
      """
      with recursive way as (
        select d.id, d.merged_into, d.status from receipts r join disputes d on d.id = r.dispute_id
        where r.token_hash = $1
        union
        select d.id, d.merged_into, d.status from way w join disputes d on d.id = w.merged_into)
      """;

  record Receipt(
      String tokenHash,
      String disputeId,
      String applicant,
      String estateCode,
      Instant at,
      String handedOverTo,
      String organisationId) {}

  Future<Void> insert(SqlClient client, Receipt receipt) {
    String sql =
        """
        insert into receipts
          (token_hash, dispute_id, applicant, estate_code, issued_at, handed_over_to,
            organisation_id)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                receipt.tokenHash(),
                receipt.disputeId(),
                receipt.applicant(),
                receipt.estateCode(),
                receipt.at().atOffset(ZoneOffset.UTC),
                receipt.handedOverTo(),
                receipt.organisationId()))
        .mapEmpty();
  }

  /** {@code {number, receivedOn, applicant, organisation}}. */
  Future<Optional<JsonObject>> given(SqlClient client, String tokenHash) {
    String sql =
        """
        select d.number, d.created_at, r.applicant, o.name as organisation,
          coalesce(o.phone, '') as phone
        from receipts r join disputes d on d.id = r.dispute_id
          left join organisations o on o.id = r.organisation_id
        where r.token_hash = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(tokenHash))
        .map(rows -> rows.stream().map(ReceiptStore::receipt).findFirst());
  }

  private static JsonObject receipt(Row row) {
    String organisation = row.getString("organisation");
    return new JsonObject()
        .put("number", row.getString("number"))
        .put("receivedOn", Deadlines.dateOf(Times.of(row, "created_at")).toString())
        .put("applicant", row.getString("applicant"))
        .put(
            "organisation",
            organisation == null
                ? null
                : JsonObject.of("name", organisation, "phone", row.getString("phone")));
  }

  /** What stands on its paper, of one that names who received it. */
  Future<Optional<JsonObject>> paper(SqlClient client, String tokenHash) {
    String sql =
        """
        select d.number, d.cause, d.created_at, r.applicant, r.organisation_id, r.file_id
        from receipts r join disputes d on d.id = r.dispute_id
        where r.token_hash = $1 and r.organisation_id is not null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(tokenHash))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new JsonObject()
                                .put("number", row.getString("number"))
                                .put("cause", row.getString("cause"))
                                .put(
                                    "receivedOn",
                                    Deadlines.dateOf(Times.of(row, "created_at")).toString())
                                .put("applicant", row.getString("applicant"))
                                .put("organisationId", row.getString("organisation_id"))
                                .put("fileId", row.getString("file_id")))
                    .findFirst());
  }

  /**
   * Who holds a receipt.
   *
   * @param goesOnAs the dispute itself, or the one in which it was merged
   * @param status of the one that goes on
   */
  record Holder(String disputeId, String applicant, String goesOnAs, DisputeStatus status) {}

  Future<Optional<Holder>> holder(SqlClient client, String tokenHash) {
    String sql =
        WAY
            + """
        select r.dispute_id, r.applicant, w.id as goes_on_as, w.status from receipts r, way w
        where r.token_hash = $1 and w.merged_into is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(tokenHash))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Holder(
                                row.getString("dispute_id"),
                                row.getString("applicant"),
                                row.getString("goes_on_as"),
                                DisputeStatus.valueOf(row.getString("status"))))
                    .findFirst());
  }

  /** Lets one hand in at a time what is counted by receipt. */
  Future<Void> hold(SqlClient client, String tokenHash) {
    return client
        .preparedQuery("select dispute_id from receipts where token_hash = $1 for update")
        .execute(Tuple.of(tokenHash))
        .mapEmpty();
  }

  /** Its paper, if it has one, under a lock. */
  Future<Optional<String>> heldPaper(SqlClient client, String tokenHash) {
    return client
        .preparedQuery("select file_id from receipts where token_hash = $1 for update")
        .execute(Tuple.of(tokenHash))
        .map(rows -> Optional.ofNullable(rows.iterator().next().getString("file_id")));
  }

  Future<Void> keepPaper(SqlClient client, String tokenHash, String fileId) {
    return client
        .preparedQuery("update receipts set file_id = $2 where token_hash = $1")
        .execute(Tuple.of(tokenHash, fileId))
        .mapEmpty();
  }

  /**
   * What its applicant may know: his own words' number, where it stands and who deals with it. Of a
   * report that was merged it is how far the other one is, of which no more is told.
   */
  Future<Optional<JsonObject>> progress(SqlClient client, String tokenHash) {
    String sql =
        WAY
            + """
        select d.number, d.cause, d.created_at, r.applicant, w.status, r.handed_over_to,
          w.id <> d.id as merged,
          coalesce((select json_agg(o.name order by a.part desc, a.handed_at)::text
            from assignments a join organisations o on o.id = a.organisation_id
            where a.dispute_id = w.id and a.status in ('OFFERED', 'SIGNED_FOR', 'DONE')), '[]') as units
        from receipts r join disputes d on d.id = r.dispute_id, way w
        where r.token_hash = $1 and w.merged_into is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(tokenHash))
        .map(rows -> rows.stream().map(ReceiptStore::view).findFirst());
  }

  private static JsonObject view(Row row) {
    JsonObject view =
        new JsonObject()
            .put("number", row.getString("number"))
            .put("cause", row.getString("cause"))
            .put("receivedOn", Deadlines.dateOf(Times.of(row, "created_at")).toString())
            .put("applicant", row.getString("applicant"))
            .put("status", row.getString("status"))
            .put("merged", row.getBoolean("merged"))
            .put("units", new JsonArray(row.getString("units")));
    String other = row.getString("handed_over_to");
    return other == null ? view : view.put("handedOverTo", other);
  }
}
