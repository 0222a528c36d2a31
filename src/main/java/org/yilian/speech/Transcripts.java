package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yilian.audit.Audit;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * Reading and correcting what was said, in writing. What a person changes stays in the evidence of
 * the place where it was said, with what stood there before. Who may is for its feature to decide.
 */
public final class Transcripts {
  private static final Texts TEXTS = Texts.of("speech");

  private final TranscriptStore store = new TranscriptStore();
  private final Audit audit;
  private final Clock clock;

  public Transcripts(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** Those that there are, by recording. */
  public Future<Map<String, Transcript>> of(SqlClient client, Collection<String> recordingIds) {
    return store.of(client, recordingIds);
  }

  /** What was said in these and somebody answers for: a machine's words count for nothing. */
  public Future<String> checkedWords(SqlClient client, Collection<String> recordingIds) {
    return recordingIds.isEmpty()
        ? Future.succeededFuture("")
        : of(client, recordingIds)
            .map(
                found ->
                    found.values().stream()
                        .flatMap(one -> one.checkedText().stream())
                        .collect(Collectors.joining("\n")));
  }

  /** Asks the machine anew; nothing happens where somebody has written it down already. */
  public Future<Void> askAgain(SqlClient client, String recordingId) {
    return store.askAgain(client, recordingId, clock.instant()).mapEmpty();
  }

  /**
   * Takes the word of somebody who has listened: lines that he leaves as they are become checked,
   * others his own. Call it within a transaction.
   *
   * @param version the one that he has seen
   * @return fails with 412 {@code stale}, or 400 for a line that is not there
   */
  public Future<Transcript> check(
      SqlClient client,
      Recording recording,
      long version,
      List<LineEdit> edits,
      TranscriptLine.Checker checker) {
    return store
        .changed(client, recording.id(), version)
        .compose(
            changed ->
                changed
                    ? one(client, recording.id())
                    : Future.failedFuture(Refusal.of(412, "stale", TEXTS.get("refused.stale"))))
        .map(transcript -> new Correction(transcript, edits, checker, clock.instant()))
        .compose(correction -> apply(client, recording, checker, correction))
        .compose(done -> one(client, recording.id()));
  }

  private Future<Void> apply(
      SqlClient client,
      Recording recording,
      TranscriptLine.Checker checker,
      Correction correction) {
    JsonObject fact = JsonObject.of("recordingId", recording.id(), "lines", correction.evidence);
    return store
        .put(client, recording.id(), correction.put)
        .compose(done -> store.deleteLines(client, recording.id(), correction.deleted))
        .compose(
            done ->
                recording.attachedTo() == null
                    ? Future.succeededFuture()
                    : audit.append(
                        client, recording.attachedTo(), checker.id(), "transcript-checked", fact));
  }

  private Future<Transcript> one(SqlClient client, String recordingId) {
    return store
        .of(client, List.of(recordingId))
        .map(
            found -> {
              if (!found.containsKey(recordingId)) {
                throw Refusal.notFound();
              }
              return found.get(recordingId);
            });
  }

  /** What becomes of the lines, and what is to be remembered of it. */
  private static final class Correction {
    final List<TranscriptLine> put = new ArrayList<>();
    final List<Integer> deleted = new ArrayList<>();
    final JsonArray evidence = new JsonArray();

    Correction(
        Transcript transcript, List<LineEdit> edits, TranscriptLine.Checker checker, Instant at) {
      Map<Integer, TranscriptLine> known =
          transcript.lines().stream()
              .collect(Collectors.toMap(TranscriptLine::n, Function.identity()));
      int last = known.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
      for (LineEdit edit : edits) {
        if (edit.n() == null) {
          last++;
          add(last, edit.text(), checker, at);
        } else if (known.containsKey(edit.n())) {
          change(known.get(edit.n()), edit.text(), checker, at);
        } else {
          throw Refusal.field("lines", TEXTS.get("refused.no-such-line"));
        }
      }
    }

    private void add(int n, String text, TranscriptLine.Checker checker, Instant at) {
      put.add(new TranscriptLine(n, null, null, text, TranscriptLine.Source.HUMAN, checker, at));
      evidence.add(JsonObject.of("n", n, "text", text));
    }

    /** A line that is checked and stays as it is keeps whoever checked it first. */
    private void change(
        TranscriptLine line, String text, TranscriptLine.Checker checker, Instant at) {
      if (text == null) {
        deleted.add(line.n());
        evidence.add(told(line).put("text", null));
      } else if (!line.checked() || !line.text().equals(text)) {
        put.add(line.by(checker, at, text));
        evidence.add(told(line).put("text", text));
      }
    }

    private static JsonObject told(TranscriptLine line) {
      return JsonObject.of("n", line.n(), "before", line.text(), "by", line.source().name());
    }
  }
}
