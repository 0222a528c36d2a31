package org.yilian.agreements;

import java.time.Duration;

/** How a draft came about: too quickly, too often, or without a lawyer's ear for somebody. */
final class CircumstancesRule implements FindingRule {
  static final Duration TIME_TO_THINK = Duration.ofMinutes(30);
  private static final int MANY = 2;

  @Override
  public void judge(Reading reading, Notes notes) {
    DraftUnderReview.Circumstances how = reading.draft().circumstances();
    if (how.firstDraftAt() != null
        && how.judgedAt() != null
        && how.judgedAt().isBefore(how.firstDraftAt().plus(TIME_TO_THINK))) {
      notes.add(FindingCode.TOO_QUICK, null, String.valueOf(TIME_TO_THINK.toMinutes()));
    }
    if (how.similarAgreements() != null && how.similarAgreements() >= MANY) {
      notes.add(FindingCode.SHAM_PATTERN, null, how.similarAgreements().toString());
    }
    for (DraftUnderReview.Party party : reading.draft().parties()) {
      if (Boolean.FALSE.equals(party.heardLawyerAlone())) {
        notes.add(FindingCode.LAWYER_NOT_HEARD, null, party.name());
      }
    }
  }
}
