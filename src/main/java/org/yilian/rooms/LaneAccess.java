package org.yilian.rooms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Decides who may read a lane and who may say something in it. Every delivery, history read and
 * count goes by what this one function decides; nothing else in the product decides it again.
 */
public final class LaneAccess {
  private final RoomSnapshot snapshot;
  private final Map<String, Long> standing = new HashMap<>();

  private LaneAccess(RoomSnapshot snapshot) {
    this.snapshot = snapshot;
    snapshot.standing().forEach(grant -> standing.put(key(grant), grant.fromSeq()));
  }

  /** All that the members of the room may read and say. */
  public static Set<Grant> decide(RoomSnapshot snapshot) {
    LaneAccess access = new LaneAccess(snapshot);
    Set<Grant> grants = new HashSet<>();
    for (Member member : snapshot.members()) {
      for (Lane lane : snapshot.lanes()) {
        if (member.active() && access.mayRead(member, lane)) {
          grants.add(access.grant(member, lane));
        }
      }
    }
    return grants;
  }

  private Grant grant(Member member, Lane lane) {
    return new Grant(member.id(), lane.id(), fromSeq(member, lane), maySay(member, lane));
  }

  private boolean mayRead(Member member, Lane lane) {
    switch (member.role()) {
      case MEDIATOR:
      case NEUTRAL_LAWYER:
        return true;
      case COMMUNITY_POLICE:
        return lane.kind() != LaneKind.SIDE || consentOfSide(lane.side(), member);
      case RECORDER:
        return lane.kind() == LaneKind.JOINT || lane.kind() == LaneKind.NOTICE;
      default:
        return sideMayRead(member, lane);
    }
  }

  private boolean sideMayRead(Member member, Lane lane) {
    switch (lane.kind()) {
      case SIDE:
        return lane.isOf(member.side()) && known(member, lane);
      case JOINT:
        return snapshot.room().jointOpened() && known(member, lane);
      case NOTICE:
        return true;
      default:
        return false;
    }
  }

  /**
   * Where the other side knows the name, the tail of the ID number and perhaps holds the phone,
   * nobody uses a lane before a mediator has checked who it is. Who was using it before the need
   * arose goes on: to be shut out at that moment would tell that the other side raised a flag.
   */
  private boolean known(Member member, Lane lane) {
    return !snapshot.identityNeeded()
        || snapshot.identified().contains(member.id())
        || standing.containsKey(key(member.id(), lane.id()));
  }

  /** Every party of the side has to consent, by its own seat or by who decides for it. */
  private boolean consentOfSide(String side, Member reader) {
    Map<String, List<Member>> deciders = new HashMap<>();
    for (Member member : snapshot.members()) {
      if (member.active() && Objects.equals(member.side(), side) && decides(member)) {
        deciders.computeIfAbsent(member.partyId(), party -> new ArrayList<>()).add(member);
      }
    }
    return !deciders.isEmpty()
        && deciders.values().stream().allMatch(of -> consentOfParty(of, reader));
  }

  private static boolean decides(Member member) {
    return member.role().decidesForParty();
  }

  private boolean consentOfParty(List<Member> deciders, Member reader) {
    boolean partyItself = deciders.stream().anyMatch(m -> m.role() == MemberRole.PARTY);
    return deciders.stream()
        .filter(m -> !partyItself || m.role() == MemberRole.PARTY)
        .anyMatch(m -> consented(m, reader));
  }

  private boolean consented(Member by, Member about) {
    return snapshot.participantConsents().contains(new RoomSnapshot.Consent(by.id(), about.id()));
  }

  /** A side reads from the start; staff from when they came, unless the lane was handed over. */
  private long fromSeq(Member member, Lane lane) {
    if (!member.isStaff()
        || snapshot.handovers().contains(new RoomSnapshot.Handover(member.id(), lane.id()))) {
      return 0;
    }
    return standing.getOrDefault(key(member.id(), lane.id()), lane.lastSeq());
  }

  private boolean maySay(Member member, Lane lane) {
    RoomStatus status = snapshot.room().status();
    if (status == RoomStatus.ENDED || member.role() == MemberRole.RECORDER) {
      return false;
    }
    if (lane.kind() == LaneKind.JOINT) {
      return status == RoomStatus.JOINT;
    }
    return lane.kind() != LaneKind.NOTICE || member.isStaff();
  }

  private static String key(Grant grant) {
    return key(grant.memberId(), grant.laneId());
  }

  private static String key(String memberId, String laneId) {
    return memberId + '\n' + laneId;
  }
}
