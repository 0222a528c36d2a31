package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yilian.calendar.Deadline;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.confirmation.ConfirmationStatus.Step;
import org.yilian.confirmation.HistoryStep.By;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** What applicants and the host's clerk do while an application is under way. */
final class Motions {
  private static final int MAX_TEXT = 1000;
  private static final int MAX_FILES = 30;

  private final ConfirmationStore store = new ConfirmationStore();
  private final Database database;
  private final CaseFiles files;
  private final StoredFiles stored;
  private final Deadlines deadlines;
  private final Recorder recorder;
  private final Clock clock;

  Motions(
      Database database,
      CaseFiles files,
      StoredFiles stored,
      Deadlines deadlines,
      Recorder recorder,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.stored = stored;
    this.deadlines = deadlines;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** A step with the state that it leads to. */
  private interface Move {
    Future<HistoryStep> of(SqlClient client, CaseFile file);
  }

  private Future<Void> take(Caller caller, String id, Move move) {
    return database
        .inTransaction(
            client -> files.lock(client, caller, id).compose(file -> take(client, file, move)))
        .compose(recorder::changed);
  }

  private Future<CaseFile> take(SqlClient client, CaseFile file, Move move) {
    return move.of(client, file)
        .compose(
            step ->
                store
                    .move(client, file.confirmation(), step.status())
                    .compose(done -> recorder.keep(client, file, step))
                    .map(file));
  }

  private HistoryStep step(
      ConfirmationStatus status, String action, By by, Caller caller, String reason) {
    return HistoryStep.of(
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        status,
        action,
        by,
        caller.principalId(),
        reason);
  }

  /** The host's clerk hands in what the court asked for. */
  Future<Void> supply(Caller caller, String id, Form form) {
    String note = form.text("note", MAX_TEXT);
    List<String> ids = form.texts("fileIds", MAX_FILES, 64);
    form.check();
    return take(
        caller,
        id,
        (client, file) -> {
          file.requireClerk();
          ConfirmationStatus next = file.confirmation().after(Step.SUPPLY);
          HistoryStep plain = step(next, "SUPPLY", By.CLERK, caller, note);
          HistoryStep supplied =
              new HistoryStep(
                  plain.at(),
                  next,
                  plain.action(),
                  plain.by(),
                  plain.actor(),
                  note,
                  List.of(),
                  ids);
          return attach(client, caller, file, ids).map(supplied);
        });
  }

  private Future<Void> attach(SqlClient client, Caller caller, CaseFile file, List<String> ids) {
    String place = "application:" + file.confirmation().id();
    Future<Void> done = Future.succeededFuture();
    for (String id : ids) {
      done =
          done.compose(next -> stored.attach(client, id, caller.principalId(), place, "fileIds"));
    }
    return done;
  }

  /** Before the court has it an applicant takes it back; from then on the court allows it. */
  Future<Void> withdraw(Caller caller, String id, Form form) {
    String reason = form.text("reason", MAX_TEXT);
    form.check();
    return take(
        caller,
        id,
        (client, file) -> {
          file.deciding();
          Confirmation confirmation = file.confirmation();
          if (confirmation.receivedAt() == null) {
            ConfirmationStatus back = confirmation.after(Step.TAKE_BACK);
            return Future.succeededFuture(step(back, "TAKE_BACK", By.PARTY, caller, reason));
          }
          confirmation.after(Step.ALLOW_WITHDRAWAL);
          return Future.succeededFuture(
              step(confirmation.status(), "WITHDRAWAL", By.PARTY, caller, reason));
        });
  }

  /** A party objects to the ruling (民诉法解释 372). */
  Future<Void> object(Caller caller, String id, Form form) {
    String reason = form.text("reason", MAX_TEXT);
    form.check();
    return take(
        caller,
        id,
        (client, file) -> {
          file.deciding();
          ConfirmationStatus next = file.confirmation().after(Step.OBJECT);
          return Future.succeededFuture(step(next, "OBJECT", By.PARTY, caller, reason));
        });
  }

  /** The host's clerk closes an application whose last day has certainly passed. */
  Future<Void> lapse(Caller caller, String id, Form form) {
    String reason = form.text("reason", MAX_TEXT);
    form.check();
    return take(
        caller,
        id,
        (client, file) -> {
          file.requireClerk();
          ConfirmationStatus next = file.confirmation().after(Step.LAPSE);
          Deadline deadline =
              deadlines.after(Term.CONFIRMATION, file.concern().agreement().effectiveOn());
          if (!deadline.isOverOn(Deadlines.dateOf(clock.instant()))) {
            throw Refusal.conflict("not-over", "申请期限还没有确定届满，不能结束。");
          }
          return Future.succeededFuture(step(next, "LAPSE", By.CLERK, caller, reason));
        });
  }
}
