package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import org.yilian.db.Times;

/** Rows of signatures and refusals. None is ever changed or removed. */
final class SignatureStore {
  /** That somebody declined to sign, with the reason that the side itself and staff may know. */
  record RefusalRow(String byId, String side, String name, String reason, Instant at) {}

  Future<Void> insert(SqlClient client, Signature signature) {
    String sql =
        """
        insert into agreement_signatures (agreement_id, version, signer_id, role, principal_id,
          name, method, text_hash, strokes, typed_name, scan_ids, entered_by, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;
    JsonObject strokes = signature.strokes() == null ? null : signature.strokes().toJson();
    Tuple values =
        Tuple.of(signature.agreementId(), signature.version(), signature.signerId())
            .addString(signature.role().name())
            .addString(signature.principalId())
            .addString(signature.name())
            .addString(signature.method().name())
            .addString(signature.textHash())
            .addJsonObject(strokes)
            .addString(signature.typedName())
            .addJsonArray(new JsonArray(signature.scanIds()))
            .addString(signature.enteredBy())
            .addOffsetDateTime(Times.utc(signature.at()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** The signatures under one version, in the order in which they were given. */
  Future<List<Signature>> of(SqlClient client, Agreement agreement) {
    String sql =
        """
        select agreement_id, version, signer_id, role, principal_id, name, method, text_hash,
          strokes, typed_name, scan_ids, entered_by, at
        from agreement_signatures where agreement_id = $1 and version = $2 order by at, signer_id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(agreement.id(), agreement.version()))
        .map(SignatureStore::signatures);
  }

  private static List<Signature> signatures(RowSet<Row> rows) {
    return rows.stream().map(SignatureStore::signature).toList();
  }

  private static Signature signature(Row row) {
    JsonObject strokes = (JsonObject) row.getJson("strokes");
    JsonArray scans = (JsonArray) row.getJson("scan_ids");
    return new Signature(
        row.getString("agreement_id"),
        row.getLong("version"),
        row.getString("signer_id"),
        Signature.Role.valueOf(row.getString("role")),
        row.getString("principal_id"),
        row.getString("name"),
        SignatureMethod.valueOf(row.getString("method")),
        row.getString("text_hash"),
        strokes == null ? null : Strokes.stored(strokes),
        row.getString("typed_name"),
        scans.stream().map(String.class::cast).toList(),
        row.getString("entered_by"),
        Times.of(row, "at"));
  }

  /** Keeps a refusal of this version. */
  Future<Void> refuse(SqlClient client, Agreement agreement, RefusalRow refusal) {
    String sql =
        """
        insert into agreement_refusals (agreement_id, version, by_id, side, name, reason, at)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;
    Tuple values =
        Tuple.of(agreement.id(), agreement.version(), refusal.byId())
            .addString(refusal.side())
            .addString(refusal.name())
            .addString(refusal.reason())
            .addOffsetDateTime(Times.utc(refusal.at()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** The latest refusal of any version, or null. */
  Future<RefusalRow> lastRefusal(SqlClient client, String agreementId) {
    String sql =
        """
        select by_id, side, name, reason, at from agreement_refusals where agreement_id = $1
        order by version desc limit 1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(agreementId))
        .map(rows -> rows.stream().map(SignatureStore::refusal).findFirst().orElse(null));
  }

  private static RefusalRow refusal(Row row) {
    return new RefusalRow(
        row.getString("by_id"),
        row.getString("side"),
        row.getString("name"),
        row.getString("reason"),
        Times.of(row, "at"));
  }
}
