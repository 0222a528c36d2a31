package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yilian.speech.Transcript;
import org.yilian.speech.TranscriptLine;
import org.yilian.speech.Transcripts;

/**
 * What was said, as a record has it. Of what was said aloud only lines that a person has checked:
 * each with who or what wrote it, and who answers for it.
 */
public final class Utterances {
  private static final int MILLIS = 1000;

  private final UtteranceStore store = new UtteranceStore();
  private final Transcripts transcripts;

  public Utterances(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  /** What all may read. */
  Future<List<Matter.Utterance>> common(SqlClient client, String roomId) {
    return commonFor(client, roomId, null);
  }

  /** What of that one side may read. */
  Future<List<Matter.Utterance>> commonFor(SqlClient client, String roomId, String side) {
    return store.common(client, roomId, side).compose(said -> written(client, said));
  }

  /** A whole lane, for the mediator's sealed part and the side itself. */
  Future<List<Matter.Utterance>> lane(SqlClient client, String laneId) {
    return store.lane(client, laneId).compose(said -> written(client, said));
  }

  private Future<List<Matter.Utterance>> written(SqlClient client, List<UtteranceStore.Said> said) {
    List<String> aloud =
        said.stream()
            .map(one -> one.body().getString("recordingId"))
            .filter(id -> id != null)
            .toList();
    Future<Map<String, Transcript>> found =
        aloud.isEmpty() ? Future.succeededFuture(Map.of()) : transcripts.of(client, aloud);
    return found.map(
        written -> {
          List<Matter.Utterance> all = new ArrayList<>();
          said.forEach(one -> add(all, one, written));
          return all;
        });
  }

  private static void add(
      List<Matter.Utterance> all, UtteranceStore.Said said, Map<String, Transcript> written) {
    String id = said.body().getString("recordingId");
    if (id == null) {
      all.add(utterance(said, text(said.body()), null, false));
      return;
    }
    List<TranscriptLine> lines = written.containsKey(id) ? written.get(id).lines() : List.of();
    lines.stream()
        .filter(line -> line.checkedBy() != null)
        .forEach(line -> all.add(line(said, line)));
    if (lines.isEmpty() || lines.stream().anyMatch(line -> line.checkedBy() == null)) {
      int seconds = Math.max(1, said.body().getInteger("millis", 0) / MILLIS);
      all.add(utterance(said, DossierTexts.get("said.voice", seconds), null, false));
    }
  }

  private static Matter.Utterance line(UtteranceStore.Said said, TranscriptLine line) {
    boolean byMachine = line.source() == TranscriptLine.Source.MACHINE;
    String source =
        DossierTexts.get("said.source." + line.source().name(), line.checkedBy().name());
    return utterance(said, line.text(), source, byMachine);
  }

  private static Matter.Utterance utterance(
      UtteranceStore.Said said, String text, String source, boolean byMachine) {
    return new Matter.Utterance(said.at(), said.speaker(), said.toSide(), text, source, byMachine);
  }

  private static String text(JsonObject body) {
    String text = body.getString("text", "");
    return switch (body.getString("kind")) {
      case "law" ->
          DossierTexts.get("said.law", body.getString("law"), body.getString("article"), text);
      case "picture" -> DossierTexts.get("said.picture");
      default -> text.isEmpty() ? DossierTexts.get("said.card") : text;
    };
  }
}
