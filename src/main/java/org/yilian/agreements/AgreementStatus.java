package org.yilian.agreements;

import java.util.Map;
import java.util.Optional;

/** The states of an agreement and the only ways between them. */
public enum AgreementStatus {
  /** Being written by the mediator; it does not exist for the parties. */
  DRAFT,
  /** Its text stands still and is being signed. */
  SIGNING,
  /** Everybody has signed; it takes effect with the seal (人民调解法 29). */
  SIGNED,
  EFFECTIVE,
  /** Somebody declined to sign. Its signatures are void and stay as evidence. */
  RETURNED;

  /** What can be done to an agreement. */
  public enum Step {
    EDIT,
    PROPOSE,
    /** An oral agreement is effective when reached; the mediator records it (人民调解法 30). */
    RECORD,
    SIGN,
    COMPLETE,
    REFUSE,
    SEAL
  }

  private static final Map<AgreementStatus, Map<Step, AgreementStatus>> TABLE =
      Map.of(
          DRAFT, Map.of(Step.EDIT, DRAFT, Step.PROPOSE, SIGNING, Step.RECORD, EFFECTIVE),
          SIGNING, Map.of(Step.SIGN, SIGNING, Step.COMPLETE, SIGNED, Step.REFUSE, RETURNED),
          SIGNED, Map.of(Step.SEAL, EFFECTIVE, Step.REFUSE, RETURNED),
          RETURNED, Map.of(Step.EDIT, DRAFT),
          EFFECTIVE, Map.of());

  /** The state after the step, or empty where the step is a wrong turn. */
  public Optional<AgreementStatus> after(Step step) {
    return Optional.ofNullable(TABLE.get(this).get(step));
  }

  /** Whether the parties know of it. */
  public boolean known() {
    return this != DRAFT;
  }
}
