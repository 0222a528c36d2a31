package org.yilian.confirmation;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** The states of an application for judicial confirmation and the only ways between them. */
public enum ConfirmationStatus {
  /** A rule stands in the way of the application; the agreement itself stays what it is. */
  INELIGIBLE,
  /** Each party signs the same application, at its own time. */
  CO_SIGNING,
  READY,
  /** The court has it. */
  SUBMITTED,
  SUPPLEMENT,
  UNDER_REVIEW,
  NOT_ACCEPTED,
  CONFIRMED,
  DISMISSED,
  WITHDRAWN,
  /** A party or an interested person objects to the ruling (民诉法解释 372). */
  OBJECTION,
  REVOKED,
  /** Closed by a person after the last day; never by itself (民事诉讼法 86 permits restoration). */
  LAPSED;

  /** What can be done to an application. */
  public enum Step {
    COMPLETE,
    SUBMIT,
    REQUEST_SUPPLEMENT,
    SUPPLY,
    ACCEPT,
    REFUSE,
    /** Taken back before the court has it: nobody needs to allow it. */
    TAKE_BACK,
    ALLOW_WITHDRAWAL,
    DEEM_WITHDRAWN,
    CONFIRM,
    DISMISS,
    OBJECT,
    OBJECTION_UPHELD,
    OBJECTION_REJECTED,
    LAPSE
  }

  private static final Map<ConfirmationStatus, Map<Step, ConfirmationStatus>> TABLE =
      Map.ofEntries(
          entry(
              CO_SIGNING,
              Map.of(Step.COMPLETE, READY, Step.TAKE_BACK, WITHDRAWN, Step.LAPSE, LAPSED)),
          entry(
              READY, Map.of(Step.SUBMIT, SUBMITTED, Step.TAKE_BACK, WITHDRAWN, Step.LAPSE, LAPSED)),
          entry(
              SUBMITTED,
              Map.of(
                  Step.REQUEST_SUPPLEMENT, SUPPLEMENT,
                  Step.ACCEPT, UNDER_REVIEW,
                  Step.REFUSE, NOT_ACCEPTED,
                  Step.ALLOW_WITHDRAWAL, WITHDRAWN,
                  Step.DEEM_WITHDRAWN, WITHDRAWN)),
          entry(
              SUPPLEMENT,
              Map.of(
                  Step.SUPPLY, SUBMITTED,
                  Step.ALLOW_WITHDRAWAL, WITHDRAWN,
                  // Who does not supply what the court asked for withdraws (民诉法解释 357).
                  Step.DEEM_WITHDRAWN, WITHDRAWN)),
          entry(
              UNDER_REVIEW,
              Map.of(
                  Step.CONFIRM, CONFIRMED,
                  Step.DISMISS, DISMISSED,
                  Step.ALLOW_WITHDRAWAL, WITHDRAWN,
                  Step.DEEM_WITHDRAWN, WITHDRAWN)),
          entry(
              CONFIRMED,
              Map.of(
                  Step.OBJECT, OBJECTION,
                  // An objection may also be raised at the court itself, outside this product.
                  Step.OBJECTION_UPHELD, REVOKED,
                  Step.OBJECTION_REJECTED, CONFIRMED)),
          entry(
              OBJECTION,
              Map.of(Step.OBJECTION_UPHELD, REVOKED, Step.OBJECTION_REJECTED, CONFIRMED)),
          entry(INELIGIBLE, Map.of()),
          entry(NOT_ACCEPTED, Map.of()),
          entry(DISMISSED, Map.of()),
          entry(WITHDRAWN, Map.of()),
          entry(REVOKED, Map.of()),
          entry(LAPSED, Map.of()));

  /** The state after the step, or empty where the step is a wrong turn. */
  public Optional<ConfirmationStatus> after(Step step) {
    return Optional.ofNullable(TABLE.get(this).get(step));
  }

  /**
   * Whether the agreement may be applied for again: what was withdrawn was never ruled on, and a
   * court that did not take it leaves the others. A ruling is the end of it (民事诉讼法 206), and so is
   * the day on which somebody closed it as too late.
   */
  public boolean leavesRoom() {
    return this == WITHDRAWN || this == NOT_ACCEPTED;
  }

  /** Whether the agreement has no way left to a court's confirmation. */
  public boolean barsAnother() {
    return this == DISMISSED || this == REVOKED || this == LAPSED;
  }

  /** Whether a court's confirmation stands, so that it can be enforced. */
  public boolean enforceable() {
    return this == CONFIRMED || this == OBJECTION;
  }

  /** Whether the court has, or had, the application. */
  public boolean atCourt() {
    return this != INELIGIBLE && this != CO_SIGNING && this != READY && this != LAPSED;
  }
}
