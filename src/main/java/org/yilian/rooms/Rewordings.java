package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.language.Grounding;
import org.yilian.language.Mask;
import org.yilian.language.Suggestions;
import org.yilian.speech.Transcripts;

/**
 * Milder words for one message, proposed to the mediator who may relay it. The model is shown that
 * message alone; nothing is stored or sent, and the author's consent is asked as ever.
 */
public final class Rewordings {
  private static final Texts TEXTS = Texts.of("suggestions");
  private static final Texts STAFF = Texts.of("staff");
  private static final int LEAST = 80;
  private static final int LONGEST = 1_200;

  private final Database database;
  private final RelaySources sources;
  private final KnownPeople people;
  private final Suggestions suggestions;

  public Rewordings(
      Database database, Transcripts transcripts, Ledger ledger, Suggestions suggestions) {
    this.database = database;
    this.sources = new RelaySources(transcripts);
    this.people = new KnownPeople(ledger);
    this.suggestions = suggestions;
  }

  private record Original(String words, List<String> names) {}

  /**
   * {@code {label, source, suggestion}}, or {@code none} in words in place of the suggestion; 404
   * for whoever is no mediator of the room or does not read the message any more.
   */
  public Future<JsonObject> of(Caller caller, String roomId, String laneId, long seq) {
    return database
        .withConnection(client -> original(client, caller, roomId, laneId, seq))
        .compose(original -> reworded(caller, original))
        .compose(
            view ->
                database
                    .withConnection(client -> message(client, caller, roomId, laneId, seq))
                    .map(view));
  }

  private Future<StoredMessage> message(
      SqlClient client, Caller caller, String roomId, String laneId, long seq) {
    return sources
        .mediator(client, caller, roomId)
        .compose(mediator -> sources.message(client, mediator, laneId, seq));
  }

  private Future<Original> original(
      SqlClient client, Caller caller, String roomId, String laneId, long seq) {
    return message(client, caller, roomId, laneId, seq)
        .compose(message -> words(client, message))
        .compose(words -> people.names(client, roomId).map(names -> new Original(words, names)));
  }

  private Future<String> words(SqlClient client, StoredMessage message) {
    return sources
        .words(client, message.body())
        .map(words -> words.orElseThrow(() -> wordless(message)));
  }

  private static Refusal wordless(StoredMessage message) {
    return Refusal.field("seq", STAFF.get(RelaySources.whyWordless(message.body())));
  }

  private Future<JsonObject> reworded(Caller caller, Original original) {
    Mask mask = new Mask(original.names());
    String input = TEXTS.get("rewording.input", mask.hide(original.words()));
    int longest = Math.min(LONGEST, Math.max(LEAST, 2 * original.words().length()));
    return suggestions
        .write(caller.staff(), TEXTS.get("rewording.instructions"), input, longest)
        .map(written -> written.flatMap(text -> accepted(text, mask, original)))
        .map(suggestion -> view(original, suggestion));
  }

  private static Optional<String> accepted(String text, Mask mask, Original original) {
    Grounding grounding = new Grounding(original.words(), original.names());
    return mask.show(text)
        .map(shown -> shown.replaceAll("^[“\"「]+|[”\"」]+$", "").strip())
        .filter(shown -> !shown.isEmpty() && !shown.equals(original.words().strip()))
        .filter(grounding::holds);
  }

  private static JsonObject view(Original original, Optional<String> suggestion) {
    return suggestion
        .map(text -> Suggestions.labelled().put("suggestion", text))
        .orElseGet(Suggestions::none)
        .put("source", original.words());
  }
}
