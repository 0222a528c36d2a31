package org.yilian.agreements;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import org.yilian.db.Times;
import org.yilian.kernel.Refusal;

/** Agreements from their rows. */
final class AgreementRows {
  private AgreementRows() {}

  static Agreement one(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw Refusal.notFound();
    }
    return agreement(rows.iterator().next());
  }

  static List<Agreement> all(RowSet<Row> rows) {
    return rows.stream().map(AgreementRows::agreement).toList();
  }

  private static Agreement agreement(Row row) {
    return new Agreement(
        row.getString("id"),
        row.getString("room_id"),
        row.getString("dispute_id"),
        row.getString("host_organisation_id"),
        row.getString("number"),
        row.getLong("version"),
        AgreementStatus.valueOf(row.getString("status")),
        row.getString("template"),
        AgreementForm.valueOf(row.getString("form")),
        AgreementScope.valueOf(row.getString("scope")),
        row.getString("supplements"),
        AgreementValues.stored((JsonObject) row.getJson("content")),
        row.getString("text"),
        row.getString("text_hash"),
        row.getBoolean("ink_needed"),
        row.getString("ink_reason"),
        row.getString("created_by"),
        Times.of(row, "created_at"),
        Times.of(row, "proposed_at"),
        Times.of(row, "sealed_at"),
        row.getLocalDate("effective_on"),
        document(row));
  }

  private static Agreement.SealedFile document(Row row) {
    String fileId = row.getString("document_file_id");
    return fileId == null
        ? null
        : new Agreement.SealedFile(
            fileId, row.getString("document_sha256"), row.getInteger("document_pages"));
  }
}
