package org.yilian.performance;

import java.time.LocalDate;
import java.util.Objects;
import org.yilian.audit.Scopes;

/**
 * One thing that one party owes another by an agreement.
 *
 * @param clause the number of the clause that says so, from 1
 * @param part which instalment of the clause, from 1; 0 where it has none
 * @param creditorId null where the agreement does not tell for whom it is done
 * @param words the clause as it stands in the agreement
 * @param amountFen null where it is not a sum of money
 * @param dueOn the last day as agreed, or null where none was
 */
record Obligation(
    String id,
    String agreementId,
    String disputeId,
    String roomId,
    int clause,
    int part,
    String debtorId,
    String creditorId,
    String words,
    Long amountFen,
    LocalDate dueOn,
    ObligationStatus status) {
  Obligation {
    Objects.requireNonNull(id);
    Objects.requireNonNull(debtorId);
    Objects.requireNonNull(status);
    if (debtorId.equals(creditorId)) {
      throw new IllegalArgumentException("nobody owes himself");
    }
  }

  /** Whether its day has passed and it is neither done nor said to be. */
  boolean overdueOn(LocalDate today) {
    boolean open = !status.settled() && status != ObligationStatus.CLAIMED;
    return open && dueOn != null && today.isAfter(dueOn);
  }

  boolean concerns(String partyId) {
    return debtorId.equals(partyId) || partyId.equals(creditorId);
  }

  /** Where its proofs are attached. */
  String scope() {
    return Scopes.obligation(id);
  }
}
