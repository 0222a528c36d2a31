package org.yilian.agreements;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Something in a draft that stands in the way, or that a person should look at.
 *
 * @param code a stable kebab-case word
 * @param clause the term concerned, counted from 1, or null where it is not one term
 * @param message what is the matter, in Chinese, for the mediator
 * @param article where the rule stands, in Chinese; 参考 where the text was not read in full
 * @param alternative what can be done instead, in Chinese, or null
 */
public record Finding(
    String code,
    Severity severity,
    Step blocks,
    Integer clause,
    String message,
    String article,
    String alternative) {
  /** Only a STOP keeps the step from being taken; a WARN is for a person to weigh. */
  public enum Severity {
    STOP,
    WARN
  }

  /** Confirmability is not validity: what no court confirms may still be signed. */
  public enum Step {
    SIGNING,
    CONFIRMATION
  }

  /** Who learns of a finding: nobody notices by it what another side did. */
  public enum Readers {
    /** Mediators and neutral lawyers. */
    WHO_READS_EVERY_SIDE,
    STAFF,
    /** The sides as well, and the court. */
    EVERYBODY
  }

  public Finding {
    Objects.requireNonNull(code);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(blocks);
    Objects.requireNonNull(message);
    Objects.requireNonNull(article);
  }

  public boolean stops(Step step) {
    return severity == Severity.STOP && blocks == step;
  }

  public JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("code", code)
            .put("severity", severity.name())
            .put("blocks", blocks.name());
    if (clause != null) {
      json.put("clause", clause);
    }
    json.put("message", message).put("article", article);
    return alternative == null ? json : json.put("alternative", alternative);
  }
}
