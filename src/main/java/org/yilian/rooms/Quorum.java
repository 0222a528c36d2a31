package org.yilian.rooms;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Who has to be connected for a room to stay in session. */
final class Quorum {
  /** 治安管理处罚法 108: one officer alone only in a regulated place under full recording. */
  static final int OFFICERS = 2;

  private Quorum() {}

  /** What is wanting: the code under which staff are told of it, or empty where nothing is. */
  static Optional<String> wanting(
      Room room, Collection<Member> members, Predicate<String> present) {
    if (count(members, MemberRole.NEUTRAL_LAWYER, present) == 0) {
      return Optional.of("lawyer-left");
    }
    boolean officers =
        !room.byPolice() || count(members, MemberRole.COMMUNITY_POLICE, present) >= OFFICERS;
    return officers ? Optional.empty() : Optional.of("officers-left");
  }

  static long count(Collection<Member> members, MemberRole role, Predicate<String> present) {
    return members.stream()
        .filter(member -> member.active() && member.role() == role)
        .filter(member -> present.test(member.id()))
        .count();
  }
}
