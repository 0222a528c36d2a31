package org.yilian.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.confirmation.ConfirmationStatus.CONFIRMED;
import static org.yilian.confirmation.ConfirmationStatus.CO_SIGNING;
import static org.yilian.confirmation.ConfirmationStatus.READY;
import static org.yilian.confirmation.ConfirmationStatus.SUBMITTED;
import static org.yilian.confirmation.ConfirmationStatus.SUPPLEMENT;
import static org.yilian.confirmation.ConfirmationStatus.UNDER_REVIEW;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yilian.confirmation.ConfirmationStatus.Step;
import org.yilian.identity.Role;

class ConfirmationStatusTest {
  @Test
  void goesTheWholeWayWithASupplement() {
    ConfirmationStatus status = CO_SIGNING;
    for (Step step :
        new Step[] {
          Step.COMPLETE,
          Step.SUBMIT,
          Step.REQUEST_SUPPLEMENT,
          Step.SUPPLY,
          Step.ACCEPT,
          Step.CONFIRM
        }) {
      status = status.after(step).orElseThrow();
    }
    assertEquals(CONFIRMED, status);
  }

  @ParameterizedTest
  @EnumSource(ConfirmationStatus.class)
  void rulesOnNothingThatIsNotUnderReview(ConfirmationStatus status) {
    boolean underReview = status == UNDER_REVIEW;
    assertEquals(underReview, status.after(Step.CONFIRM).isPresent());
    assertEquals(underReview, status.after(Step.DISMISS).isPresent());
  }

  @Test
  void isAcceptedOnlyOnceItWasSubmittedAndIsComplete() {
    assertEquals(Optional.empty(), READY.after(Step.ACCEPT));
    assertEquals(Optional.empty(), SUPPLEMENT.after(Step.ACCEPT));
    assertEquals(Optional.of(UNDER_REVIEW), SUBMITTED.after(Step.ACCEPT));
  }

  @Test
  void canBeWithdrawnAtAnyTimeBeforeTheRuling() {
    EnumSet<ConfirmationStatus> open =
        EnumSet.of(CO_SIGNING, READY, SUBMITTED, SUPPLEMENT, UNDER_REVIEW);
    for (ConfirmationStatus status : ConfirmationStatus.values()) {
      boolean way =
          status.after(Step.TAKE_BACK).isPresent()
              || status.after(Step.ALLOW_WITHDRAWAL).isPresent();
      assertEquals(open.contains(status), way, status::name);
    }
  }

  @Test
  void letsACourtsClerkAskForMoreAndNothingElse() {
    for (Decision decision : Decision.values()) {
      assertTrue(decision.by(Set.of(Role.JUDGE)));
      assertEquals(decision == Decision.REQUEST_SUPPLEMENT, decision.by(Set.of(Role.COURT_CLERK)));
      assertFalse(decision.by(Set.of(Role.COMMITTEE_CLERK)));
    }
  }
}
