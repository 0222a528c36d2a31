package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yilian.agreements.AgreementStatus.DRAFT;
import static org.yilian.agreements.AgreementStatus.EFFECTIVE;
import static org.yilian.agreements.AgreementStatus.RETURNED;
import static org.yilian.agreements.AgreementStatus.SIGNED;
import static org.yilian.agreements.AgreementStatus.SIGNING;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yilian.agreements.AgreementStatus.Step;

class AgreementStatusTest {
  @ParameterizedTest
  @EnumSource(AgreementStatus.class)
  void isSealedOnlyWhenEverybodyHasSigned(AgreementStatus status) {
    assertEquals(status == SIGNED, status.after(Step.SEAL).isPresent());
  }

  @ParameterizedTest
  @EnumSource(AgreementStatus.class)
  void canBeDeclinedFromTheProposalUntilItTakesEffect(AgreementStatus status) {
    boolean open = EnumSet.of(SIGNING, SIGNED).contains(status);
    assertEquals(open ? Optional.of(RETURNED) : Optional.empty(), status.after(Step.REFUSE));
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void neverChangesOnceItIsEffective(Step step) {
    assertEquals(Optional.empty(), EFFECTIVE.after(step));
  }

  @Test
  void standsStillWhileItIsSigned() {
    assertEquals(Optional.empty(), SIGNING.after(Step.EDIT));
    assertEquals(Optional.of(DRAFT), RETURNED.after(Step.EDIT));
    assertEquals(Optional.empty(), RETURNED.after(Step.PROPOSE));
  }
}
