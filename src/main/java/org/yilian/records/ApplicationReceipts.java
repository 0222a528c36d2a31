package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.yilian.agreements.SealUse;
import org.yilian.agreements.SealedPaper;
import org.yilian.agreements.Seals;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.documents.Documents;
import org.yilian.documents.Rendered;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.ledger.PublicReports;

/**
 * 申请调解回执 under the seal of the committee that received the application. A centre that only hands it
 * over is no committee, and what a request to a committee does to the limitation it may not
 * certify: there is no such paper of it.
 */
public final class ApplicationReceipts {
  private static final String TEMPLATE = "application-receipt";
  private static final Texts TEXTS = Texts.of("records");

  private final Database database;
  private final PublicReports reports;
  private final Organisations organisations;
  private final StoredFiles files;
  private final Documents documents;
  private final Seals seals;
  private final String verifyUrl;
  private final Clock clock;

  public ApplicationReceipts(
      Database database,
      PublicReports reports,
      Organisations organisations,
      StoredFiles files,
      Documents documents,
      Seals seals,
      String verifyUrl,
      Clock clock) {
    this.database = database;
    this.reports = reports;
    this.organisations = organisations;
    this.files = files;
    this.documents = documents;
    this.seals = seals;
    this.verifyUrl = verifyUrl;
    this.clock = clock;
  }

  /** The sealed PDF for whoever holds the token, else 404. It is sealed once, and kept. */
  public Future<Buffer> pdf(String token) {
    return reports
        .receipt(token)
        .compose(
            receipt -> {
              String kept = receipt.getString("fileId");
              return kept == null ? seal(token, receipt) : files.bytes(database.pool(), kept);
            });
  }

  /**
   * The PDF is made between reading and keeping; of two calls at once the first counts for both.
   */
  private Future<Buffer> seal(String token, JsonObject receipt) {
    return database
        .withConnection(client -> organisations.get(client, receipt.getString("organisationId")))
        .map(ApplicationReceipts::committee)
        .compose(
            committee ->
                sealed(receipt, committee)
                    .compose(
                        made ->
                            database.inTransaction(client -> keep(client, token, receipt, made))))
        .compose(kept -> files.bytes(database.pool(), kept));
  }

  private Future<String> keep(
      SqlClient client, String token, JsonObject receipt, SealedPaper made) {
    return reports
        .heldPaper(client, token)
        .compose(
            kept ->
                kept.isPresent()
                    ? Future.succeededFuture(kept.get())
                    : made.entered(client, clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .compose(paper -> keep(client, token, receipt, paper)));
  }

  private Future<String> keep(SqlClient client, String token, JsonObject receipt, Rendered made) {
    Buffer bytes = Buffer.buffer(made.pdf());
    String committee = receipt.getString("organisationId");
    return files
        .put(client, committee, "application/pdf", bytes, "receipt:" + receipt.getString("number"))
        .compose(file -> reports.keepPaper(client, token, file.id()).map(file.id()));
  }

  private static Organisation committee(Organisation one) {
    if (one.kind() != Organisation.Kind.MEDIATION_COMMITTEE || !one.lawfulMediation()) {
      throw Refusal.notFound();
    }
    return one;
  }

  private Future<SealedPaper> sealed(JsonObject receipt, Organisation committee) {
    String number = receipt.getString("number");
    Map<String, Object> values = new HashMap<>();
    values.put("number", number);
    values.put("organisation", committee.name());
    values.put("applicant", documents.drawable(receipt.getString("applicant")));
    values.put("matter", documents.drawable(receipt.getString("cause")));
    values.put("materials", TEXTS.get("receipt.materials"));
    values.put("date", LocalDate.parse(receipt.getString("receivedOn")));
    values.put("verifyUrl", verifyUrl);
    return documents
        .render(TEMPLATE, values)
        .compose(paper -> seals.seal(paper, new SealUse(committee, TEMPLATE, number, null, null)));
  }
}
