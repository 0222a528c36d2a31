package org.yilian.speech;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;

/**
 * One line of what was said, and whose word it is that it was said so.
 *
 * @param n which line it is; lines are read in the order of these numbers
 * @param fromMillis where in the recording, or null where nobody told
 * @param checkedBy who has compared it with the sound, or null while nobody has
 */
public record TranscriptLine(
    int n,
    Integer fromMillis,
    Integer toMillis,
    String text,
    Source source,
    Checker checkedBy,
    Instant checkedAt) {

  /** Who wrote the words that stand there now. */
  public enum Source {
    MACHINE,
    HUMAN
  }

  /**
   * Who answers for a line.
   *
   * @param id the member or person
   */
  public record Checker(String id, String name) {}

  public TranscriptLine {
    Objects.requireNonNull(text);
    if (source == Source.HUMAN && checkedBy == null) {
      throw new IllegalArgumentException("what a person wrote has somebody who answers for it");
    }
  }

  boolean checked() {
    return checkedBy != null;
  }

  TranscriptLine by(Checker checker, Instant at, String words) {
    Source whose = words.equals(text) ? source : Source.HUMAN;
    return new TranscriptLine(n, fromMillis, toMillis, words, whose, checker, at);
  }

  JsonObject toJson() {
    JsonObject json = JsonObject.of("n", n, "text", text, "source", source.name());
    if (fromMillis != null) {
      json.put("fromMillis", fromMillis).put("toMillis", toMillis);
    }
    return checked()
        ? json.put("checkedBy", checkedBy.name()).put("checkedAt", checkedAt.toString())
        : json;
  }
}
