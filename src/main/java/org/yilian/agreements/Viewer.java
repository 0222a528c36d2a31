package org.yilian.agreements;

import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.MemberRole;

/**
 * As what somebody looks at an agreement.
 *
 * @param seat the caller's standing seat in the room, or null
 * @param clerk whether the caller is a clerk of the host organisation
 */
record Viewer(Caller caller, Seat seat, boolean clerk) {
  private boolean sits(MemberRole role) {
    return seat != null && seat.role() == role;
  }

  boolean mediator() {
    return sits(MemberRole.MEDIATOR);
  }

  boolean lawyer() {
    return sits(MemberRole.NEUTRAL_LAWYER);
  }

  /** Whether the caller sits on one side, as a party or beside it. */
  boolean ofSide() {
    return seat != null && seat.role().isOfSide();
  }

  /** Drafts are the mediator's, and the lawyer's to look over; for all others there are none. */
  boolean sees(AgreementStatus status) {
    return mediator() || lawyer() || status.known() && (seat != null || clerk);
  }

  /** The mediator's seat, or 404 for everyone else. */
  Seat asMediator() {
    if (!mediator()) {
      throw Refusal.notFound();
    }
    return seat;
  }

  /** The lawyer's seat, or 404 for everyone else. */
  Seat asLawyer() {
    if (!lawyer()) {
      throw Refusal.notFound();
    }
    return seat;
  }

  /** Does nothing for a clerk of the host, and is 404 for everyone else. */
  void requireClerk() {
    if (!clerk) {
      throw Refusal.notFound();
    }
  }
}
