package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Texts;
import org.yilian.language.Mask;
import org.yilian.language.Suggestions;

/**
 * What a story says for the fields of a report, proposed to whoever enters it, who takes over each
 * one or does not. Nothing is stored.
 */
public final class IntakeSuggestions {
  private static final Texts TEXTS = Texts.of("suggestions");
  private static final int MAX_TEXT = 4_000;
  private static final int ID_LENGTH = 64;
  private static final int LONGEST = 1_500;
  private static final String TYPES =
      Arrays.stream(DisputeType.values()).map(Enum::name).collect(Collectors.joining(", "));

  private final Database database;
  private final VoiceNotes notes;
  private final Suggestions suggestions;

  public IntakeSuggestions(Database database, VoiceNotes notes, Suggestions suggestions) {
    this.database = database;
    this.notes = notes;
    this.suggestions = suggestions;
  }

  /**
   * Reads {@code {text}}, or {@code {recordingId}} of a note whose words somebody has checked.
   *
   * @return {@code {label, source, proposals: [{field: type | cause | address | party, value,
   *     side?}]}}, or {@code none} in words in place of the proposals
   */
  public Future<JsonObject> of(Caller caller, Form form) {
    Caller.Staff staff = caller.staff();
    String recordingId = form.optionalText("recordingId", ID_LENGTH);
    String text =
        recordingId == null ? form.text("text", MAX_TEXT) : form.optionalText("text", MAX_TEXT);
    form.check();
    Future<String> story =
        recordingId == null
            ? Future.succeededFuture(text)
            : database.withConnection(client -> notes.checkedWords(client, caller, recordingId));
    return story.compose(source -> read(staff, source.strip()));
  }

  private Future<JsonObject> read(Caller.Staff staff, String source) {
    Mask mask = new Mask(List.of());
    String input = TEXTS.get("intake.input", mask.hide(source));
    return suggestions
        .write(staff, TEXTS.get("intake.instructions", TYPES), input, LONGEST)
        .map(written -> written.flatMap(mask::show))
        .map(written -> written.map(text -> IntakeProposals.in(text, source)).orElse(List.of()))
        .map(proposals -> view(source, proposals));
  }

  private static JsonObject view(String source, List<IntakeProposal> proposals) {
    JsonObject view =
        proposals.isEmpty()
            ? Suggestions.none()
            : Suggestions.labelled()
                .put(
                    "proposals",
                    new JsonArray(proposals.stream().map(IntakeProposal::toJson).toList()));
    return view.put("source", source);
  }
}
