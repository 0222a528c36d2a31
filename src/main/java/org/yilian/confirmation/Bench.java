package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** What the court decides, entered by its own staff, or by the host's clerk from paper. */
final class Bench {
  private final ConfirmationStore store = new ConfirmationStore();
  private final Database database;
  private final CaseFiles files;
  private final StoredFiles stored;
  private final Recorder recorder;
  private final Clock clock;

  Bench(Database database, CaseFiles files, StoredFiles stored, Recorder recorder, Clock clock) {
    this.database = database;
    this.files = files;
    this.stored = stored;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** Enters a decision; 404 for everyone who may not, 409 {@code wrong-state} out of turn. */
  Future<Void> decide(Caller caller, String id, Form form) {
    // Who may not decide learns nothing of the form, not even that there is one.
    return database
        .withConnection(client -> files.see(client, caller, id))
        .map(file -> DecisionForm.read(mayDecide(file, form)))
        .compose(
            decided ->
                database
                    .inTransaction(
                        client ->
                            files
                                .lock(client, caller, id)
                                .compose(file -> decide(client, caller, file, decided).map(file)))
                    .compose(recorder::changed));
  }

  private static Form mayDecide(CaseFile file, Form form) {
    if (!file.bench() && !file.clerk()) {
      throw Refusal.notFound();
    }
    return form;
  }

  private Future<Void> decide(
      SqlClient client, Caller caller, CaseFile file, DecisionForm decided) {
    boolean court = file.bench() && decided.decision().by(caller.staff().roles());
    boolean paper = file.clerk() && decided.fromPaper();
    if (!court && !paper) {
      throw Refusal.notFound();
    }
    ConfirmationStatus next = file.confirmation().after(decided.decision().step());
    HistoryStep step =
        new HistoryStep(
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            next,
            decided.decision().name(),
            court ? HistoryStep.By.COURT : HistoryStep.By.CLERK,
            caller.principalId(),
            decided.reason(),
            decided.items(),
            decided.rulingFileId() == null ? List.of() : List.of(decided.rulingFileId()));
    return store
        .move(client, file.confirmation(), next)
        .compose(done -> ruling(client, caller, file, decided, !court))
        .compose(done -> recorder.keep(client, file, step));
  }

  private Future<Void> ruling(
      SqlClient client, Caller caller, CaseFile file, DecisionForm decided, boolean paper) {
    if (decided.rulingNumber() == null && decided.rulingFileId() == null) {
      return Future.succeededFuture();
    }
    Confirmation.Ruling ruling =
        new Confirmation.Ruling(decided.rulingNumber(), decided.rulingFileId(), paper);
    Future<Void> attached =
        decided.rulingFileId() == null
            ? Future.succeededFuture()
            : stored.attach(
                client,
                decided.rulingFileId(),
                caller.principalId(),
                file.confirmation().facts(),
                "rulingFileId");
    return attached.compose(done -> store.rule(client, file.confirmation().id(), ruling));
  }
}
