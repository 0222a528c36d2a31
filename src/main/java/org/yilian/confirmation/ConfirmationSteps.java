package org.yilian.confirmation;

import org.yilian.kernel.Refusal;

/** The one answer to every wrong turn. */
final class ConfirmationSteps {
  private ConfirmationSteps() {}

  static Refusal wrong() {
    return Refusal.conflict("wrong-state", "申请现在的状态不允许这一步，请刷新后再看。");
  }
}
