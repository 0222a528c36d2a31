package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.speech.LineEdit;
import org.yilian.speech.Recording;
import org.yilian.speech.Recordings;
import org.yilian.speech.Transcript;
import org.yilian.speech.TranscriptLine;
import org.yilian.speech.Transcripts;

/**
 * What staff say aloud of a dispute that they report. A note is its owner's alone until it is
 * handed in with a report; from then on whoever sees the dispute hears it.
 */
public final class VoiceNotes {
  private static final Texts TEXTS = Texts.of("suggestions");
  private static final long LARGEST = 1L << 40;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Database database;
  private final Ledger ledger;
  private final Recordings recordings;
  private final Transcripts transcripts;
  private final Hearing hearing;
  private final Runnable waiting;

  /**
   * @param waiting called when something new waits to be written down
   */
  public VoiceNotes(
      Database database,
      Ledger ledger,
      Recordings recordings,
      Transcripts transcripts,
      Hearing hearing,
      Runnable waiting) {
    this.database = database;
    this.ledger = ledger;
    this.recordings = recordings;
    this.transcripts = transcripts;
    this.hearing = hearing;
    this.waiting = waiting;
  }

  /**
   * Makes room for a note.
   *
   * @param form {@code {size}} of the whole file in bytes
   */
  public Future<JsonObject> begin(Caller caller, Form form) {
    Long size = form.number("size", 1, LARGEST);
    form.check();
    String owner = caller.staff().principalId();
    return database
        .inTransaction(client -> recordings.begin(client, owner, null, size, LONGEST))
        .map(Recording::toJson);
  }

  /** How far it has come, for whoever makes it; else 404. */
  public Future<JsonObject> progress(Caller caller, String id) {
    return database.withConnection(client -> own(client, caller, id)).map(Recording::toJson);
  }

  /** Takes the next piece; see {@link Recordings#append}. */
  public Future<JsonObject> append(Caller caller, String id, long offset, Buffer piece) {
    return database
        .inTransaction(
            client ->
                own(client, caller, id)
                    .compose(own -> recordings.append(client, own, offset, piece)))
        .map(Recording::toJson);
  }

  /** Ends it; see {@link Recordings#finish}. Its words are waited for from now on. */
  public Future<JsonObject> finish(Caller caller, String id, Form form) {
    String sha256 = form.hash("sha256");
    form.check();
    return database
        .inTransaction(
            client ->
                own(client, caller, id)
                    .compose(own -> recordings.finish(client, own, sha256))
                    .compose(done -> recordings.awaitWords(client, done)))
        .onSuccess(done -> waiting.run())
        .map(Recordings::wholeOrAnew)
        .map(Recording::toJson);
  }

  private Future<Recording> own(SqlClient client, Caller caller, String id) {
    return recordings.own(client, caller.staff().principalId(), null, id);
  }

  /** The sound, for whoever may hear it; else 404. */
  public Future<Buffer> sound(Caller caller, String id) {
    return database.withConnection(
        client ->
            audible(client, caller, id)
                .compose(one -> recordings.bytes(client, one, 0, one.size())));
  }

  /** What is written of it. */
  public Future<JsonObject> transcript(Caller caller, String id) {
    return database.withConnection(
        client ->
            audible(client, caller, id)
                .compose(one -> transcripts.of(client, List.of(id)))
                .map(found -> found.get(id).toJson()));
  }

  /** The words of a note that the caller hears, once all of them were checked; else 409. */
  Future<String> checkedWords(SqlClient client, Caller caller, String id) {
    return audible(client, caller, id)
        .compose(one -> transcripts.of(client, List.of(id)))
        .map(found -> Optional.ofNullable(found.get(id)).flatMap(Transcript::checkedText))
        .map(words -> words.orElseThrow(VoiceNotes::unchecked));
  }

  private static Refusal unchecked() {
    return Refusal.conflict("transcript-unchecked", TEXTS.get("intake.unchecked"));
  }

  /** Takes the word of whoever has listened; see {@link Transcripts#check}. */
  public Future<JsonObject> check(Caller caller, String id, long version, Form form) {
    List<LineEdit> edits = LineEdit.listOf(form);
    TranscriptLine.Checker checker =
        new TranscriptLine.Checker(caller.staff().principalId(), caller.name());
    return database
        .inTransaction(
            client ->
                audible(client, caller, id)
                    .compose(one -> check(client, one, version, edits, checker)))
        .map(Transcript::toJson);
  }

  private Future<Transcript> check(
      SqlClient client,
      Recording one,
      long version,
      List<LineEdit> edits,
      TranscriptLine.Checker checker) {
    Optional<String> dispute = disputeOf(one);
    return transcripts
        .check(client, one, version, edits, checker)
        .compose(
            written ->
                dispute
                    .map(id -> hearing.heed(client, id, written.words()))
                    .orElse(Future.succeededFuture())
                    .map(written));
  }

  /** The dispute of which it is a note, or empty while it is its owner's. */
  private static Optional<String> disputeOf(Recording one) {
    String disputes = Scopes.dispute("");
    return Optional.ofNullable(one.attachedTo())
        .filter(to -> to.startsWith(disputes))
        .map(to -> to.substring(disputes.length()));
  }

  /** Asks the machine anew for what still waits. */
  public Future<Void> askAgain(Caller caller, String id) {
    return database
        .inTransaction(
            client ->
                audible(client, caller, id).compose(one -> transcripts.askAgain(client, one.id())))
        .onSuccess(done -> waiting.run());
  }

  /** The notes of a dispute, for whoever sees it: {@code {id, millis, transcript}}. */
  public Future<List<JsonObject>> list(Caller caller, String disputeId) {
    return database.withConnection(
        client ->
            ledger
                .visible(client, caller.staff(), disputeId)
                .compose(seen -> recordings.attachedTo(client, Scopes.dispute(disputeId)))
                .compose(notes -> written(client, notes)));
  }

  private Future<List<JsonObject>> written(SqlClient client, List<Recording> notes) {
    return transcripts
        .of(client, notes.stream().map(Recording::id).toList())
        .map(found -> notes.stream().map(note -> view(note, found)).toList());
  }

  private static JsonObject view(Recording note, Map<String, Transcript> written) {
    return new JsonObject()
        .put("id", note.id())
        .put("millis", note.millis())
        .put("transcript", written.get(note.id()).toJson());
  }

  private Future<Recording> audible(SqlClient client, Caller caller, String id) {
    Caller.Staff staff = caller.staff();
    return recordings
        .find(client, id)
        .map(found -> found.filter(Recording::whole).orElseThrow(Refusal::notFound))
        .compose(one -> hears(client, staff, one).map(one));
  }

  private Future<Void> hears(SqlClient client, Caller.Staff staff, Recording one) {
    if (one.attachedTo() == null) {
      return one.ownerId().equals(staff.principalId())
          ? Future.succeededFuture()
          : Future.failedFuture(Refusal.notFound());
    }
    return disputeOf(one)
        .map(id -> ledger.visible(client, staff, id).<Void>mapEmpty())
        .orElseGet(() -> Future.failedFuture(Refusal.notFound()));
  }
}
