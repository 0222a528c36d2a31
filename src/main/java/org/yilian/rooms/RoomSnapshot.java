package org.yilian.rooms;

import java.util.List;
import java.util.Set;

/**
 * Everything that decides who reads what in one room, at one moment.
 *
 * @param participantConsents the PARTICIPANT consents that stand
 * @param handovers the lanes that a mediator handed over, with a reason, to staff who joined later
 * @param identityNeeded whether name and phone prove nothing here, so that a mediator has to check
 * @param identified the ids of members whose identity a mediator has checked
 * @param standing the grants given so far
 */
public record RoomSnapshot(
    Room room,
    List<Lane> lanes,
    List<Member> members,
    Set<Consent> participantConsents,
    Set<Handover> handovers,
    boolean identityNeeded,
    Set<String> identified,
    Set<Grant> standing) {

  /** That one member of a side consented to another person reading its side's lane. */
  public record Consent(String byMemberId, String aboutMemberId) {}

  /** That a member reads a lane from its start although he joined later. */
  public record Handover(String memberId, String laneId) {}

  public RoomSnapshot {
    lanes = List.copyOf(lanes);
    members = List.copyOf(members);
    participantConsents = Set.copyOf(participantConsents);
    handovers = Set.copyOf(handovers);
    identified = Set.copyOf(identified);
    standing = Set.copyOf(standing);
  }
}
