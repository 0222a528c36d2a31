package org.yilian.rooms;

import java.time.Instant;
import java.util.Objects;

/**
 * A seat in a room.
 *
 * @param principalId the person of the staff, or the party or representative who sits here
 * @param side the letter of the side; null for staff
 * @param partyId the party this member is or came with; null for staff
 * @param endedAt when the membership ended, or null while it stands
 */
public record Member(
    String id,
    String roomId,
    String principalId,
    MemberRole role,
    String side,
    String partyId,
    String representativeId,
    String name,
    Instant endedAt) {
  public Member {
    Objects.requireNonNull(id);
    Objects.requireNonNull(roomId);
    if (role.isOfSide() != (side != null)) {
      throw new IllegalArgumentException("a party has a side, and staff have none");
    }
  }

  public boolean active() {
    return endedAt == null;
  }

  public boolean isStaff() {
    return role.isStaff();
  }
}
