package org.yilian.rooms;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whose pages show something new.
 *
 * @param staff which of the staff
 * @param sides the letters of the sides
 */
public record Audience(Staff staff, Set<String> sides) {
  /** Who of the staff learns of a change. */
  public enum Staff {
    MEDIATORS(role -> role == MemberRole.MEDIATOR),
    DRAFT_READERS(role -> role == MemberRole.MEDIATOR || role == MemberRole.NEUTRAL_LAWYER),
    ALARM_HEARERS(MemberRole::hearsAlarms),
    ALL(role -> true);

    private final Predicate<MemberRole> which;

    Staff(Predicate<MemberRole> which) {
      this.which = which;
    }
  }

  public Audience {
    sides = Set.copyOf(sides);
  }

  public static Audience staffAnd(Set<String> sides) {
    return new Audience(Staff.ALL, sides);
  }

  /** Those for whom there are drafts: to all others nothing has happened. */
  public static Audience draftReaders() {
    return new Audience(Staff.DRAFT_READERS, Set.of());
  }

  boolean includes(Member member) {
    return member.isStaff() ? staff.which.test(member.role()) : sides.contains(member.side());
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
