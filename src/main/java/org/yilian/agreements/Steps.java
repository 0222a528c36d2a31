package org.yilian.agreements;

import org.yilian.kernel.Refusal;

/** Takes steps by the table of {@link AgreementStatus}, and refuses every other. */
final class Steps {
  private Steps() {}

  /** The state after the step, or 409 {@code wrong-state}. */
  static AgreementStatus take(Agreement agreement, AgreementStatus.Step step) {
    return agreement.status().after(step).orElseThrow(Steps::wrong);
  }

  static Refusal wrong() {
    return Refusal.conflict("wrong-state", "协议现在的状态不允许这一步，请刷新后再看。");
  }
}
