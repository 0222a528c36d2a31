package org.yilian.agreements;

import org.yilian.calendar.Deadline;

/** What only matters once the court is asked: signatures, seal, court and term. */
final class ConfirmationRule implements FindingRule {
  @Override
  public void judge(Reading reading, Notes notes) {
    DraftUnderReview.Confirmation state = reading.draft().confirmation();
    if (state == null) {
      return;
    }
    for (String name : state.missingSignatures()) {
      notes.add(FindingCode.SIGNATURE_MISSING, null, name);
    }
    if (!state.sealed()) {
      notes.add(FindingCode.SEAL_MISSING, null);
    }
    if (Boolean.FALSE.equals(state.courtConnected())) {
      notes.add(FindingCode.COURT_WITHOUT_CONNECTION, null);
    }
    Deadline deadline = state.deadline();
    // Never an end by itself: a court may restore the term (民诉法 86).
    if (deadline != null && deadline.isOverOn(reading.draft().today())) {
      notes.add(FindingCode.LATE, null, deadline.lastDate().toString());
    }
  }
}
