package org.yilian.rooms;

import java.util.List;

/** Who decides for a party in a room. */
final class Deciders {
  private Deciders() {}

  /** The party's own seat where it has one, else those who act for it. */
  static List<Member> of(List<Member> members, String partyId) {
    List<Member> deciding =
        members.stream()
            .filter(m -> m.active() && m.role().decidesForParty() && partyId.equals(m.partyId()))
            .toList();
    List<Member> itself = deciding.stream().filter(m -> m.role() == MemberRole.PARTY).toList();
    return itself.isEmpty() ? deciding : itself;
  }
}
