package org.yilian.agreements;

import org.yilian.disputes.Marriage;

/**
 * What the law asks of a divorce beside the will of both: not at the husband's wish while the wife
 * carries a child or has just borne one (民法典 1082), and with a soldier's consent (民法典 1081).
 */
final class MarriageRule implements FindingRule {
  @Override
  public void judge(Reading reading, Notes notes) {
    Marriage marriage = reading.draft().setting().marriage();
    if (!StatusRule.endsMarriage(reading)) {
      return;
    }
    if (marriage.pregnancy() == null || marriage.soldier() == null) {
      notes.add(FindingCode.DIVORCE_UNASKED, null);
    }
    if (Boolean.TRUE.equals(marriage.pregnancy())) {
      notes.add(FindingCode.DIVORCE_PROTECTED_TERM, null);
    }
    if (Boolean.TRUE.equals(marriage.soldier())) {
      notes.add(FindingCode.DIVORCE_OF_SOLDIER, null);
    }
  }
}
