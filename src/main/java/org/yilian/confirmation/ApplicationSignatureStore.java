package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.yilian.agreements.Signature;
import org.yilian.agreements.SignatureMethod;
import org.yilian.agreements.Strokes;
import org.yilian.db.Times;

/** Rows of the applicants' signatures. None is ever changed or removed. */
final class ApplicationSignatureStore {
  Future<Void> insert(SqlClient client, String confirmationId, ApplicationSignature signature) {
    String sql =
        """
        insert into confirmation_signatures (confirmation_id, party_id, principal_id, name, method,
          application_hash, strokes, typed_name, scan_ids, entered_by, data_consent_at,
          service_address, service_electronic, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """;
    Signature given = signature.given();
    JsonObject strokes = given.strokes() == null ? null : given.strokes().toJson();
    Tuple values =
        Tuple.of(confirmationId, given.signerId(), given.principalId(), given.name())
            .addString(given.method().name())
            .addString(given.textHash())
            .addJsonObject(strokes)
            .addString(given.typedName())
            .addJsonArray(new JsonArray(given.scanIds()))
            .addString(given.enteredBy())
            .addOffsetDateTime(Times.utc(signature.dataConsentAt()))
            .addString(signature.address())
            .addBoolean(signature.electronic())
            .addOffsetDateTime(Times.utc(given.at()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** In the order in which they were given. */
  Future<List<ApplicationSignature>> of(SqlClient client, String confirmationId) {
    String sql =
        """
        select confirmation_id, party_id, principal_id, name, method, application_hash, strokes,
          typed_name, scan_ids, entered_by, data_consent_at, service_address, service_electronic, at
        from confirmation_signatures where confirmation_id = $1 order by at, party_id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(confirmationId))
        .map(rows -> rows.stream().map(ApplicationSignatureStore::signature).toList());
  }

  private static ApplicationSignature signature(Row row) {
    JsonObject strokes = (JsonObject) row.getJson("strokes");
    JsonArray scans = (JsonArray) row.getJson("scan_ids");
    Signature given =
        new Signature(
            row.getString("confirmation_id"),
            1,
            row.getString("party_id"),
            Signature.Role.PARTY,
            row.getString("principal_id"),
            row.getString("name"),
            SignatureMethod.valueOf(row.getString("method")),
            row.getString("application_hash"),
            strokes == null ? null : Strokes.stored(strokes),
            row.getString("typed_name"),
            scans.stream().map(String.class::cast).toList(),
            row.getString("entered_by"),
            Times.of(row, "at"));
    return new ApplicationSignature(
        given,
        Times.of(row, "data_consent_at"),
        row.getString("service_address"),
        row.getBoolean("service_electronic"));
  }
}
