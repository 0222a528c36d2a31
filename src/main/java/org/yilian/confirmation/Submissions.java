package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.agreements.SealedPaper;
import org.yilian.calendar.Deadline;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.Party;
import org.yilian.documents.Rendered;
import org.yilian.identity.Caller;
import org.yilian.kernel.Field;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * Handing an application to the court. The documents are made between two transactions; a crash on
 * the way leaves the application READY, and the next call submits it.
 */
final class Submissions {
  private static final int MAX_REASON = 1000;
  private static final String CERTIFICATE = "certificate.pdf";
  private static final String COVER_LETTER = "cover-letter.pdf";

  private final ConfirmationStore store = new ConfirmationStore();
  private final SubmittedDocumentStore handedIn = new SubmittedDocumentStore();
  private final Database database;
  private final CaseFiles files;
  private final CourtPapers papers;
  private final StoredFiles stored;
  private final Deadlines deadlines;
  private final Recorder recorder;
  private final Clock clock;

  Submissions(
      Database database,
      CaseFiles files,
      CourtPapers papers,
      StoredFiles stored,
      Deadlines deadlines,
      Recorder recorder,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.papers = papers;
    this.stored = stored;
    this.deadlines = deadlines;
    this.recorder = recorder;
    this.clock = clock;
  }

  /**
   * Submits, or does nothing where it is submitted.
   *
   * @param form {@code lateReason}, needed once the last day has certainly passed; {@code
   *     courtNote}, for a cover letter that the court alone reads
   */
  Future<Void> submit(Caller caller, String id, Form form) {
    Said said =
        new Said(
            form.optionalText("lateReason", MAX_REASON),
            form.optionalText("courtNote", MAX_REASON));
    form.check();
    return database
        .withConnection(client -> files.see(client, caller, id))
        .compose(
            file -> {
              file.requireClerk();
              return file.confirmation().status() == ConfirmationStatus.SUBMITTED
                  ? Future.succeededFuture()
                  : submit(caller, checked(file, said.lateReason()), said);
            });
  }

  /** What the clerk says with it; each may be null. */
  private record Said(String lateReason, String courtNote) {}

  private CaseFile checked(CaseFile file, String lateReason) {
    if (file.confirmation().status() == ConfirmationStatus.CO_SIGNING) {
      List<Field> missing =
          CoSigning.missing(file).stream()
              .map(name -> new Field("signatures", name + "还没有在申请书上签名。"))
              .toList();
      throw Refusal.conflict("signature-missing", "还有人没有签名，不能提交法院。", missing);
    }
    file.confirmation().after(ConfirmationStatus.Step.SUBMIT);
    Deadline deadline =
        deadlines.after(Term.CONFIRMATION, file.concern().agreement().effectiveOn());
    if (lateReason == null && deadline.isOverOn(Deadlines.dateOf(clock.instant()))) {
      throw Refusal.field("lateReason", "申请期限已过；仍要提交的，请写明理由，由法院决定（民事诉讼法第八十六条）。");
    }
    return file;
  }

  private Future<Void> submit(Caller caller, CaseFile file, Said said) {
    return made(file, said.courtNote(), caller.principalId())
        .compose(
            documents ->
                database.inTransaction(
                    client -> keep(client, caller, file, documents, said.lateReason())))
        .compose(fresh -> fresh ? recorder.changed(file) : Future.succeededFuture());
  }

  /** The documents by the names that they have in the package. */
  private record Made(Map<String, Rendered> plain, Map<String, SealedPaper> sealed) {}

  private Future<Made> made(CaseFile file, String courtNote, String clerk) {
    LocalDate today = Deadlines.dateOf(clock.instant());
    Optional<String> court = Optional.of(file.court().name());
    Map<String, Future<SealedPaper>> sealing = new LinkedHashMap<>();
    sealing.put(CERTIFICATE, papers.certificate(file.concern(), court, today, clerk));
    if (courtNote != null) {
      sealing.put(COVER_LETTER, papers.coverLetter(file, courtNote, today, clerk));
    }
    Map<String, Future<Rendered>> making = new LinkedHashMap<>();
    making.put("application.pdf", papers.application(file));
    int n = 0;
    for (Party party : file.concern().mediation().parties()) {
      making.put("address-for-service-" + ++n + ".pdf", papers.address(file, party));
    }
    Future<Map<String, Rendered>> plain = all(making);
    Future<Map<String, SealedPaper>> sealed = all(sealing);
    return Future.all(plain, sealed).map(both -> new Made(plain.result(), sealed.result()));
  }

  private static <T> Future<Map<String, T>> all(Map<String, Future<T>> making) {
    return Future.all(List.copyOf(making.values()))
        .map(
            done -> {
              Map<String, T> made = new LinkedHashMap<>();
              making.forEach((name, one) -> made.put(name, one.result()));
              return made;
            });
  }

  private Future<Boolean> keep(
      SqlClient client, Caller caller, CaseFile file, Made documents, String lateReason) {
    String id = file.confirmation().id();
    return store
        .lock(client, id)
        .map(Optional::orElseThrow)
        .compose(
            current -> {
              if (current.status() == ConfirmationStatus.SUBMITTED) {
                return Future.succeededFuture(false);
              }
              ConfirmationStatus submitted = current.after(ConfirmationStatus.Step.SUBMIT);
              Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
              String clerk = caller.principalId();
              HistoryStep step =
                  HistoryStep.of(now, submitted, "SUBMIT", HistoryStep.By.CLERK, clerk, lateReason);
              return store
                  .submit(client, current, clerk, now, lateReason)
                  .compose(done -> keepAll(client, file, documents, now))
                  .compose(done -> recorder.keep(client, file, step))
                  .map(true);
            });
  }

  private Future<Void> keepAll(SqlClient client, CaseFile file, Made made, Instant now) {
    Future<Void> done = Future.succeededFuture();
    for (Map.Entry<String, Rendered> one : made.plain().entrySet()) {
      done = done.compose(next -> keep(client, file, one.getKey(), one.getValue()));
    }
    for (Map.Entry<String, SealedPaper> one : made.sealed().entrySet()) {
      done =
          done.compose(next -> one.getValue().entered(client, now))
              .compose(paper -> keep(client, file, one.getKey(), paper));
    }
    return done;
  }

  private Future<Void> keep(SqlClient client, CaseFile file, String name, Rendered document) {
    String id = file.confirmation().id();
    Buffer bytes = Buffer.buffer(document.pdf());
    String host = file.concern().agreement().hostId();
    return stored
        .put(client, host, "application/pdf", bytes, "application:" + id)
        .compose(kept -> handedIn.add(client, id, name, kept.id(), kept.sha256()));
  }
}
