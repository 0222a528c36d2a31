package org.yilian.agreements;

import java.util.List;

/**
 * Values written out and judged.
 *
 * @param text the exact text that would be signed
 */
record Draft(
    AgreementValues values, String text, String textHash, Ink ink, List<Finding> findings) {
  Draft {
    findings = List.copyOf(findings);
  }
}
