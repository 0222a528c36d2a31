package org.yilian.agreements;

/**
 * Minors and adults without capacity act through a guardian whose interest is not against theirs.
 */
final class CapacityRule implements FindingRule {
  @Override
  public void judge(Reading reading, Notes notes) {
    for (DraftUnderReview.Party party : reading.draft().parties()) {
      if (!party.signs() || !party.needsGuardian(reading.draft().today())) {
        continue;
      }
      if (!party.guardianPresent()) {
        notes.add(FindingCode.GUARDIAN_MISSING, null, party.name());
      } else if (party.guardianInConflict()) {
        notes.add(FindingCode.GUARDIAN_IN_CONFLICT, null, party.name());
      }
    }
  }
}
