package org.yilian.disputes;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yilian.disputes.IntakeProposal.What;
import org.yilian.language.Grounding;

/**
 * Reads what a model wrote of a story. Places and people stand in the story to the letter, a type
 * is one of ours, and the cause adds nothing; whatever else was written is left out.
 */
final class IntakeProposals {
  private static final int CAUSE = 100;
  private static final int ADDRESS = 200;
  private static final int PARTY = 100;
  private static final int MOST_PARTIES = 6;

  private final JsonObject written;
  private final String story;
  private final List<IntakeProposal> proposals = new ArrayList<>();

  private IntakeProposals(JsonObject written, String source) {
    this.written = written;
    this.story = close(source);
    Grounding grounding = new Grounding(source, List.of());
    text("type", CAUSE)
        .filter(IntakeProposals::known)
        .ifPresent(type -> proposals.add(IntakeProposal.of(What.TYPE, type)));
    text("cause", CAUSE)
        .filter(grounding::holds)
        .ifPresent(cause -> proposals.add(IntakeProposal.of(What.CAUSE, cause)));
    text("address", ADDRESS)
        .filter(this::told)
        .ifPresent(address -> proposals.add(IntakeProposal.of(What.ADDRESS, address)));
    parties();
  }

  /** Nothing where it is no such object. */
  static List<IntakeProposal> in(String text, String source) {
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}');
    try {
      return from < 0 || to < from
          ? List.of()
          : new IntakeProposals(new JsonObject(text.substring(from, to + 1)), source).proposals;
    } catch (DecodeException nonsense) {
      return List.of();
    }
  }

  private Optional<String> text(String name, int longest) {
    return text(written.getValue(name), longest);
  }

  private static Optional<String> text(Object value, int longest) {
    return Optional.ofNullable(value)
        .filter(String.class::isInstance)
        .map(one -> ((String) one).strip())
        .filter(one -> !one.isEmpty() && one.length() <= longest);
  }

  /** OTHER says nothing that nobody knew. */
  private static boolean known(String type) {
    return Arrays.stream(DisputeType.values())
        .filter(one -> one != DisputeType.OTHER)
        .anyMatch(one -> one.name().equals(type));
  }

  private void parties() {
    JsonArray people =
        written.getValue("parties") instanceof JsonArray array ? array : new JsonArray();
    Predicate<IntakeProposal> fresh =
        one -> proposals.stream().noneMatch(known -> known.value().equals(one.value()));
    people.stream()
        .filter(JsonObject.class::isInstance)
        .map(one -> party((JsonObject) one))
        .flatMap(Optional::stream)
        .limit(MOST_PARTIES)
        .forEach(
            one -> {
              if (fresh.test(one)) {
                proposals.add(one);
              }
            });
  }

  private Optional<IntakeProposal> party(JsonObject one) {
    Optional<String> side = text(one.getValue("side"), 1).filter(word -> word.matches("[A-Z]"));
    return text(one.getValue("description"), PARTY)
        .filter(this::told)
        .flatMap(words -> side.map(letter -> new IntakeProposal(What.PARTY, letter, words)));
  }

  private boolean told(String words) {
    return story.contains(close(words));
  }

  private static String close(String text) {
    return text.replaceAll("\\s+", "");
  }
}
