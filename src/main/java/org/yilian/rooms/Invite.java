package org.yilian.rooms;

import java.time.Instant;
import org.yilian.disputes.Sealed;
import org.yilian.kernel.Refusal;

/**
 * A link by which one party or representative enters one room.
 *
 * @param representativeId whom it is for, or null where it is for the party itself
 * @param enteredAt when it was first used to enter, or null
 * @param enteredPhone the blind index of the phone that was proven then, or null
 */
record Invite(
    String id,
    String roomId,
    String partyId,
    String representativeId,
    String createdBy,
    Instant expiresAt,
    Instant revokedAt,
    Instant enteredAt,
    String enteredPhone) {

  /** Whose seat it leads to. */
  String principalId() {
    return representativeId == null ? partyId : representativeId;
  }

  /** Whether this phone has come in by this link before, with name and ID tail. */
  boolean enteredWith(Sealed phone) {
    return phone != null && phone.index().equals(enteredPhone);
  }

  /** This invitation, or 410 once it has ended. */
  Invite usable(Instant now) {
    if (revokedAt != null) {
      throw Refusal.gone("invite-revoked", "这个邀请已经取消。请联系调解员重新发送。");
    }
    if (!now.isBefore(expiresAt)) {
      throw Refusal.gone("invite-expired", "这个邀请已经过期。请联系调解员重新发送。");
    }
    return this;
  }
}
