package org.yilian.rooms;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A room as the database had it at one moment: who is in it, and who reads what. */
final class RoomState {
  private final Room room;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<String, Member> members = new HashMap<>();
  private final Map<String, Map<String, Grant>> grants = new HashMap<>();

  RoomState(Room room, List<Lane> lanes, List<Member> members, Set<Grant> grants) {
    this.room = room;
    lanes.forEach(lane -> this.lanes.put(lane.id(), lane));
    members.forEach(member -> this.members.put(member.id(), member));
    grants.forEach(
        grant ->
            this.grants
                .computeIfAbsent(grant.memberId(), member -> new HashMap<>())
                .put(grant.laneId(), grant));
  }

  Room room() {
    return room;
  }

  Map<String, Lane> lanes() {
    return lanes;
  }

  /** The standing member. */
  Optional<Member> active(String memberId) {
    return Optional.ofNullable(members.get(memberId)).filter(Member::active);
  }

  /** Everybody who is or was a member. */
  Collection<Member> members() {
    return members.values();
  }

  /** Whoever wrote something here, departed members included. */
  Member author(String memberId) {
    return members.get(memberId);
  }

  /** The grants of a member by lane. */
  Map<String, Grant> grantsOf(String memberId) {
    return grants.getOrDefault(memberId, Map.of());
  }

  boolean reads(String memberId, String laneId) {
    return grantsOf(memberId).containsKey(laneId);
  }

  boolean says(String memberId, String laneId) {
    Grant grant = grantsOf(memberId).get(laneId);
    return grant != null && grant.maySay();
  }

  /** The private lanes beside that one; none beside a STAFF lane. */
  List<Lane> sidesBeside(String laneId) {
    boolean free = lanes.get(laneId).kind() == LaneKind.STAFF;
    return lanes.values().stream()
        .filter(lane -> !free && lane.kind() == LaneKind.SIDE && !lane.id().equals(laneId))
        .toList();
  }

  /** Whether the member is of the staff's own circle, whom the STAFF lane is for. */
  boolean inStaffCircle(Member member) {
    return lanes.values().stream()
        .anyMatch(lane -> lane.kind() == LaneKind.STAFF && reads(member.id(), lane.id()));
  }

  /** Whether the staff member reads the private lane of that side. */
  boolean hearsSide(Member staff, String side) {
    return lanes.values().stream()
        .anyMatch(lane -> lane.isOf(side) && reads(staff.id(), lane.id()));
  }

  /**
   * Whether one member is to notice that another is there. Staff notice everybody; a side only the
   * staff of its own lane; nobody notices anything of another side.
   */
  boolean notices(Member observer, Member other) {
    if (observer.id().equals(other.id())) {
      return false;
    }
    if (observer.isStaff()) {
      return inStaffCircle(observer);
    }
    return other.isStaff() && hearsSide(other, observer.side());
  }

  /** Whether what the grant opens was not, or not wholly, open to its member. */
  boolean readsLessThan(Grant grant) {
    Grant own = grantsOf(grant.memberId()).get(grant.laneId());
    return own == null || grant.fromSeq() < own.fromSeq();
  }
}
