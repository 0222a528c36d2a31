package org.yilian.rooms;

import java.util.Set;
import java.util.TreeSet;

/**
 * Whose pages show something new.
 *
 * @param staff which of the staff
 * @param sides the letters of the sides
 */
public record Audience(Staff staff, Set<String> sides) {
  /** Who of the staff learns of a change. */
  public enum Staff {
    MEDIATORS,
    ALARM_HEARERS,
    ALL
  }

  public Audience {
    sides = Set.copyOf(sides);
  }

  public static Audience staffAnd(Set<String> sides) {
    return new Audience(Staff.ALL, sides);
  }

  boolean includes(Member member) {
    if (!member.isStaff()) {
      return sides.contains(member.side());
    }
    return staff == Staff.ALL || staff == Staff.MEDIATORS && member.role() == MemberRole.MEDIATOR;
  }

  /** As one word, such as {@code ALL-A-B}. */
  String word() {
    StringBuilder word = new StringBuilder(staff.name());
    new TreeSet<>(sides).forEach(side -> word.append('-').append(side));
    return word.toString();
  }

  static Audience of(String word) {
    String[] parts = word.split("-");
    Set<String> sides = new TreeSet<>();
    for (int i = 1; i < parts.length; i++) {
      sides.add(parts[i]);
    }
    return new Audience(Staff.valueOf(parts[0]), sides);
  }
}
