package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.kernel.Breaker;
import org.yilian.kernel.Periodic;
import org.yilian.kernel.Texts;

/**
 * Has recordings written down by the machine that the operator has, one at a time on each node.
 * What waits is in the database, so that a restart loses nothing; what fails waits on, longer each
 * time.
 */
public final class Transcriptions {
  private static final Logger LOG = LoggerFactory.getLogger(Transcriptions.class);
  private static final Texts TEXTS = Texts.of("speech");
  private static final long MILLIS_BETWEEN_ROUNDS = 5_000;
  private static final int FAILURES = 3;
  private static final Duration REST = Duration.ofMinutes(1);

  /** On top of what the machine may take: reading the recording, storing the lines. */
  private static final Duration ROOM = Duration.ofSeconds(30);

  private static final Duration FIRST_DELAY = Duration.ofMinutes(1);
  private static final Duration LONGEST_DELAY = Duration.ofHours(6);

  /** After so many a person has to ask: by then it is the recording and not the machine. */
  private static final int MOST_ATTEMPTS = 30;

  private final TranscriptStore store = new TranscriptStore();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Database database;
  private final Recordings recordings;
  private final Transcriber transcriber;
  private final Duration within;
  private final Audit audit;
  private final Clock clock;
  private final Breaker breaker;
  private final Periodic rounds;
  private Consumer<Recording> listener = recording -> {};

  public Transcriptions(
      Vertx vertx,
      Database database,
      Recordings recordings,
      Machine machine,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.recordings = recordings;
    this.transcriber = machine.transcriber(vertx);
    this.within = machine.within();
    this.audit = audit;
    this.clock = clock;
    this.breaker = new Breaker(FAILURES, REST, clock);
    this.rounds = new Periodic(vertx, MILLIS_BETWEEN_ROUNDS, this::round);
  }

  /** Who is told, after the commit, that something has been written down. */
  public void onWritten(Consumer<Recording> told) {
    listener = told;
  }

  public void start() {
    rounds.start();
  }

  public void stop() {
    rounds.stop();
  }

  /** Something has just begun to wait. */
  public void hurry() {
    round();
  }

  /** Everything that is due, one after the other. */
  private Future<Void> round() {
    if (!busy.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    return untilNothingIsDue()
        .onFailure(failure -> LOG.warn("the queue of transcriptions stands still", failure))
        .onComplete(done -> busy.set(false));
  }

  private Future<Void> untilNothingIsDue() {
    if (breaker.open()) {
      return Future.succeededFuture();
    }
    Instant now = clock.instant();
    return store
        .take(database.pool(), now, now.plus(within).plus(ROOM))
        .compose(
            due ->
                due.isEmpty()
                    ? Future.succeededFuture()
                    : attempt(due.get()).compose(done -> untilNothingIsDue()));
  }

  private Future<Void> attempt(TranscriptStore.Due due) {
    return database
        .withConnection(client -> recordings.find(client, due.recordingId()))
        .map(Optional::orElseThrow)
        .compose(
            recording ->
                sound(recording)
                    .compose(this::listen)
                    .compose(lines -> write(recording, lines))
                    .onSuccess(done -> breaker.succeeded()))
        .recover(failure -> putOff(due, failure));
  }

  private Future<Buffer> sound(Recording recording) {
    return database.withConnection(
        client -> recordings.bytes(client, recording, 0, recording.size()));
  }

  /** The adapter keeps the time itself; one that does not is not waited for either. */
  private Future<List<Heard>> listen(Buffer wave) {
    return transcriber
        .listen(wave)
        .timeout(within.plusSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
  }

  private Future<Void> write(Recording recording, List<Heard> heard) {
    List<TranscriptLine> lines;
    try {
      lines = lines(Heard.plausible(heard, recording.millis()));
    } catch (Heard.Nonsense nonsense) {
      return Future.failedFuture(nonsense);
    }
    return database
        .inTransaction(client -> write(client, recording, lines))
        .onSuccess(
            written -> {
              if (written) {
                listener.accept(recording);
              }
            })
        .mapEmpty();
  }

  private Future<Boolean> write(SqlClient client, Recording recording, List<TranscriptLine> lines) {
    JsonObject fact =
        new JsonObject()
            .put("recordingId", recording.id())
            .put("machine", transcriber.name())
            .put("label", TEXTS.get("machine"))
            .put("lines", new JsonArray(lines.stream().map(TranscriptLine::text).toList()));
    return store
        .written(client, recording.id(), transcriber.name())
        .compose(
            first ->
                first
                    ? store
                        .put(client, recording.id(), lines)
                        .compose(done -> remember(client, recording, fact))
                        .map(true)
                    : Future.succeededFuture(false));
  }

  private Future<Void> remember(SqlClient client, Recording recording, JsonObject fact) {
    return recording.attachedTo() == null
        ? Future.succeededFuture()
        : audit.append(client, recording.attachedTo(), "system", "transcript-written", fact);
  }

  private static List<TranscriptLine> lines(List<Heard> heard) {
    List<TranscriptLine> lines = new ArrayList<>();
    for (Heard one : heard) {
      lines.add(
          new TranscriptLine(
              lines.size() + 1,
              one.fromMillis(),
              one.toMillis(),
              one.text(),
              TranscriptLine.Source.MACHINE,
              null,
              null));
    }
    return lines;
  }

  private Future<Void> putOff(TranscriptStore.Due due, Throwable failure) {
    breaker.failed();
    LOG.warn("recording {} not written down: {}", due.recordingId(), failure.toString());
    Instant next =
        due.attempts() >= MOST_ATTEMPTS ? null : clock.instant().plus(delay(due.attempts()));
    return store.putOff(database.pool(), due.recordingId(), next);
  }

  private static Duration delay(int attempts) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 10));
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }
}
