package org.yilian.performance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where an obligation stands, and the only ways between. */
enum ObligationStatus {
  DUE,
  /** The debtor says that it is done; the creditor has not answered. */
  CLAIMED,
  CONFIRMED,
  /** The creditor says that it is not done, or not as agreed. */
  DENIED,
  /** Somebody declared, after its day, that it was not done; it may still be done. */
  DEFAULTED,
  /** Another agreement of the same people took its place. */
  REPLACED;

  /** What can be said of an obligation. */
  enum Step {
    CLAIM,
    CONFIRM,
    DENY,
    DEFAULT,
    REPLACE
  }

  private static final Map<ObligationStatus, Map<Step, ObligationStatus>> TABLE =
      Map.of(
          DUE,
          Map.of(
              Step.CLAIM, CLAIMED,
              Step.CONFIRM, CONFIRMED,
              Step.DEFAULT, DEFAULTED,
              Step.REPLACE, REPLACED),
          CLAIMED,
          Map.of(Step.CONFIRM, CONFIRMED, Step.DENY, DENIED),
          DENIED,
          Map.of(
              Step.CLAIM, CLAIMED,
              Step.CONFIRM, CONFIRMED,
              Step.DEFAULT, DEFAULTED,
              Step.REPLACE, REPLACED),
          DEFAULTED,
          Map.of(Step.CLAIM, CLAIMED, Step.CONFIRM, CONFIRMED, Step.REPLACE, REPLACED),
          CONFIRMED,
          Map.of(),
          REPLACED,
          Map.of());

  /** The status after the step, or empty where it is a wrong turn. */
  Optional<ObligationStatus> after(Step step) {
    return Optional.ofNullable(TABLE.get(this).get(step));
  }

  /** What may be said of it now, in the order of {@link Step}. */
  List<Step> next() {
    return Arrays.stream(Step.values()).filter(TABLE.get(this)::containsKey).toList();
  }

  /** Whether nothing more is to be done. */
  boolean settled() {
    return this == CONFIRMED || this == REPLACED;
  }
}
