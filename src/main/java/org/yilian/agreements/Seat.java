package org.yilian.agreements;

import java.util.Objects;
import org.yilian.rooms.MemberRole;

/**
 * A standing membership of the room in which an agreement is made.
 *
 * @param side the letter of the side, null for staff
 * @param partyId the party that this member is or came with, null for staff
 * @param representativeId null for staff and for the party itself
 */
public record Seat(
    String memberId,
    String principalId,
    MemberRole role,
    String side,
    String partyId,
    String representativeId,
    String name) {
  public Seat {
    Objects.requireNonNull(memberId);
    Objects.requireNonNull(principalId);
    Objects.requireNonNull(role);
  }
}
