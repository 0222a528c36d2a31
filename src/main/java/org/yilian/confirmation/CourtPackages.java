package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yilian.agreements.Concerns;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.db.StoredFile;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Zip;

/**
 * The package for a court that may never sign in: everything it needs, and nothing of any lane.
 * Whole ID numbers and addresses are in here and nowhere else.
 */
public final class CourtPackages {
  private final SubmittedDocumentStore handedIn = new SubmittedDocumentStore();
  private final Database database;
  private final CaseFiles files;
  private final Concerns concerns;
  private final CourtPapers papers;
  private final IdentityList identities;
  private final StoredFiles stored;
  private final Clock clock;

  CourtPackages(
      Database database,
      CaseFiles files,
      Concerns concerns,
      CourtPapers papers,
      IdentityList identities,
      StoredFiles stored,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.concerns = concerns;
    this.papers = papers;
    this.identities = identities;
    this.stored = stored;
    this.clock = clock;
  }

  /** The package as a zip, for the host's clerk and for that court; 404 before the submission. */
  public Future<Buffer> zip(Caller caller, String id) {
    return database
        .withConnection(
            client ->
                files
                    .see(client, caller, id)
                    .map(CourtPackages::forCourt)
                    .compose(file -> contents(client, file)))
        .map(Zip::listed);
  }

  /** The sealed agreement alone, for those who may have the package. */
  public Future<Buffer> agreement(Caller caller, String id) {
    return database.withConnection(
        client ->
            files
                .see(client, caller, id)
                .map(CourtPackages::forCourt)
                .compose(file -> concerns.document(client, file.concern())));
  }

  private static CaseFile forCourt(CaseFile file) {
    if (!file.clerk() && !file.bench() || file.confirmation().receivedAt() == null) {
      throw Refusal.notFound();
    }
    return file;
  }

  private Future<Map<String, Buffer>> contents(SqlClient client, CaseFile file) {
    Map<String, Buffer> contents = new LinkedHashMap<>();
    return handedIn
        .of(client, file.confirmation().id())
        .compose(names -> addAll(client, names, contents))
        .compose(done -> concerns.document(client, file.concern()))
        .onSuccess(agreement -> contents.put("agreement.pdf", agreement))
        .compose(done -> addFurther(client, file, contents))
        .onSuccess(
            done -> {
              contents.put("identity.txt", Buffer.buffer(identities.of(file)));
              contents.put("terms.txt", Buffer.buffer(identities.terms(file)));
            })
        .map(contents);
  }

  private Future<Void> addAll(
      SqlClient client, Map<String, String> names, Map<String, Buffer> contents) {
    Future<Void> done = Future.succeededFuture();
    for (Map.Entry<String, String> entry : names.entrySet()) {
      done =
          done.compose(next -> stored.bytes(client, entry.getValue()))
              .onSuccess(bytes -> contents.put(entry.getKey(), bytes))
              .mapEmpty();
    }
    return done;
  }

  /** Authorities of representatives, scans of papers signed, and what was supplied later. */
  private Future<Void> addFurther(SqlClient client, CaseFile file, Map<String, Buffer> contents) {
    Map<String, String> further = new LinkedHashMap<>();
    file.concern().mediation().representatives().stream()
        .filter(one -> one.documentId() != null)
        .forEach(one -> further.put("authority-" + (further.size() + 1), one.documentId()));
    int[] n = new int[2];
    file.signatures()
        .forEach(one -> one.given().scanIds().forEach(scan -> further.put("scan-" + ++n[0], scan)));
    file.supplied().forEach(each -> further.put("supplement-" + ++n[1], each));
    Future<Void> done = Future.succeededFuture();
    for (Map.Entry<String, String> entry : further.entrySet()) {
      done = done.compose(next -> add(client, entry.getKey(), entry.getValue(), contents));
    }
    return done;
  }

  private Future<Void> add(SqlClient client, String name, String id, Map<String, Buffer> contents) {
    return stored
        .find(client, id)
        .map(Optional::orElseThrow)
        .compose(
            found ->
                stored
                    .bytes(client, id)
                    .onSuccess(bytes -> contents.put(name + ending(found), bytes)))
        .mapEmpty();
  }

  private static String ending(StoredFile file) {
    return switch (file.mediaType()) {
      case "application/pdf" -> ".pdf";
      case "image/png" -> ".png";
      case "image/jpeg" -> ".jpg";
      default -> ".bin";
    };
  }

  /** The application with the signatures that its reader may know of. */
  public Future<Buffer> application(Caller caller, String id) {
    return database
        .withConnection(client -> files.see(client, caller, id))
        .compose(
            file ->
                file.confirmation().form().isEmpty()
                    ? Future.failedFuture(Refusal.notFound())
                    : papers.application(ConfirmationViews.known(file)))
        .map(made -> Buffer.buffer(made.pdf()));
  }

  /** The exact words that are signed. */
  public Future<Buffer> text(Caller caller, String id) {
    return database
        .withConnection(client -> files.see(client, caller, id))
        .map(file -> Buffer.buffer(file.confirmation().application()));
  }

  /** The certificate of mediation of an agreement in effect, for the host's clerk. */
  public Future<Buffer> certificate(Caller caller, String agreementId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String clerk = caller.principalId();
    return database
        .withConnection(client -> concerns.of(client, caller, agreementId))
        .compose(
            concern -> {
              if (!concern.standing().clerk() || concern.agreement().effectiveOn() == null) {
                throw Refusal.notFound();
              }
              return papers
                  .certificate(concern, Optional.empty(), Deadlines.dateOf(now), clerk)
                  .compose(made -> database.inTransaction(client -> made.entered(client, now)));
            })
        .map(made -> Buffer.buffer(made.pdf()));
  }
}
