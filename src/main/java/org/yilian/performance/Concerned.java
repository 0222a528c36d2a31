package org.yilian.performance;

import java.util.List;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Seat;
import org.yilian.kernel.Refusal;
import org.yilian.performance.ObligationStatus.Step;
import org.yilian.rooms.MemberRole;

/**
 * As what somebody stands to what follows from an agreement. A party knows of what it owes and of
 * what is owed to it, and of nothing else; the staff of the room and the host's clerk know all.
 */
record Concerned(Concern concern) {
  private Seat seat() {
    return concern.standing().seat();
  }

  boolean ofSide() {
    return seat() != null && seat().role().isOfSide();
  }

  /** Whether he enters for parties what they said by telephone or on paper. */
  boolean keepsRecords() {
    return concern.standing().clerk() || seat() != null && seat().role() == MemberRole.MEDIATOR;
  }

  boolean sees(Obligation one) {
    return !ofSide() || one.concerns(seat().partyId());
  }

  /** The obligation, or 404. */
  Obligation seen(Obligation one) {
    if (!sees(one)) {
      throw Refusal.notFound();
    }
    return one;
  }

  /** What he owes, or what is owed to him; null for staff. */
  String partyId() {
    return ofSide() ? seat().partyId() : null;
  }

  /** What he may say of it now. */
  List<Step> may(Obligation one, boolean overdue) {
    return one.status().next().stream()
        .filter(step -> step != Step.DEFAULT || overdue || one.dueOn() == null)
        .filter(step -> may(one, step))
        .toList();
  }

  private boolean may(Obligation one, Step step) {
    if (keepsRecords()) {
      return true;
    }
    String party = concern.standing().deciding().orElse(null);
    return switch (step) {
      case CLAIM -> one.debtorId().equals(party);
      case CONFIRM, DENY, DEFAULT -> party != null && party.equals(one.creditorId());
      case REPLACE -> false;
    };
  }
}
