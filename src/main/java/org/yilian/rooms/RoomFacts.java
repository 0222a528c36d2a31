package org.yilian.rooms;

import java.util.List;
import java.util.Set;
import org.yilian.identity.Organisation;

/** All that views of one room are made from. No view holds all of it. */
record RoomFacts(
    Procedure procedure,
    Organisation host,
    List<Lane> lanes,
    Set<Grant> grants,
    List<Meeting> meetings,
    List<StatusLine> statusLines,
    List<Invite> invites,
    List<HelpCall> helpCalls,
    List<SafetyClearing> safetyClearings,
    Set<String> present) {

  Room room() {
    return procedure.room();
  }

  boolean reads(Member member, Lane lane) {
    return grants.stream()
        .anyMatch(g -> g.memberId().equals(member.id()) && g.laneId().equals(lane.id()));
  }

  boolean says(Member member, Lane lane) {
    return grants.stream()
        .filter(g -> g.memberId().equals(member.id()) && g.laneId().equals(lane.id()))
        .anyMatch(Grant::maySay);
  }

  List<Member> active() {
    return procedure.members().stream().filter(Member::active).toList();
  }
}
