package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Constraints;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.speech.Recordings;
import org.yilian.speech.Transcripts;

/** One report becomes one dispute of the ledger, by whichever way and however often it is sent. */
public final class Reports {
  static final String SERIES = "易调字";

  private final DisputeStore store = new DisputeStore();
  private final DispatchQueue queue = new DispatchQueue();
  private final MarriageStore marriages = new MarriageStore();
  private final Database database;
  private final Areas areas;
  private final Parties parties;
  private final Numbers numbers;
  private final ReferringCourts courts;
  private final StoredFiles files;
  private final Recordings recordings;
  private final Transcripts transcripts;
  private final Audit audit;
  private final Clock clock;
  private final List<Consumer<String>> listeners = new ArrayList<>();

  public Reports(
      Database database,
      Areas areas,
      Parties parties,
      Numbers numbers,
      ReferringCourts courts,
      StoredFiles files,
      Recordings recordings,
      Transcripts transcripts,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.areas = areas;
    this.parties = parties;
    this.numbers = numbers;
    this.courts = courts;
    this.files = files;
    this.recordings = recordings;
    this.transcripts = transcripts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A report that is in the ledger.
   *
   * @param waits whether the rules are still to hand it on
   */
  private record Entered(String id, boolean waits) {}

  /** Told of each dispute that asks for others' help, after it is committed and answered. */
  public void onQueued(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** Enters what a member of staff reports; as {@link #report(Reporter, Form, Function)}. */
  <T> Future<T> report(Caller caller, Form form, Function<String, Future<T>> answer) {
    Caller.Staff staff = caller.staff();
    DisputeForm report = DisputeForm.read(form, Deadlines.dateOf(clock.instant()));
    return database
        .withConnection(client -> areas.look(client, staff))
        .compose(look -> enter(Reporter.of(staff, look), report, Beside.NOTHING))
        .compose(entered -> answered(entered, answer));
  }

  /**
   * Enters what somebody reports by a way of his own. The answer is made before the rules hand the
   * dispute on: it tells what was entered.
   *
   * @param beside what is entered with it
   * @param answer what is answered of the dispute with that id
   */
  public <T> Future<T> report(
      Reporter reporter, Form form, Beside beside, Function<String, Future<T>> answer) {
    return enter(reporter, DisputeForm.read(form, Deadlines.dateOf(clock.instant())), beside)
        .compose(entered -> answered(entered, answer));
  }

  /**
   * What is written in the transaction of a new report, or not at all; of one that was sent before
   * it is not written again.
   */
  public interface Beside {
    Beside NOTHING = (client, disputeId) -> Future.succeededFuture();

    /** The dispute's own row follows: what points at it is held against it at the commit. */
    Future<Void> write(SqlClient client, String disputeId);
  }

  private <T> Future<T> answered(Entered entered, Function<String, Future<T>> answer) {
    return answer.apply(entered.id()).onComplete(done -> tell(entered));
  }

  /** A report that was sent before is the same report, also when both arrive at once. */
  private Future<Entered> enter(Reporter reporter, DisputeForm report, Beside beside) {
    String key = keyOf(reporter, report.circumstances());
    if (key == null) {
      return enterNew(reporter, report, null, beside);
    }
    return earlier(key)
        .compose(
            found ->
                found
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            enterNew(reporter, report, key, beside)
                                .recover(failure -> earlierUnless(failure, key))));
  }

  private static String keyOf(Reporter reporter, Circumstances said) {
    return said.key() == null ? null : reporter.id() + ":" + said.key();
  }

  private Future<Optional<Entered>> earlier(String key) {
    return database
        .withConnection(client -> store.reportedAs(client, key))
        .map(found -> found.map(id -> new Entered(id, false)));
  }

  private Future<Entered> earlierUnless(Throwable failure, String key) {
    boolean sentTwice =
        Constraints.named(failure).filter("disputes_report_key"::equals).isPresent();
    return sentTwice ? earlier(key).map(Optional::orElseThrow) : Future.failedFuture(failure);
  }

  private Future<Entered> enterNew(
      Reporter reporter, DisputeForm report, String key, Beside beside) {
    return database
        .inTransaction(
            client ->
                placeOf(client, reporter, report.circumstances())
                    .compose(
                        place ->
                            transcripts
                                .checkedWords(client, report.circumstances().recordingIds())
                                .map(notes -> entry(reporter, report, place, notes, key)))
                    .compose(entry -> enter(client, entry, beside)))
        .map(entry -> new Entered(entry.dispute().id(), entry.waits()));
  }

  private void tell(Entered entered) {
    if (entered.waits()) {
      listeners.forEach(listener -> listener.accept(entered.id()));
    }
  }

  private Future<String> placeOf(SqlClient client, Reporter reporter, Circumstances said) {
    if (said.areaCode() == null) {
      return Future.succeededFuture(reporter.areaCode());
    }
    return areas
        .find(client, said.areaCode())
        .map(found -> found.orElseThrow(() -> Refusal.field("areaCode", "没有这个区域，请从列表中选择。")).code());
  }

  private record Entry(Reporter reporter, Circumstances said, DisputeEntry what) {

    Entry numbered(String number) {
      return new Entry(reporter, said, what.numbered(number));
    }

    Dispute dispute() {
      return what.dispute();
    }

    /** Whether the rules hand it on: help was asked for, or it is an alarm. */
    boolean waits() {
      return what.standing().handling() == Handling.TOGETHER || what.standing().alarm() != null;
    }
  }

  private Entry entry(
      Reporter reporter, DisputeForm report, String place, String notes, String key) {
    Circumstances said = report.circumstances();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Dispute dispute =
        new Dispute(
            Ids.fresh(),
            0,
            null,
            report.type(),
            report.cause(),
            report.address(),
            report.description(),
            report.source(),
            DisputeStatus.REPORTED,
            reporter.id(),
            now,
            report.referral().courtId(),
            report.referral().levelOr(CourtLevel.BASIC),
            said.externalNumber());
    List<Party> people = parties.drawn(dispute.id(), 0, report.parties());
    String alarm = AlarmWords.in(report.told() + "\n" + notes);
    Standing standing = said.standing(reporter, place, alarm);
    return new Entry(reporter, said, new DisputeEntry(dispute, standing, people, key));
  }

  /**
   * The number comes last: its row is every report's, and who has it keeps all others waiting until
   * his commit.
   */
  private Future<Entry> enter(SqlClient client, Entry entry, Beside beside) {
    return courts
        .check(client, entry.dispute().referringCourtId())
        .compose(court -> beside.write(client, entry.dispute().id()))
        .compose(court -> parties.insert(client, entry.what.parties()))
        .compose(done -> attach(client, entry))
        .compose(done -> ask(client, entry))
        .compose(done -> queue(client, entry))
        .compose(done -> numbers.next(client, SERIES))
        .map(entry::numbered)
        .compose(numbered -> insert(client, numbered));
  }

  /** Both at once: whoever has the number's row keeps others waiting for each way to and fro. */
  private Future<Entry> insert(SqlClient client, Entry entry) {
    return Future.all(store.insert(client, List.of(entry.what)), note(client, entry)).map(entry);
  }

  private Future<Void> attach(SqlClient client, Entry entry) {
    Future<Void> done = Future.succeededFuture();
    String owner = entry.reporter.id();
    String to = Scopes.dispute(entry.dispute().id());
    for (String one : entry.said.recordingIds()) {
      done = done.compose(before -> recordings.attach(client, one, owner, to, "recordingIds"));
    }
    for (String file : entry.said.fileIds()) {
      done = done.compose(before -> files.attach(client, file, owner, to, "fileIds"));
    }
    return done;
  }

  private Future<Void> note(SqlClient client, Entry entry) {
    JsonObject fact =
        new JsonObject()
            .put("number", entry.dispute().number())
            .put("type", entry.dispute().type().name())
            .put("channel", entry.what.standing().channel().name())
            .put("handling", entry.what.standing().handling().name())
            .put("alarm", entry.what.standing().alarm())
            .put("externalNumber", entry.said.externalNumber())
            .put("by", entry.reporter.name());
    String scope = Scopes.dispute(entry.dispute().id());
    return audit.append(client, scope, entry.reporter.id(), "dispute-reported", fact);
  }

  private Future<Void> ask(SqlClient client, Entry entry) {
    Dispute dispute = entry.dispute();
    Marriage marriage = entry.said.marriage();
    return marriage.asked()
        ? marriages.put(client, dispute.id(), marriage, entry.reporter.id(), dispute.createdAt())
        : Future.succeededFuture();
  }

  private Future<Void> queue(SqlClient client, Entry entry) {
    return entry.waits()
        ? queue.put(client, entry.dispute().id(), entry.dispute().createdAt())
        : Future.succeededFuture();
  }
}
