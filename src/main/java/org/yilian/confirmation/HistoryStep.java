package org.yilian.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One step of an application's history.
 *
 * @param status the state that it led to
 * @param action what was done, such as a decision's word
 * @param by in what quality somebody did it
 * @param actor who, by principal
 * @param items what the court asks for
 */
record HistoryStep(
    Instant at,
    ConfirmationStatus status,
    String action,
    By by,
    String actor,
    String reason,
    List<String> items,
    List<String> fileIds) {
  HistoryStep {
    Objects.requireNonNull(action);
    items = List.copyOf(items);
    fileIds = List.copyOf(fileIds);
  }

  /** In what quality somebody takes a step. */
  enum By {
    COURT,
    CLERK,
    PARTY
  }

  static HistoryStep of(
      Instant at, ConfirmationStatus status, String action, By by, String actor, String reason) {
    return new HistoryStep(at, status, action, by, actor, reason, List.of(), List.of());
  }
}
